/**
 * Parses JSON whatever it was announced as; undefined if the text is not JSON, and JSON's own `null` is null. A byte
 * order mark is ignored, as RFC 8259 section 8.1 allows. Never throws: engines parse deep nesting without recursion, or
 * refuse it, and a refusal means "not JSON".
 */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
    return value;
  } catch {
    return undefined;
  }
}

/**
 * `parseJson` that keeps a number which JavaScript cannot hold as the string of its digits: an id of twenty digits would
 * come out as another number, and one of a thousand as Infinity (RFC 8259 section 6).
 */
export function parseJsonAsWritten(text: string): unknown {
  return parseJson(LONG_NUMBER.test(text) ? withLongNumbersAsText(text) : text);
}

/** A number of fewer digits, without an exponent, is always exact (IEEE 754: 15 significant digits). */
const LONG_NUMBER = /\d{16}|\d[eE]/;

function withLongNumbersAsText(text: string): string {
  const next = /["\d-]/g;
  const number = /-?\d[\d.eE+-]*/y;
  let written = "";
  let copied = 0;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    if (found[0] === '"') {
      const end = endOfString(text, found.index);
      if (end === undefined) return text;
      next.lastIndex = end;
      continue;
    }
    number.lastIndex = found.index;
    const token = number.exec(text)?.[0] ?? found[0];
    next.lastIndex = found.index + token.length;
    if (isHeldExactly(token)) continue;
    written += `${text.slice(copied, found.index)}"${token}"`;
    copied = next.lastIndex;
  }
  return written + text.slice(copied);
}

/** A fraction that is rounded at its last digits stays a number; a whole one must be the same, digit for digit. */
function isHeldExactly(token: string): boolean {
  const value = Number(token);
  if (!Number.isFinite(value)) return Number.isNaN(value);
  return !/^-?\d{16,}$/.test(token) || String(value) === token;
}

/** The text of a JSON string, given without its quotes; as it is if an escape is invalid or cut. */
export function readEscapes(inner: string): string {
  if (!inner.includes("\\")) return inner;
  const value = parseJson(`"${inner}"`);
  return typeof value === "string" ? value : inner;
}

/**
 * Whether the text is the start of a JSON object or array that was cut: every bracket and quote so far is consistent
 * and at least one is still open.
 */
export function isCutJson(text: string): boolean {
  const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  if (!/^\s*[[{]/.test(start === 0 ? text : text.slice(1))) return false;
  const structure = /["[\]{}]/g;
  structure.lastIndex = start;
  const open: string[] = [];
  for (let found = structure.exec(text); found !== null; found = structure.exec(text)) {
    const [character] = found;
    if (character === '"') {
      const end = endOfString(text, found.index);
      if (end === undefined) return true;
      structure.lastIndex = end;
    } else if (character === "{" || character === "[") open.push(character);
    else if (open.pop() !== (character === "}" ? "{" : "[")) return false;
  }
  return open.length > 0;
}

/** The index after the closing quote of the JSON string that opens at `from`; undefined if the text ends before it. */
export function endOfString(text: string, from: number): number | undefined {
  for (let quote = text.indexOf('"', from + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (quote - 1 - backslashes > from && text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return undefined;
}

const BYTE_ORDER_MARK = "\uFEFF";
const BACKSLASH = 0x5c;
