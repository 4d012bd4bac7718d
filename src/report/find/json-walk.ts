/** A string, number or bare word of JSON-like text. `start` and `end` leave the quotes out. */
export type Scalar = {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly escaped: boolean;
};

/** Told of what stands in JSON-like text, in order. `key` is null inside arrays and at the top. */
export type JsonVisitor = {
  readonly open: (key: Scalar | null, isArray: boolean, at: number) => void;
  readonly close: (at: number) => void;
  readonly scalar: (key: Scalar | null, value: Scalar) => void;
};

const SPACE = 1;
const WORD = 2;
/** Unit classes of ASCII; everything above counts as part of a word. */
const CLASS = new Uint8Array(128);
for (const unit of [9, 10, 11, 12, 13, 32]) CLASS[unit] = SPACE;
for (let unit = 33; unit < 127; unit++)
  if (!",:{}[]\"'`/;()<>=&".includes(String.fromCharCode(unit))) CLASS[unit] = WORD;

function classOf(unit: number): number {
  return unit < 128 ? (CLASS[unit] ?? 0) : unit === 0xfeff || unit === 0xa0 ? SPACE : WORD;
}

/** Past white space and comments (JSON5 and JavaScript have them). */
export function skipSpace(text: string, from: number): number {
  let index = from;
  for (;;) {
    while (index < text.length && classOf(text.charCodeAt(index)) === SPACE) index += 1;
    if (text.charCodeAt(index) !== 47) return index;
    const next = text.charCodeAt(index + 1);
    const close = next === 47 ? text.indexOf("\n", index) : next === 42 ? text.indexOf("*/", index + 2) : -2;
    if (close === -2) return index;
    if (close === -1) return text.length;
    index = close + (next === 42 ? 2 : 1);
  }
}

/** A quoted string whose opening quote is at `from`. Without a closing quote it reaches to the end: cut-off input. */
export function readQuoted(text: string, from: number): { readonly scalar: Scalar; readonly next: number } {
  const quote = text.charCodeAt(from);
  let index = from + 1;
  let escaped = false;
  for (; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === quote) break;
    if (unit === 92) {
      escaped = true;
      index += 1;
    }
  }
  const end = Math.min(index, text.length);
  return { scalar: { start: from + 1, end, quoted: true, escaped }, next: Math.min(index + 1, text.length) };
}

function readToken(text: string, from: number): { readonly scalar: Scalar; readonly next: number } | undefined {
  const unit = text.charCodeAt(from);
  if (unit === 34 || unit === 39 || unit === 96) return readQuoted(text, from);
  let index = from;
  while (index < text.length && classOf(text.charCodeAt(index)) === WORD) index += 1;
  return index === from
    ? undefined
    : { scalar: { start: from, end: index, quoted: false, escaped: false }, next: index };
}

/** Longer strings are no names. */
const MAX_RESUMED = 100;

const OPEN_OBJECT = 123;
const OPEN_ARRAY = 91;

/** Whether JSON-like text may start at this bracket: a quoted or bare key and a colon, or a value an array can hold. */
export function canStart(text: string, at: number): boolean {
  const inner = skipSpace(text, at + 1);
  if (inner >= text.length) return true;
  const unit = text.charCodeAt(inner);
  if (text.charCodeAt(at) === OPEN_ARRAY) {
    return unit === 123 || unit === 91 || unit === 34 || unit === 39 || unit === 93 || isNumberStart(text, inner);
  }
  if (unit === 125) return true;
  if (unit === 34 || unit === 39) {
    // Only a short look: a key is no longer than this.
    const close = text.indexOf(String.fromCharCode(unit), inner + 1);
    return (
      close === -1 ||
      close - inner > 400 ||
      text.charCodeAt(skipSpace(text, close + 1)) === 58 ||
      text.charCodeAt(close - 1) === 92
    );
  }
  const word = /^[A-Za-z_$][\w$-]{0,80}/.exec(text.slice(inner, inner + 82));
  if (word === null) return false;
  const after = skipSpace(text, inner + word[0].length);
  return text.charCodeAt(after) === 58 && text.charCodeAt(after + 1) !== 58;
}

function isNumberStart(text: string, at: number): boolean {
  return /^-?\d{1,40}(?:\.\d{1,40})?\s{0,20}[,\]]/.test(text.slice(at, at + 110));
}

/**
 * Walks JSON-like text from the bracket at `from` without building a tree, so that it works on text that is cut off,
 * has duplicate keys, comments, single quotes or numbers of any size, and on any depth. Returns where it stopped:
 * behind the closing bracket, or where the text stops being JSON-like. There the last short string belongs to what
 * follows: it may be a name before another sign than a colon.
 */
export function walkJson(text: string, from: number, visitor: JsonVisitor): number {
  const stack: boolean[] = [];
  let index = from;
  let key: Scalar | null = null;
  let resume = -1;
  for (;;) {
    index = skipSpace(text, index);
    if (index >= text.length) {
      resume = -1;
      break;
    }
    const unit = text.charCodeAt(index);
    const before = resume;
    resume = -1;
    if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) {
      visitor.open(key, unit === OPEN_ARRAY, index);
      stack.push(unit === OPEN_ARRAY);
      key = null;
      index += 1;
    } else if (unit === 125 || unit === 93) {
      visitor.close(index);
      stack.pop();
      key = null;
      index += 1;
      if (stack.length === 0) return index;
    } else if (unit === 44) {
      key = null;
      index += 1;
    } else {
      const token = readToken(text, index);
      if (token === undefined) {
        resume = before;
        break;
      }
      resume = token.scalar.quoted && token.next - index <= MAX_RESUMED ? index : -1;
      const after = skipSpace(text, token.next);
      if (key === null && stack.at(-1) === false && text.charCodeAt(after) === 58) {
        key = token.scalar;
        index = after + 1;
      } else {
        visitor.scalar(key, token.scalar);
        key = null;
        index = token.next;
      }
    }
  }
  for (let level = stack.length; level > 0; level--) visitor.close(index);
  return resume > from && index - resume <= MAX_RESUMED + 20 ? resume : index;
}
