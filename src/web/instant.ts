/**
 * Milliseconds since the epoch as ISO 8601 in UTC; null for what is not an instant after 1970, which is how an unknown
 * one is recorded, and for years after 9999, which ISO 8601 writes in another form.
 */
export function isoInstant(atMs: number | null): string | null {
  if (atMs === null || !(atMs > 0) || atMs >= 253_402_300_800_000) return null;
  return new Date(atMs).toISOString();
}
