const SIZE_UNITS: Readonly<Record<string, number>> = { "": 1, b: 1, k: 1000, kb: 1000, m: 1_000_000, mb: 1_000_000 };
const TIME_UNITS: Readonly<Record<string, number>> = { "": 1, ms: 1, s: 1000, m: 60_000, min: 60_000 };

function readAmount(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, digits, unit] = /^(\d{1,12}(?:\.\d{1,6})?)([a-z]{0,3})$/i.exec(text) ?? [];
  const factor =
    unit === undefined ? undefined : Object.entries(units).find(([name]) => name === unit.toLowerCase())?.[1];
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}

/** "500", "10k", "1.5M" to bytes, as Chrome's larger-than reads them (k is 1000); undefined for anything else. */
export function readSize(text: string): number | undefined {
  return readAmount(text, SIZE_UNITS);
}

/** "300", "300ms", "2s", "1.5s", "1m" to milliseconds; undefined for anything else. */
export function readLength(text: string): number | undefined {
  return readAmount(text, TIME_UNITS);
}

/** Inclusive bounds of a status: "404", "4xx", "400-499", "none"; undefined for anything else. */
export function readStatusRange(text: string): readonly [number, number] | undefined {
  const lower = text.toLowerCase();
  if (lower === "none" || lower === "0") return [0, 0];
  const hundreds = /^([1-9])xx$/.exec(lower)?.[1];
  if (hundreds !== undefined) return [Number(hundreds) * 100, Number(hundreds) * 100 + 99];
  const [, from, to] = /^(\d{3})(?:-(\d{3}))?$/.exec(lower) ?? [];
  if (from === undefined) return undefined;
  const range = [Number(from), Number(to ?? from)] as const;
  return range[0] <= range[1] ? range : undefined;
}
