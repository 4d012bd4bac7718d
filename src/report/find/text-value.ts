/** Where a value in running text ends, and whether quotes delimit it. */
export type TextValue = { readonly start: number; readonly end: number; readonly quoted: boolean };

const QUOTES = "\"'`";

function closingQuote(text: string, from: number, quote: string): number {
  for (let index = from; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "\\") index += 1;
    else if (character === quote) return index;
    // A quote that is never closed on its line is an apostrophe.
    else if (character === "\n" && quote !== "`") return -1;
  }
  return text.length;
}

/** How much of an unquoted value is read to judge it; what is cut is cut whole, see `endOfRun`. */
const JUDGED = 1024;
const JUDGED_RUN = /[^\s"'`<>]{0,1024}/y;
const RUN = /[^\s"'`<>]*/y;
const LINE = /[^\n\r"'`<>]*/y;
const IN_DOUBLE = /[^\n"]*/y;
const IN_SINGLE = /[^\n']*/y;
const IN_TICKS = /[^\n`]*/y;

function runEnd(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}

/** `name=a&other=b`, `name=a, other=b`: the value ends where the next pair starts. */
const NEXT_PAIR = /[&;,|?#](?=[A-Za-z_"'][\w.\-[\]"']{0,60}(?:=|:))|[&]/;

/**
 * Reads the value that starts at `from`: quoted (also GraphQL's block strings), or up to white space, a quote or the next
 * pair, without a sentence's punctuation.
 */
export function readTextValue(text: string, from: number): TextValue | undefined {
  const first = text.charAt(from);
  if (first === "") return undefined;
  if (text.startsWith('"""', from)) {
    const close = text.indexOf('"""', from + 3);
    return { start: from + 3, end: close === -1 ? text.length : close, quoted: true };
  }
  if (QUOTES.includes(first)) {
    const close = closingQuote(text, from + 1, first);
    if (close !== -1) return { start: from + 1, end: close, quoted: true };
  }
  if (first === "\u00ab") {
    // A mark of an earlier report holds spaces.
    const close = text.slice(from, from + 120).indexOf("\u00bb");
    if (close !== -1) return { start: from, end: from + close + 1, quoted: true };
  }
  let end = runEnd(JUDGED_RUN, text, from);
  const run = text.slice(from, end);
  const next = run.search(NEXT_PAIR);
  if (next > 0) end = from + next;
  while (end > from && /[.,;:!?)\]}|]/.test(text.charAt(end - 1))) end -= 1;
  return end > from ? { start: from, end, quoted: false } : undefined;
}

/** Where an unquoted value really ends that was too long to be read whole. */
export function endOfRun(text: string, value: TextValue): number {
  return value.quoted || value.end - value.start < JUDGED ? value.end : runEnd(RUN, text, value.end);
}

/** Items of a printed list beyond these are left to other rules. */
const MAX_ITEMS = 100;
const ITEM = /[^\s,;"'\][(){}]{1,400}/y;

/** The bare items of a list that starts at `from` with "[": `[a, b]`; none elsewhere. */
export function readListItems(text: string, from: number): readonly TextValue[] {
  const items: TextValue[] = [];
  if (text.charAt(from) !== "[") return items;
  for (let at = from + 1; items.length < MAX_ITEMS;) {
    ITEM.lastIndex = at;
    const found = ITEM.exec(text)?.[0];
    if (found === undefined) break;
    items.push({ start: at, end: at + found.length, quoted: false });
    at += found.length;
    while (text.charAt(at) === "," || text.charAt(at) === " ") at += 1;
  }
  return items;
}

/**
 * The rest of the line, or up to the quote that opened around the name: header lines in logs and shell commands. At most
 * `limit` characters of it.
 */
export function readLineValue(text: string, from: number, nameStart: number, limit = Infinity): TextValue {
  const opening = text.charAt(nameStart - 1);
  const isQuoted = opening !== "" && QUOTES.includes(opening);
  const end = runEnd(
    isQuoted ? (opening === '"' ? IN_DOUBLE : opening === "'" ? IN_SINGLE : IN_TICKS) : LINE,
    limit === Infinity ? text : text.slice(0, from + limit),
    from,
  );
  return { start: from, end, quoted: true };
}
