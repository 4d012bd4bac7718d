import { parseJson } from "../web/json.ts";

/** What the scanner tells of while it goes through a JSON text. Offsets are UTF-16 units from the start. */
export type JsonListener = {
  /** Before each value; `keys` is its path from the root and is reused, so copy what you keep. */
  readonly value?: (keys: readonly string[], offset: number) => void;
  /** A member's name, before its value. */
  readonly member?: (keys: readonly string[], offset: number, seenBefore: boolean) => void;
};

/** Why a text is no JSON, in one sentence, and where. */
export type JsonMistake = { readonly message: string; readonly offset: number };

/** Deeper texts are refused: no document is, and the scanner's own calls nest as the text does. */
const MAX_DEPTH = 100;

/**
 * Goes through a JSON text (RFC 8259) once and tells `listener` where everything stands; returns the first mistake.
 * `JSON.parse` says neither, or says it differently in each browser.
 */
export function scanJson(text: string, listener: JsonListener = {}): JsonMistake | undefined {
  const scan: Scan = { text, at: text.startsWith("\uFEFF") ? 1 : 0, keys: [], listener };
  const mistake = readValue(scan);
  if (mistake !== undefined) return mistake;
  skipSpace(scan);
  return scan.at < text.length ? { message: "Nothing may follow the document's end.", offset: scan.at } : undefined;
}

type Scan = { readonly text: string; at: number; readonly keys: string[]; readonly listener: JsonListener };

function readValue(scan: Scan): JsonMistake | undefined {
  skipSpace(scan);
  const { text, at, keys } = scan;
  if (keys.length > MAX_DEPTH) return wrong(scan, `The text is nested deeper than ${MAX_DEPTH} levels.`);
  scan.listener.value?.(keys, at);
  const first = text[at];
  if (first === "{") return readMembers(scan);
  if (first === "[") return readItems(scan);
  if (first === '"') {
    const string = readString(scan);
    return typeof string === "string" ? undefined : string;
  }
  const word = wordAt(text, at);
  if (word === "") return wrong(scan, "A value is missing here.");
  if (!/^(?:true|false|null|-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,10})?)$/.test(word))
    return wrong(scan, `"${word.slice(0, 40)}" is no JSON value: texts stand in double quotes.`);
  scan.at += word.length;
  return undefined;
}

function readMembers(scan: Scan): JsonMistake | undefined {
  const seen = new Set<string>();
  const start = scan.at;
  scan.at += 1;
  skipSpace(scan);
  if (takes(scan, "}")) return undefined;
  for (;;) {
    skipSpace(scan);
    if (scan.text[scan.at] !== '"') return wrong(scan, "A member's name in double quotes is missing here.");
    const offset = scan.at;
    const name = readString(scan);
    if (typeof name !== "string") return name;
    scan.keys.push(name);
    scan.listener.member?.(scan.keys, offset, seen.has(name));
    seen.add(name);
    skipSpace(scan);
    if (!takes(scan, ":")) return wrong(scan, "A colon is missing after the member's name.");
    const mistake = readValue(scan);
    if (mistake !== undefined) return mistake;
    scan.keys.pop();
    skipSpace(scan);
    if (takes(scan, "}")) return undefined;
    if (!takes(scan, ",")) return unclosed(scan, "}", start);
  }
}

function readItems(scan: Scan): JsonMistake | undefined {
  const start = scan.at;
  scan.at += 1;
  skipSpace(scan);
  if (takes(scan, "]")) return undefined;
  for (let index = 0; ; index += 1) {
    scan.keys.push(String(index));
    const mistake = readValue(scan);
    if (mistake !== undefined) return mistake;
    scan.keys.pop();
    skipSpace(scan);
    if (takes(scan, "]")) return undefined;
    if (!takes(scan, ",")) return unclosed(scan, "]", start);
  }
}

function readString(scan: Scan): string | JsonMistake {
  const { text } = scan;
  const start = scan.at;
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) {
      scan.at = at + 1;
      const string = parseJson(text.slice(start, scan.at));
      return typeof string === "string" ? string : { message: "This text has an unknown \\ escape.", offset: start };
    }
    if (unit === 0x5c) at += 1;
    else if (unit < 0x20) return { message: "A text may not go over lines: write \\n.", offset: at };
  }
  return { message: "The closing double quote of this text is missing.", offset: start };
}

function unclosed(scan: Scan, bracket: string, start: number): JsonMistake {
  return scan.at >= scan.text.length
    ? { message: `The closing ${bracket} for this is missing.`, offset: start }
    : wrong(scan, `A comma or ${bracket} is missing here.`);
}

function wrong(scan: Scan, message: string): JsonMistake {
  return { message, offset: scan.at };
}

function takes(scan: Scan, character: string): boolean {
  if (scan.text[scan.at] !== character) return false;
  scan.at += 1;
  return true;
}

function skipSpace(scan: Scan): void {
  while (scan.at < scan.text.length && " \t\n\r".includes(scan.text.charAt(scan.at))) scan.at += 1;
}

/** Everything up to the next character that can end a bare value. */
function wordAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && !' \t\n\r,:{}[]"'.includes(text.charAt(end))) end += 1;
  return text.slice(at, end);
}
