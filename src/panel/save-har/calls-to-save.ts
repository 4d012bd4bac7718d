import type { ApiEvent } from "../../decode/api-event.ts";
import type { Row } from "../../timeline/row.ts";
import type { Timeline } from "../../timeline/timeline.ts";

/** All calls of a timeline. */
export function allCalls(timeline: Timeline): readonly ApiEvent[] {
  return timeline.items.flatMap((item) => (item.kind === "event" ? [item.event] : []));
}

/** The calls that rows stand for: with repeats grouped, a row stands for several. */
export function listedCalls(timeline: Timeline, rows: readonly Row[]): readonly ApiEvent[] {
  const listed = new Set(rows.flatMap((row) => (row.kind === "event" ? [row.id, ...row.repeats] : [])));
  return timeline.items.flatMap((item) => (item.kind === "event" && listed.has(item.id) ? [item.event] : []));
}
