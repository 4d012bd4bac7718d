/** Milliseconds per unit, as Go's time package spells them (https://pkg.go.dev/time#ParseDuration). */
const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ["ns", 1e-6],
  ["us", 1e-3],
  ["µs", 1e-3], // micro sign
  ["μs", 1e-3], // Greek mu, which Go also accepts
  ["ms", 1],
  ["s", 1000],
  ["m", 60_000],
  ["h", 3_600_000],
]);

const MAX_DURATION_CHARS = 64;

/**
 * Reads a Go duration ("12ms", "1m30.5s", "6m0s"), as OpenAI writes its resets, and Google's protobuf seconds ("3.7s").
 * Gives milliseconds; null if the text is anything else, negative or without a unit.
 */
export function parseDurationMs(text: string): number | null {
  if (text.length === 0 || text.length > MAX_DURATION_CHARS) return null;
  const part = /(\d{1,15}(?:\.\d{1,15})?)(ns|us|µs|μs|ms|s|m|h)/y;
  let total = 0;
  while (part.lastIndex < text.length) {
    const match = part.exec(text);
    const unit = match === null ? undefined : UNIT_MS.get(match[2] ?? "");
    if (match === null || unit === undefined) return null;
    total += Number(match[1]) * unit;
  }
  return total;
}
