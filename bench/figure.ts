/** One measured number. `limit` is what it has to stay under, if there is such a promise. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  /** "×" for a ratio, else "ms", "µs", "B", "MB/s", "entries/s". */
  readonly unit: string;
  readonly limit?: number;
};

/** The middle one of an odd number of measurements, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const low = sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
  const high = sorted[sorted.length >> 1] ?? Number.NaN;
  return (low + high) / 2;
}

/** A line for the terminal: name, number, unit, and whether it keeps its promise. */
export function figureLine({ name, value, unit, limit }: Figure): string {
  const number = value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
  const promise = limit === undefined ? "" : value <= limit ? `  (at most ${limit})` : `  OVER its limit of ${limit}`;
  return `${name.padEnd(72)} ${number.padStart(9)} ${unit}${promise}`;
}
