import { useLayoutEffect } from "preact/hooks";
import type { Advice } from "../../decode/api-event.ts";
import type { EpochMs } from "../../exchange/exchange.ts";
import type { FollowUp } from "../../timeline/follow-up.ts";
import type { Clock } from "../feed/clock.ts";
import { formatDuration } from "../words/format-amount.ts";
import { eventWords } from "../words/english/event.ts";
import { AdviceChip } from "./advice-chip.tsx";
import { Icon, type IconName } from "./icon.tsx";

/** A client that has not tried again by then, counted from the end of a stated wait, is taken to have stopped. */
const SILENT_MS = 60_000;

const ICONS: Readonly<Record<FollowUp["kind"], IconName>> = {
  recovered: "check",
  retried: "retry",
  "retried-too-early": "warning",
  "gave-up": "no",
};

type Props = {
  readonly advice: Advice;
  readonly followUp: FollowUp | null;
  /** When the answer had arrived. */
  readonly receivedAt: EpochMs;
  readonly clock: Clock;
};

/** What became of a failed call; its advice as long as nothing did. */
export function OutcomeChip({ advice, followUp, receivedAt, clock }: Props) {
  const now = clock.now.value;
  const until = followUp?.kind === "gave-up" ? (advice.retryAt ?? receivedAt) + SILENT_MS : undefined;
  useLayoutEffect(() => (until === undefined ? undefined : clock.watch(until)), [clock, until]);
  if (followUp === null || (until !== undefined && now < until)) return <AdviceChip advice={advice} clock={clock} />;
  const { kind, tries, afterMs } = followUp;
  return (
    <span
      class={`advice-chip follow-${kind}`}
      title={eventWords.followUpSentence[kind](tries, formatDuration(afterMs))}
    >
      <Icon name={ICONS[kind]} />
      {eventWords.followUp[kind]}
    </span>
  );
}
