import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { EpochMs } from "../../exchange/exchange.ts";
import type { EventRow } from "../../timeline/row.ts";
import type { RetryGap } from "../../timeline/rows-gaps.ts";
import { formatDuration } from "../format-amount.ts";
import { formatTimeOfDay } from "../format-instant.ts";
import { text } from "../text/text.ts";
import "./waterfall.css";

/** What all bars of a grid are drawn against. `base` never changes in a grid's life, so that a bar need not either. */
export type WaterfallScale = {
  readonly base: EpochMs;
  readonly gapOf: (id: string) => RetryGap | null;
};

export const WaterfallContext = createContext<WaterfallScale>({ base: 0, gapOf: () => null });

/**
 * When a call ran, as a bar on the time that the whole list spans, and behind it the gap since the attempt that it
 * repeats. The bar knows only its own instants: the span is two custom properties of the grid, so that a new row does
 * not draw all others anew.
 */
export function Waterfall({ row }: { readonly row: EventRow }) {
  const { base, gapOf } = useContext(WaterfallContext);
  const gap = gapOf(row.id);
  const isEarly = gap?.waitUntil !== undefined && gap.waitUntil !== null && gap.waitUntil > row.at;
  const words = [
    text("waterfallStarted", formatTimeOfDay(row.at), formatDuration(row.durationMs)),
    gap === null ? "" : describeGap(gap, row.at, isEarly),
  ];
  return (
    <span
      class={gap === null ? "cell-waterfall" : `cell-waterfall waterfall-${isEarly ? "early" : "retry"}`}
      role="gridcell"
      title={words.join("\n").trim()}
      style={{
        "--wf-at": row.at - base,
        "--wf-length": row.durationMs,
        ...(gap !== null && { "--wf-gap-at": gap.from - base, "--wf-gap": Math.max(0, row.at - gap.from) }),
      }}
    />
  );
}

function describeGap(gap: RetryGap, startedAt: EpochMs, isEarly: boolean): string {
  const waited = formatDuration(Math.max(0, startedAt - gap.from));
  return isEarly && gap.waitUntil !== null
    ? text("waterfallEarly", waited, formatDuration(gap.waitUntil - gap.from))
    : text("waterfallGap", waited);
}
