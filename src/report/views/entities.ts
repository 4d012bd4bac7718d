import { decodedBuilder, type Decoded } from "./view.ts";

/** The named references that encoders really use for characters that matter here. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    sol: "/",
    lowbar: "_",
    colon: ":",
    equals: "=",
    period: ".",
    comma: ",",
    semi: ";",
    plus: "+",
    num: "#",
    commat: "@",
    percnt: "%",
    dollar: "$",
    hyphen: "-",
    dash: "-",
    lpar: "(",
    rpar: ")",
    lbrace: "{",
    rbrace: "}",
    lcub: "{",
    rcub: "}",
    lsqb: "[",
    rsqb: "]",
    bsol: "\\",
    Tab: "\t",
    NewLine: "\n",
    excl: "!",
    quest: "?",
    ast: "*",
  }),
);

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,10}));/g;

function characterOf(
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string | undefined {
  if (name !== undefined) return NAMED.get(name);
  const point = decimal !== undefined ? Number(decimal) : parseInt(hex ?? "", 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** Reads HTML and XML character references in `text[start, end)`. Undefined where there is none. */
export function decodeEntities(text: string, start: number, end: number): Decoded | undefined {
  // Only this stretch is looked at: a search that ran on to the end would make many short stretches slow.
  if (!text.slice(start, end).includes("&")) return undefined;
  let builder: ReturnType<typeof decodedBuilder> | undefined;
  let copied = start;
  REFERENCE.lastIndex = start;
  for (let match = REFERENCE.exec(text); match !== null; match = REFERENCE.exec(text)) {
    if (match.index + match[0].length > end) break;
    const character = characterOf(match[1], match[2], match[3]);
    if (character === undefined) continue;
    builder ??= decodedBuilder(end - start);
    builder.copy(text, copied, match.index);
    builder.add(character, match.index);
    copied = match.index + match[0].length;
  }
  if (builder === undefined) return undefined;
  builder.copy(text, copied, end);
  return builder.done(end);
}
