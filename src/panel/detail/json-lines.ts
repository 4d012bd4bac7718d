/** One line of indented JSON. `key` is the member's name as JSON text, with its quotes. */
export type JsonLine = {
  readonly indent: number;
  readonly key: string | null;
  readonly value: string;
  readonly kind: "string" | "number" | "word" | "bracket";
};

/**
 * JSON text to its indented lines; undefined where the text is no JSON. Every token keeps its spelling: a parsed and
 * re-written 78-digit amount would be a different number. Never throws; linear in the text.
 */
export function layOutJson(text: string): readonly JsonLine[] | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const lines: JsonLine[] = [];
  const open: string[] = [];
  let key: string | null = null;
  let value = "";
  let keyNext = false;
  const endLine = (indent: number): void => {
    if (key !== null || value !== "") lines.push({ indent, key, value, kind: kindOf(value) });
    key = null;
    value = "";
  };
  for (let at = 0; at < text.length;) {
    const end = endOfToken(text, at);
    const token = text.slice(at, end);
    at = end;
    if (token === "{" || token === "[") {
      const closing = skipSpace(text, at);
      value += token;
      if (text[closing] === (token === "{" ? "}" : "]")) {
        value += text.charAt(closing);
        at = closing + 1;
        continue;
      }
      endLine(open.length * 2);
      open.push(token);
      keyNext = token === "{";
    } else if (token === "}" || token === "]") {
      endLine(open.length * 2);
      open.pop();
      value = token;
    } else if (token === ",") {
      value += token;
      endLine(open.length * 2);
      keyNext = open.at(-1) === "{";
    } else if (keyNext && token.startsWith('"')) {
      key = token;
      keyNext = false;
    } else if (token !== ":" && token.trim() !== "") {
      value += token;
    }
  }
  endLine(open.length * 2);
  return lines;
}

/** Index behind the token (a string, a punctuation mark, a run of white space, or a literal) that starts at `at`. */
function endOfToken(text: string, at: number): number {
  const first = text.charAt(at);
  if (first === '"') return endOfString(text, at);
  if ("{}[],:".includes(first)) return at + 1;
  if (isSpace(first)) return skipSpace(text, at);
  let end = at + 1;
  while (end < text.length && !'{}[],:"'.includes(text.charAt(end)) && !isSpace(text.charAt(end))) end += 1;
  return end;
}

function endOfString(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === '"') return index + 1;
  }
  return text.length;
}

function skipSpace(text: string, at: number): number {
  let index = at;
  while (index < text.length && isSpace(text.charAt(index))) index += 1;
  return index;
}

function isSpace(character: string): boolean {
  return character === " " || character === "\n" || character === "\r" || character === "\t";
}

function kindOf(value: string): JsonLine["kind"] {
  const first = value.charAt(0);
  if (first === '"') return "string";
  if ("[]{}".includes(first)) return "bracket";
  return first === "t" || first === "f" || first === "n" ? "word" : "number";
}
