import { useMemo } from "preact/hooks";
import type { EpochMs } from "../../exchange/exchange.ts";
import type { Row } from "../../timeline/row.ts";

/** A time on the browser's clock. */
export type Span = { readonly from: EpochMs; readonly lengthMs: number };

type Props = {
  readonly rows: readonly Row[];
  readonly span: Span;
  /** Number of the waterfall's column among those shown, from 1. */
  readonly column: number;
};

/** Where the page navigated, as lines through all bars. Said in words by the rows of the navigations themselves. */
export function WaterfallLines({ rows, span, column }: Props) {
  const navigations = useMemo(() => rows.filter((row) => row.kind === "navigation"), [rows]);
  if (navigations.length === 0) return null;
  return (
    <div class="grid-line waterfall-lines" aria-hidden="true">
      <span class="cell-waterfall" style={{ gridColumn: `${column} / ${column + 1}` }}>
        {navigations.map(({ id, at }) => (
          <span class="waterfall-line" key={id} style={{ "--wf-at": (at - span.from) / span.lengthMs }} />
        ))}
      </span>
    </div>
  );
}

/** From the first start to the last end of rows; never empty, so that it can be divided by. Linear. */
export function spanOf(rows: readonly Row[]): Span {
  let from = Infinity;
  let to = -Infinity;
  for (const row of rows) {
    if (row.at < from) from = row.at;
    const end = row.kind === "event" ? row.at + row.durationMs : row.at;
    if (end > to) to = end;
  }
  return from === Infinity ? { from: 0, lengthMs: 1 } : { from, lengthMs: Math.max(1, to - from) };
}
