import type { EpochMs } from "../../exchange/exchange.ts";
import type { Row } from "../../timeline/row.ts";

type Props = {
  readonly rows: readonly Row[];
  readonly base: EpochMs;
  /** Number of the waterfall's column among those shown, from 1. */
  readonly column: number;
};

/** Where the page navigated, as lines through all bars. Said in words by the rows of the navigations themselves. */
export function WaterfallLines({ rows, base, column }: Props) {
  const navigations = rows.filter((row) => row.kind === "navigation");
  if (navigations.length === 0) return null;
  return (
    <div class="grid-line waterfall-lines" aria-hidden="true">
      <span class="cell-waterfall" style={{ gridColumn: `${column} / ${column + 1}` }}>
        {navigations.map(({ id, at }) => (
          <span class="waterfall-line" key={id} style={{ "--wf-at": at - base, "--wf-length": 0 }} />
        ))}
      </span>
    </div>
  );
}

/** The time that rows span: of the first start and up to the last end, in milliseconds after `base`. Linear. */
export function spanOf(rows: readonly Row[], base: EpochMs): { readonly from: number; readonly length: number } {
  let from = Infinity;
  let to = -Infinity;
  for (const row of rows) {
    if (row.at < from) from = row.at;
    const end = row.kind === "event" ? row.at + row.durationMs : row.at;
    if (end > to) to = end;
  }
  return from === Infinity ? { from: 0, length: 1 } : { from: from - base, length: Math.max(1, to - from) };
}
