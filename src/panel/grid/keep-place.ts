import type { Viewport } from "./visible-rows.ts";

/** A row that is to stay where it is on screen: its id, and how far below the upper edge it stands, in pixels. */
export type Anchor = { readonly id: string; readonly below: number };

/** The row to hold on to: the selected one where it is in view, else the uppermost. Undefined where nothing is drawn. */
export function anchorOf(
  rows: readonly { readonly id: string }[],
  viewport: Viewport,
  rowHeight: number,
  selectedIndex: number,
): Anchor | undefined {
  const selectedBelow = selectedIndex * rowHeight - viewport.top;
  const isSelectedInView = selectedIndex >= 0 && selectedBelow >= 0 && selectedBelow + rowHeight <= viewport.height;
  const index = isSelectedInView ? selectedIndex : Math.floor(viewport.top / rowHeight);
  const row = rows[index];
  return row === undefined ? undefined : { id: row.id, below: index * rowHeight - viewport.top };
}

/** The scroll offset at which an anchor stands where it stood; undefined where its row is gone. Linear. */
export function offsetOf(
  anchor: Anchor,
  rows: readonly { readonly id: string }[],
  rowHeight: number,
): number | undefined {
  const index = rows.findIndex(({ id }) => id === anchor.id);
  return index === -1 ? undefined : Math.max(0, index * rowHeight - anchor.below);
}
