import type { Provider } from "../../catalogue/provider.ts";
import { formatCountdown } from "../../timing/countdown.ts";
import { type MeterReading, type Meters, readMeters } from "../../timing/meters.ts";
import { Countdown } from "../controls/advice-chip.tsx";
import type { Clock } from "../feed/clock.ts";
import { formatCount } from "../words/format-amount.ts";
import { formatMoment } from "../words/format-instant.ts";
import { Icon } from "../controls/icon.tsx";
import { byMeterId, describeLeft, meterName, meterState } from "../words/meter-words.ts";
import { type Present, usePresent } from "../preview/presentation.ts";
import { limitsWords } from "../words/english/limits.ts";

type Props = {
  readonly meters: Meters;
  readonly providerOf: (providerId: string) => Provider | undefined;
  readonly clock: Clock;
};

/**
 * What is left of each API's allowance, one meter a window. Windows that have reset since say nothing about now: they are
 * left to the Limits view as long as there are others. Nothing where no response spoke of a window.
 */
export function SummaryStrip({ meters, providerOf, clock }: Props) {
  const present = usePresent();
  const all = readMeters(meters, clock.now.value).toSorted(byMeterId);
  const running = all.filter(({ expired }) => !expired);
  const readings = running.length > 0 ? running : all.slice(0, MOST_EXPIRED);
  if (readings.length === 0) return null;
  return (
    <ul class="summary" tabIndex={0} aria-label={limitsWords.limitsStrip}>
      {readings.map((reading) => (
        <Meter
          key={reading.id}
          reading={reading}
          name={present(meterName(reading, all, providerOf(reading.api)?.name ?? reading.api), { kind: "text" })}
          isSliding={providerOf(reading.api)?.rateLimit?.sliding === true}
          clock={clock}
        />
      ))}
    </ul>
  );
}

/** Where every window has reset, so many still show that limits were seen. */
const MOST_EXPIRED = 3;

type MeterProps = {
  readonly reading: MeterReading;
  readonly name: string;
  readonly isSliding: boolean;
  readonly clock: Clock;
};

function Meter({ reading, name, isSliding, clock }: MeterProps) {
  const { limit, resetAt, expired } = reading;
  const state = meterState(reading);
  const { remaining, share, level } = state;
  return (
    <li class={`meter meter-${level}`} title={describeMeter(reading, clock.now.value, usePresent())}>
      <span class="meter-name">{name}</span>
      {share !== null && (
        <span
          class="meter-bar"
          role="meter"
          aria-label={limitsWords.meterRemainingName(name)}
          aria-valuemin={0}
          aria-valuemax={limit ?? undefined}
          aria-valuenow={remaining ?? undefined}
        >
          <span style={{ inlineSize: `${share * 100}%` }} />
        </span>
      )}
      {level === "empty" && <Icon name="warning" />}
      <span class="meter-count">{describeLeft(reading, state)}</span>
      {resetAt !== null && !expired && (
        <span class="quiet">
          {isSliding ? limitsWords.meterMoreIn : limitsWords.meterResetsIn}{" "}
          <Countdown until={resetAt} clock={clock} whenOver="0 s" />
        </span>
      )}
    </li>
  );
}

/** The tooltip: when it was seen, how fast it is spent and on what. */
function describeMeter(reading: MeterReading, now: number, present: Present): string {
  const { perMinute, limitedInMs, endpoints, resetAt, expired } = reading;
  return [
    limitsWords.meterAsOf(formatMoment(reading.seenAt, now)),
    expired ? limitsWords.meterExpired : "",
    resetAt !== null && !expired ? limitsWords.meterResetsAt(formatMoment(resetAt, now)) : "",
    perMinute !== null && perMinute > 0 ? limitsWords.meterSpent(formatCount(Math.round(perMinute))) : "",
    limitedInMs !== null && limitedInMs > 0 ? limitsWords.meterUsedUpIn(formatCountdown(limitedInMs)) : "",
    ...endpoints.map(({ endpoint, count }) => `${formatCount(count)} × ${present(endpoint, { kind: "url" })}`),
  ]
    .filter((line) => line !== "")
    .join("\n");
}
