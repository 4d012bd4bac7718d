/** What of a list is on screen, in pixels. */
export type Viewport = { readonly top: number; readonly height: number };

/** A half-open range of row indexes. */
export type RowRange = { readonly first: number; readonly end: number };

/** Rows drawn at least above and below the visible ones, so that a fast scroll shows no gap. */
const OVERSCAN = 6;
/** The range moves in steps of this many rows, so that a scroll by one row draws nothing anew. */
const STEP = 6;

/**
 * The rows that are on screen, if only in part, of a list of `count` rows of `rowHeight` pixels each. Always within
 * 0…count, also for a viewport that has not been measured or that lies behind a list that shrank.
 */
export function rowsOnScreen(viewport: Viewport, count: number, rowHeight: number): RowRange {
  const height = viewport.height > 0 ? viewport.height : UNMEASURED_HEIGHT;
  const top = Math.max(0, Math.min(viewport.top, count * rowHeight - height));
  return { first: Math.floor(top / rowHeight), end: Math.min(count, Math.ceil((top + height) / rowHeight)) };
}

/** The rows to draw: those on screen and some around them. */
export function visibleRows(viewport: Viewport, count: number, rowHeight: number): RowRange {
  const height = viewport.height > 0 ? viewport.height : UNMEASURED_HEIGHT;
  const wanted = rowsOnScreen(viewport, count, rowHeight).first - OVERSCAN;
  const first = Math.max(0, Math.floor(wanted / STEP) * STEP);
  return { first, end: Math.min(count, first + Math.ceil(height / rowHeight) + 2 * OVERSCAN + STEP + 1) };
}

/** Before the first measurement, which follows at once: less than most panels, for what is too much is drawn in vain. */
const UNMEASURED_HEIGHT = 400;

/** The scroll offset that brings row `index` wholly into view with the least movement. */
export function scrollToRow(index: number, viewport: Viewport, rowHeight: number): number {
  const top = index * rowHeight;
  if (top < viewport.top) return top;
  if (top + rowHeight > viewport.top + viewport.height) return top + rowHeight - viewport.height;
  return viewport.top;
}
