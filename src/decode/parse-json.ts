/** Outcome of parsing untrusted text. `cut` says that the text ends inside a value: it was valid as far as it goes. */
export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly cut: boolean };

/**
 * Parses a body as JSON whatever its Content-Type says; a byte order mark is tolerated (RFC 8259 section 8.1).
 * Never throws. Deep nesting overflows no stack: engines parse iteratively or refuse, and refusal is "not JSON".
 */
export function parseJson(text: string): ParsedJson {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const start = json.trimStart()[0];
  try {
    return { ok: true, value: JSON.parse(json) as unknown };
  } catch {
    return { ok: false, cut: (start === "{" || start === "[") && endsInsideValue(json) };
  }
}

/** Whether every bracket and quote so far is consistent and at least one is still open. */
function endsInsideValue(json: string): boolean {
  const open: string[] = [];
  let inString = false;
  for (let index = 0; index < json.length; index++) {
    const character = json[index];
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") open.push(character);
    else if (character === "}" || character === "]") {
      const opener = open.pop();
      if ((character === "}") !== (opener === "{") || opener === undefined) return false;
    }
  }
  return inString || open.length > 0;
}
