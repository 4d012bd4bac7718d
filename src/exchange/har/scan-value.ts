/** State of a scan inside one JSON object, array or string, carried from one piece of text to the next. */
export type ValueScan = { depth: number; inString: boolean; isEscaped: boolean };

const BACKSLASH = 92;

/** A scan at the first character of a value. */
export function newScan(): ValueScan {
  return { depth: 0, inString: false, isEscaped: false };
}

/**
 * Scans `text` from index `from` and returns the index after the value's last character, or -1 if the
 * text ends first. Looks at brackets and quotes only (RFC 8259), so that a damaged value still ends somewhere. Jumps
 * from one to the next by the engine's own search: most of a recording is strings.
 */
export function scanValue(scan: ValueScan, text: string, from: number): number {
  const structure = /["[\]{}]/g;
  let index = from;
  while (index < text.length) {
    if (scan.inString) {
      index = behindString(scan, text, index);
      if (index === -1) return -1;
      if (scan.depth === 0) return index;
    }
    structure.lastIndex = index;
    if (!structure.test(text)) return -1;
    index = structure.lastIndex;
    switch (text.charAt(index - 1)) {
      case '"':
        scan.inString = true;
        break;
      case "{":
      case "[":
        scan.depth += 1;
        break;
      default:
        scan.depth = Math.max(0, scan.depth - 1);
        if (scan.depth === 0) return index;
    }
  }
  return -1;
}

/** The index after the quote that ends the string, or -1 if the text ends first. A quote after `\` does not end it. */
function behindString(scan: ValueScan, text: string, from: number): number {
  let start = scan.isEscaped ? from + 1 : from;
  scan.isEscaped = false;
  for (;;) {
    const quote = text.indexOf('"', start);
    const end = quote === -1 ? text.length : quote;
    let backslashes = 0;
    while (end - backslashes > start && text.charCodeAt(end - backslashes - 1) === BACKSLASH) backslashes += 1;
    const isEscaped = backslashes % 2 === 1;
    if (quote === -1) {
      scan.isEscaped = isEscaped;
      return -1;
    }
    start = quote + 1;
    if (isEscaped) continue;
    scan.inString = false;
    return start;
  }
}
