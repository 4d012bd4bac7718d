/** Where a scan stands inside one JSON object, array or string; carried from one piece of text to the next. */
export type ValueScan = { depth: number; inString: boolean; escaped: boolean };

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/** A scan that stands before the first character of a value. */
export function newScan(): ValueScan {
  return { depth: 0, inString: false, escaped: false };
}

/**
 * Goes on through `text` from index `from` and returns the index behind the value's last character, or -1 where the
 * text ends first. Looks at brackets and quotes only (RFC 8259), so that a damaged value still ends somewhere.
 */
export function scanValue(scan: ValueScan, text: string, from: number): number {
  let { depth, inString, escaped } = scan;
  for (let index = from; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (escaped) {
      escaped = false;
      continue;
    }
    if (inString) {
      if (unit === BACKSLASH) escaped = true;
      else if (unit === QUOTE) inString = false;
      if (inString || depth > 0) continue;
    } else if (unit === QUOTE) {
      inString = true;
      continue;
    } else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      depth += 1;
      continue;
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) {
      depth -= 1;
      if (depth > 0) continue;
    } else continue;
    scan.depth = 0;
    scan.inString = false;
    return index + 1;
  }
  scan.depth = depth;
  scan.inString = inString;
  scan.escaped = escaped;
  return -1;
}
