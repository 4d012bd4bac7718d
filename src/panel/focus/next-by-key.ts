/**
 * Where a key leads in a row of `count` controls, from the one at `from`: arrows to the neighbours and round, Home and End
 * to the ends (ARIA tabs and toolbar patterns). Undefined for other keys, and where `from` is no place in the row.
 */
export function nextByKey(key: string, from: number, count: number): number | undefined {
  if (from === -1) return undefined;
  switch (key) {
    case "ArrowRight":
      return (from + 1) % count;
    case "ArrowLeft":
      return (from + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
