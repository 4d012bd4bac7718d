/** What of a list is on screen, in pixels. */
export type Viewport = { readonly top: number; readonly height: number };

/** Rows rendered above and below the visible ones, so that a fast scroll shows no gap. */
const OVERSCAN = 8;

/**
 * The half-open range of rows to render for a viewport over `count` rows of `rowHeight` pixels each. Always within
 * 0…count, also for a viewport that has not been measured or that lies behind a list that shrank.
 */
export function visibleRows(
  viewport: Viewport,
  count: number,
  rowHeight: number,
): { readonly first: number; readonly end: number } {
  const height = viewport.height > 0 ? viewport.height : UNMEASURED_HEIGHT;
  const end = Math.min(count, Math.ceil((Math.max(0, viewport.top) + height) / rowHeight) + OVERSCAN);
  const span = Math.ceil(height / rowHeight) + 2 * OVERSCAN;
  return { first: Math.max(0, Math.min(Math.floor(viewport.top / rowHeight) - OVERSCAN, end - span)), end };
}

/** Before the first measurement: a tall panel. */
const UNMEASURED_HEIGHT = 800;

/** The scroll offset that brings row `index` wholly into view with the least movement. */
export function scrollToRow(index: number, viewport: Viewport, rowHeight: number): number {
  const top = index * rowHeight;
  if (top < viewport.top) return top;
  if (top + rowHeight > viewport.top + viewport.height) return top + rowHeight - viewport.height;
  return viewport.top;
}
