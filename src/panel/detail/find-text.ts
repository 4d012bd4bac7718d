/** More matches than this are not gone through one by one. */
const MOST_MATCHES = 10_000;

/**
 * Where `wanted` stands in a text, without regard to case; the first 10,000 places. Where lower case has another length
 * (İ), places would not agree: case matters there. Nothing is found of "". Linear.
 */
export function findText(whole: string, wanted: string): readonly number[] {
  if (wanted === "") return [];
  const lower = whole.toLowerCase();
  const isSame = lower.length === whole.length;
  const [searched, needle] = isSame ? [lower, wanted.toLowerCase()] : [whole, wanted];
  const found: number[] = [];
  for (let at = searched.indexOf(needle); at !== -1 && found.length < MOST_MATCHES;) {
    found.push(at);
    at = searched.indexOf(needle, at + needle.length);
  }
  return found;
}
