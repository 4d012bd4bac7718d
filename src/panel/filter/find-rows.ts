import { searchedBodies, searchedText } from "../../timeline/filter/texts.ts";
import type { Row } from "../../timeline/row.ts";

/** Rows are looked through this long at a time, so that typing and scrolling go on meanwhile. */
const SLICE_MS = 8;

type FindPage = Pick<Window, "setTimeout" | "clearTimeout" | "performance">;

/**
 * Looks through rows, bodies too, a slice at a time. `onFound` gets the ids found so far, in the order of the rows, after
 * each slice, and whether that was all. Returns the function that gives it up.
 */
export function findRows(
  rows: readonly Row[],
  wanted: string,
  page: FindPage,
  onFound: (ids: readonly string[], isDone: boolean) => void,
): () => void {
  const lower = wanted.toLowerCase();
  const found: string[] = [];
  let next = 0;
  let timer: number | undefined;
  const work = (): void => {
    const deadline = page.performance.now() + SLICE_MS;
    while (next < rows.length && page.performance.now() < deadline) {
      const row = rows[next];
      next += 1;
      if (row !== undefined && contains(row, lower)) found.push(row.id);
    }
    const isDone = next >= rows.length;
    onFound([...found], isDone);
    if (!isDone) timer = page.setTimeout(work, 0);
  };
  timer = page.setTimeout(work, 0);
  return () => page.clearTimeout(timer);
}

function contains(row: Row, lower: string): boolean {
  if (row.kind === "navigation") return row.url.toLowerCase().includes(lower);
  if (row.kind === "unreadable") return row.problem.toLowerCase().includes(lower);
  return searchedText(row).includes(lower) || searchedBodies(row).some((body) => body.includes(lower));
}
