/** A range of the filter text: UTF-16 offsets, the end exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** One word of the filter text, taken apart and not yet understood. */
export type RawToken = Span & {
  readonly negated: boolean;
  /** The text before a colon, lower case; null for free text. Not yet known to be a key. */
  readonly key: string | null;
  /** Start of the value, after the colon and an opening quote. */
  readonly valueStart: number;
  readonly value: string;
  readonly form: "bare" | "quoted" | "unclosed" | "regex";
};

const KEY = /^[A-Za-z][A-Za-z-]{0,30}:/;
/** Slash, pattern without white space, slash. Other letters than `i` after it are the rest of a path: /v1/things. */
const REGEX = /^\/(\S+)\/i?$/;

/** Splits filter text into words: `-` negates, `key:` names a column, "…" keeps spaces, /…/ is a pattern. Linear. */
export function readTokens(text: string): readonly RawToken[] {
  const tokens: RawToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text, at)) {
      at += 1;
      continue;
    }
    const token = readToken(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function readToken(text: string, start: number): RawToken {
  const negated = text[start] === "-" && start + 1 < text.length && !isSpace(text, start + 1);
  const keyStart = negated ? start + 1 : start;
  const named = KEY.exec(text.slice(keyStart, keyStart + 33))?.[0];
  const valueStart = keyStart + (named?.length ?? 0);
  const base = { start, negated, key: named === undefined ? null : named.slice(0, -1).toLowerCase() };
  if (text[valueStart] === '"') return { ...base, ...readQuoted(text, valueStart + 1) };
  let end = valueStart;
  while (end < text.length && !isSpace(text, end)) end += 1;
  const word = text.slice(valueStart, end);
  const regex = REGEX.exec(word);
  if (regex !== null) return { ...base, end, valueStart: valueStart + 1, value: regex[1] ?? "", form: "regex" };
  return { ...base, end, valueStart, value: word, form: "bare" };
}

function readQuoted(text: string, valueStart: number): Pick<RawToken, "end" | "valueStart" | "value" | "form"> {
  let value = "";
  let at = valueStart;
  while (at < text.length && text[at] !== '"') {
    // A backslash keeps a quote or itself.
    if (text[at] === "\\" && (text[at + 1] === '"' || text[at + 1] === "\\")) at += 1;
    value += text[at] ?? "";
    at += 1;
  }
  const closed = at < text.length;
  return { end: closed ? at + 1 : at, valueStart, value, form: closed ? "quoted" : "unclosed" };
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0;
}
