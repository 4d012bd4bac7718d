import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { EpochMs } from "../../exchange/exchange.ts";
import type { EventRow } from "../../timeline/row.ts";
import type { RetryGap } from "../../timeline/rows-gaps.ts";
import { formatDuration } from "../words/format-amount.ts";
import { formatTimeOfDay } from "../words/format-instant.ts";
import type { Span } from "./waterfall-lines.tsx";
import "./waterfall.css";
import { panelWords } from "../words/english/panel.ts";

/** What all bars of a grid are drawn against: the time that its rows span, and what each of them retried. */
export type WaterfallScale = Span & { readonly gapOf: (id: string) => RetryGap | null };

export const WaterfallContext = createContext<WaterfallScale>({ from: 0, lengthMs: 1, gapOf: () => null });

/**
 * When a call ran, as a bar on the time that the whole list spans, and behind it the gap since the attempt that it
 * repeats. Where they lie is written on the cell itself: custom properties of the grid would have every element in it
 * styled anew whenever a row comes.
 */
export function Waterfall({ row }: { readonly row: EventRow }) {
  const scale = useContext(WaterfallContext);
  const gap = scale.gapOf(row.id);
  const isEarly = gap?.waitUntil !== undefined && gap.waitUntil !== null && gap.waitUntil > row.at;
  const words = [
    panelWords.waterfallStarted(formatTimeOfDay(row.at), formatDuration(row.durationMs)),
    gap === null ? "" : describeGap(gap, row.at, isEarly),
  ];
  const images = [placeIn(scale, row.at, row.durationMs, 9)];
  if (gap !== null) images.push(placeIn(scale, gap.from, Math.max(0, row.at - gap.from), isEarly ? 2 : 1));
  return (
    <span
      class={gap === null ? "cell-waterfall" : `cell-waterfall waterfall-${isEarly ? "early" : "retry"}`}
      role="gridcell"
      title={words.join("\n").trim()}
      style={{
        backgroundPositionX: images.map(({ left }) => left).join(),
        backgroundSize: images.map(({ size }) => size).join(),
      }}
    />
  );
}

/**
 * A time as the place and size of a background image. A position in per cent is a share of the room that the image leaves,
 * so that it ends within the cell; even the shortest is 3 pixels wide.
 */
function placeIn(span: Span, at: EpochMs, durationMs: number, height: number): { left: string; size: string } {
  const left = (at - span.from) / Math.max(1, span.lengthMs - durationMs);
  return { left: `${left * 100}%`, size: `max(3px, ${(durationMs / span.lengthMs) * 100}%) ${height}px` };
}

function describeGap(gap: RetryGap, startedAt: EpochMs, isEarly: boolean): string {
  const waited = formatDuration(Math.max(0, startedAt - gap.from));
  return isEarly && gap.waitUntil !== null
    ? panelWords.waterfallEarly(waited, formatDuration(gap.waitUntil - gap.from))
    : panelWords.waterfallGap(waited);
}
