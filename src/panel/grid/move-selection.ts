/**
 * Where a key moves the selection in a list of `count` rows: the new index, or undefined where the key does not move it.
 * `from` is -1 while nothing is selected; the first arrow then takes the nearest end. `j` and `k` are arrows, too.
 */
export function moveSelection(key: string, from: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  switch (key) {
    case "ArrowDown":
    case "j":
      return from < 0 ? 0 : Math.min(last, from + 1);
    case "ArrowUp":
    case "k":
      return from < 0 ? last : Math.max(0, from - 1);
    case "PageDown":
      return Math.min(last, Math.max(0, from) + page);
    case "PageUp":
      return Math.max(0, (from < 0 ? last : from) - page);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}
