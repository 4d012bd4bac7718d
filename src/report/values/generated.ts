/*
 * What looks generated: by its alphabet, its length and how its characters change, not by a name or a prefix.
 */

const ALLOWED = /^[A-Za-z0-9_+/=.~-]+$/;
const HEX = /^(?:0x)?[0-9a-fA-F]+$/;

/** Longer values are judged by their beginning. */
const JUDGED = 120;

/**
 * Whether a value of at least `least` characters was made by a generator: one run without blanks in which digits and
 * letters take turns, or upper and lower case do. Words with a number behind them, dates, versions and paths are not.
 */
export function isGenerated(value: string, least = 16): boolean {
  if (value.length < least || !ALLOWED.test(value.slice(0, JUDGED))) return false;
  const start = value.slice(0, JUDGED);
  // Names of files, hosts and classes are made of words.
  if (/^[a-z]{2,}(?:[._/-][a-z]{2,})+$/i.test(start) || (start.match(/\//g) ?? []).length > 3) return false;
  let digits = 0;
  let changes = 0;
  let letters = 0;
  let before = -1;
  const seen = new Set<string>();
  for (const character of start) {
    const kind = /[0-9]/.test(character) ? 2 : /[a-z]/.test(character) ? 0 : /[A-Z]/.test(character) ? 1 : 3;
    if (kind === 2) digits += 1;
    else if (kind < 2) letters += 1;
    seen.add(character);
    if (before !== -1 && kind !== before && kind !== 3 && before !== 3) changes += 1;
    before = kind;
  }
  if (letters < 4 || seen.size < Math.min(10, start.length / 2)) return false;
  if (HEX.test(start)) return digits >= 3 && changes >= start.length / 8;
  return changes >= start.length / 6 && (digits >= 2 || changes >= start.length / 3);
}
