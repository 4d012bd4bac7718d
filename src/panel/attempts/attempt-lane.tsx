import type { EpochMs } from "../../exchange/exchange.ts";
import type { LaneAttempt } from "../../timeline/attempts.ts";
import { formatCount, formatDuration } from "../words/format-amount.ts";
import "./attempt-lane.css";
import { laneScale } from "./lane-scale.ts";
import { detailWords } from "../words/english/detail.ts";

type Props = {
  readonly attempts: readonly LaneAttempt[];
  /** The event whose details are open. */
  readonly current: string;
};

/**
 * The attempts of one call on a line of time: each call a block, below it the wait that its answer asked for. A call that
 * stands above the wait of the one before it was sent too early. The table beside it says the same in words.
 */
export function AttemptLane({ attempts, current }: Props) {
  const scale = laneScale(attempts);
  if (scale === null) return null;
  const span = formatDuration(scale.end - scale.start);
  const early = attempts.filter(({ earlyMs }) => earlyMs > 0).length;
  const count = formatCount(attempts.length);
  const label =
    early === 0 ? detailWords.laneLabel(count, span) : detailWords.laneLabelEarly(count, span, formatCount(early));
  const bar = (from: EpochMs, to: EpochMs) => ({
    x: `${scale.percent(from)}%`,
    // A call may last a thousandth of the wait behind it and must still be seen.
    width: `${Math.max(0.5, scale.percent(to) - scale.percent(from))}%`,
  });
  return (
    <figure class="lane">
      <svg role="img" aria-label={label}>
        <title>{label}</title>
        {attempts.map(
          ({ id, receivedAt, statedWait }) =>
            statedWait !== null &&
            statedWait.until > receivedAt && (
              <rect key={id} class="lane-wait" y="22" height="8" {...bar(receivedAt, statedWait.until)} />
            ),
        )}
        {attempts.map(({ id, startedAt, receivedAt, failed, earlyMs }) => (
          <g key={id}>
            <rect
              class={`${failed ? "lane-failed" : "lane-fine"}${id === current ? " lane-current" : ""}`}
              y="4"
              height="12"
              {...bar(startedAt, receivedAt)}
            />
            {earlyMs > 0 && (
              <line
                class="lane-early"
                x1={`${scale.percent(startedAt)}%`}
                x2={`${scale.percent(startedAt)}%`}
                y1="0"
                y2="34"
              />
            )}
          </g>
        ))}
      </svg>
      <figcaption>
        <span class="lane-ends">
          <span>{formatDuration(0)}</span>
          <span>{span}</span>
        </span>
        <span class="lane-key lane-key-call">{detailWords.laneCall}</span>
        <span class="lane-key lane-key-wait">{scale.isCut ? detailWords.laneWaitCut : detailWords.laneWait}</span>
        {early > 0 && <span class="lane-key lane-key-early">{detailWords.laneEarly}</span>}
      </figcaption>
    </figure>
  );
}
