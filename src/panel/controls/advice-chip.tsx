import { useLayoutEffect } from "preact/hooks";
import type { Advice } from "../../decode/api-event.ts";
import type { EpochMs } from "../../exchange/exchange.ts";
import { formatCountdown, remainingMs } from "../../timing/countdown.ts";
import "./advice-chip.css";
import type { Clock } from "../feed/clock.ts";
import { formatMoment } from "../words/format-instant.ts";
import { Icon, type IconName } from "./icon.tsx";
import { RETRY_ICONS } from "../words/event-icons.ts";
import { eventWords } from "../words/english/event.ts";
import { panelWords } from "../words/english/panel.ts";

type CountdownProps = { readonly until: EpochMs; readonly clock: Clock; readonly whenOver: string };

/**
 * The time left until an instant, counting down. Not a live region: the label a screen reader gets is the instant
 * itself, which does not change every second.
 */
export function Countdown({ until, clock, whenOver }: CountdownProps) {
  // Before it is painted: the clock may have stood still for long, and watching it sets it right.
  useLayoutEffect(() => clock.watch(until), [clock, until]);
  const now = clock.now.value;
  return (
    <time class="countdown" role="timer" aria-live="off" title={formatMoment(until, now)}>
      {until <= now ? whenOver : formatCountdown(remainingMs(until, now))}
    </time>
  );
}

type Props = { readonly advice: Advice; readonly clock: Clock };

/** No daily or monthly allowance comes back sooner, whatever Retry-After says. */
const SHORTEST_ALLOWANCE_WAIT_SECONDS = 3_600;

/**
 * Whether a stated wait is worth counting down: not where waiting is no help. A short wait on a daily or monthly
 * allowance is the server's word and is shown as a time, but counting it down would promise what it cannot keep.
 */
export function countsDown(advice: Advice): advice is Advice & { readonly retryAt: EpochMs } {
  if (advice.retryAt === null || advice.retry === "no") return false;
  return !advice.cautions.includes("quota") || (advice.waitSeconds ?? 0) >= SHORTEST_ALLOWANCE_WAIT_SECONDS;
}

/** The advice of one row in a few characters: an icon, a word, and a countdown where a wait is stated. */
export function AdviceChip({ advice, clock }: Props) {
  const icon: IconName = RETRY_ICONS[advice.retry];
  return (
    <span class={`advice-chip advice-${advice.retry}`} title={`${eventWords.retry[advice.retry]}. ${advice.reason}`}>
      <Icon name={icon} />
      {countsDown(advice) ? (
        <Countdown until={advice.retryAt} clock={clock} whenOver={panelWords.adviceChipNow} />
      ) : (
        eventWords.retryChip[advice.retry]
      )}
    </span>
  );
}
