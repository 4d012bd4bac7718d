import { formatCountdown } from "../../timing/countdown.ts";
import type { MeterReading } from "../../timing/meters.ts";
import { formatCount } from "../words/format-amount.ts";
import { limitsWords } from "../words/english/limits.ts";

const WIDTH = 160;
const HEIGHT = 32;
/** Keeps the line's width inside the picture. */
const MARGIN = 2;

type Props = Pick<MeterReading, "history" | "limit">;

/** What was left over time, from nothing at the bottom to the limit at the top. Steps, since a count jumps. */
export function Sparkline({ history, limit }: Props) {
  const first = history[0];
  const last = history.at(-1);
  if (first === undefined || last === undefined || history.length < 2) return null;
  const span = Math.max(1, last.at - first.at);
  const top = Math.max(1, limit ?? 0, ...history.map(({ remaining }) => remaining));
  const points = history.map(({ at, remaining }) => ({
    x: round(MARGIN + ((at - first.at) / span) * (WIDTH - 2 * MARGIN)),
    y: round(HEIGHT - MARGIN - (Math.max(0, remaining) / top) * (HEIGHT - 2 * MARGIN)),
  }));
  const path = points.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join("");
  const end = points.at(-1);
  const [from, to] = [formatCount(first.remaining), formatCount(last.remaining)];
  const label = limitsWords.limitsSparkline(from, to, formatCountdown(span), formatCount(history.length));
  return (
    <svg class="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{label}</title>
      <path class="sparkline-floor" d={`M0 ${HEIGHT - 1}H${WIDTH}`} />
      <path class="sparkline-line" d={path} />
      {end !== undefined && <circle class="sparkline-end" cx={end.x} cy={end.y} r="2" />}
    </svg>
  );
}

/** A tenth of a pixel is enough. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
