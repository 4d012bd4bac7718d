import { type Row, rowsOf } from "../row.ts";
import { arranged, filtered, type View } from "../rows.ts";
import type { Timeline } from "../timeline.ts";

/** The rows of a timeline as a view shows them. */
export function rows(timeline: Timeline, view: View): readonly Row[] {
  return arranged(filtered(rowsOf(timeline), view), view);
}
