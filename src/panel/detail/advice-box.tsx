import type { ApiEvent } from "../../decode/api-event.ts";
import { Countdown, countsDown } from "../controls/advice-chip.tsx";
import type { Clock } from "../feed/clock.ts";
import { formatMoment } from "../words/format-instant.ts";
import { Icon } from "../controls/icon.tsx";
import { RETRY_ICONS } from "../words/event-icons.ts";
import { eventWords } from "../words/english/event.ts";
import { detailWords } from "../words/english/detail.ts";

type Props = { readonly event: ApiEvent; readonly sliding: boolean; readonly clock: Clock };

/**
 * Whether to send it again, when, why, and on whose word. The earliest retry and the window's reset are two instants
 * that may differ: both are shown.
 */
export function AdviceBox({ event, sliding, clock }: Props) {
  const { advice, rateLimit } = event;
  // A counter's reset beside "do not retry", or the minute's beside a monthly allowance, would read as worth waiting for.
  const showsReset = advice.retry !== "no" && (countsDown(advice) || !advice.cautions.includes("quota"));
  const words = { text: eventWords.retry[advice.retry], icon: RETRY_ICONS[advice.retry] };
  const isOver = countsDown(advice) && advice.retryAt <= clock.now.value;
  return (
    <section class={`advice-box advice-${advice.retry}`} aria-label={detailWords.adviceName}>
      <p class="advice-line">
        <Icon name={words.icon} />
        <strong>{isOver ? detailWords.adviceOver : words.text}</strong>
        {countsDown(advice) && !isOver && (
          <span class="advice-count">
            <Countdown until={advice.retryAt} clock={clock} whenOver={detailWords.adviceNow} />
          </span>
        )}
      </p>
      <p class="advice-reason">{advice.reason}</p>
      <dl class="advice-times">
        {advice.retryAt !== null && (
          <Instant label={detailWords.adviceRetryAt} at={advice.retryAt} counts={countsDown(advice)} clock={clock} />
        )}
        {showsReset && rateLimit.resetAt !== null && (
          <Instant
            label={sliding ? detailWords.adviceMoreFrom : detailWords.adviceResetsAt}
            at={rateLimit.resetAt}
            counts={true}
            clock={clock}
          />
        )}
        <div>
          <dt>{detailWords.adviceDecidedBy}</dt>
          <dd>
            {detailWords.basis[advice.basis]}
            {sourceOfWait(event)}
          </dd>
        </div>
      </dl>
      {advice.cautions.map((caution) => (
        <p class="caution" key={caution}>
          <Icon name="warning" />
          <span>{detailWords.caution[caution]}</span>
        </p>
      ))}
    </section>
  );
}

type InstantProps = {
  readonly label: string;
  readonly at: number;
  readonly counts: boolean;
  readonly clock: Clock;
};

function Instant({ label, at, counts, clock }: InstantProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {formatMoment(at, clock.now.value)}
        {counts && (
          <>
            {" ("}
            <Countdown until={at} clock={clock} whenOver={detailWords.advicePassed} />)
          </>
        )}
      </dd>
    </div>
  );
}

/** ": Retry-After 45", where the wait was read; "" where the advice does not rest on one. */
function sourceOfWait({ advice, rateLimit }: ApiEvent): string {
  const from = rateLimit.retryProvenance;
  if (from === null || from.from !== advice.basis) return "";
  return `: ${from.name} ${from.raw}`;
}
