/** A value outside the entries that is worth keeping; "other" is skipped. */
export type OutsideValue = "creator" | "pages" | "other";

/** What a character outside of the entries opens: nothing, the list of entries, or a value. */
export type Opened = "nothing" | "list" | OutsideValue;

/** State of a scan of the text around the entries, carried from one piece of text to the next. */
export type OutsideScan = {
  /** Objects open around: 0 none, 1 the file's own, 2 `log`. */
  level: number;
  /** Something other than white space was seen. */
  hasBegun: boolean;
  /** What the file begins with can begin no HAR. */
  isNoJson: boolean;
  key: string;
  /** The string being read, or null; and the string read last. */
  word: string | null;
  lastWord: string;
  isEscaped: boolean;
};

export function newOutsideScan(): OutsideScan {
  return { level: 0, hasBegun: false, isNoJson: false, key: "", word: null, lastWord: "", isEscaped: false };
}

export const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 13 || unit === 9;

/** No key of a HAR's own is longer. */
const LONGEST_KEY = 40;

/**
 * One UTF-16 unit of the text around `log.entries`, `entries` or a bare list of entries. What it begins starts at this
 * very unit; deeper objects than `log` are values, so the depth of hostile files costs nothing.
 */
export function stepOutside(scan: OutsideScan, unit: number): Opened {
  if (scan.word !== null) {
    stepWord(scan, unit);
    return "nothing";
  }
  switch (unit) {
    case 34: // "
      scan.word = "";
      break;
    case 58: // :
      scan.key = scan.lastWord;
      break;
    case 44: // ,
      scan.key = "";
      break;
    case 125: // }
      scan.level = Math.max(0, scan.level - 1);
      break;
    case 91: // [
      scan.hasBegun = true;
      if (scan.level === 0 || scan.key === "entries") return "list";
      return scan.key === "pages" ? "pages" : "other";
    case 123: // {
      scan.hasBegun = true;
      if (scan.level > 0 && !(scan.level === 1 && scan.key === "log"))
        return scan.key === "creator" ? "creator" : "other";
      scan.level += 1;
      scan.key = "";
      break;
    default:
      if (!scan.hasBegun && !isSpace(unit)) scan.isNoJson = true;
  }
  if (!isSpace(unit)) scan.hasBegun = true;
  return "nothing";
}

function stepWord(scan: OutsideScan, unit: number): void {
  if (scan.isEscaped) scan.isEscaped = false;
  else if (unit === 92) scan.isEscaped = true;
  else if (unit === 34) {
    scan.lastWord = scan.word ?? "";
    scan.word = null;
    return;
  }
  if (scan.word !== null && scan.word.length < LONGEST_KEY) scan.word += String.fromCharCode(unit);
}
