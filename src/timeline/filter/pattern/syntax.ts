/** Tests one UTF-16 unit of lower-cased text. */
export type UnitTest = (unit: number) => boolean;

/** A regular expression taken apart. Captures are not kept: only whether something matches is ever asked. */
export type Syntax =
  | { readonly kind: "empty" }
  | { readonly kind: "unit"; readonly test: UnitTest }
  | { readonly kind: "assert"; readonly where: Assertion }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Syntax[] }
  | { readonly kind: "repeat"; readonly part: Syntax; readonly least: number; readonly most: number };

export type Assertion = "line-start" | "line-end" | "word-edge" | "no-word-edge";

/** [A-Za-z0-9_] of lower-cased text. */
export function isWord(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 95;
}

/** Units that `\s` matches, without those beyond the Basic Latin block but the no-break space. */
export function isWhite(unit: number): boolean {
  return (
    unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x2028 || unit === 0x2029 || unit === 0xfeff
  );
}

export const NEWLINE = 10;
