import type { Provider } from "../catalogue/provider.ts";
import { formatCountdown } from "../timing/countdown.ts";
import { type MeterReading, type Meters, readMeters } from "../timing/meters.ts";
import { Countdown } from "./advice-chip.tsx";
import type { Clock } from "./clock.ts";
import { formatCount } from "./format-amount.ts";
import { formatMoment } from "./format-instant.ts";
import { Icon } from "./icon.tsx";
import { byMeterId, describeLeft, meterName, meterState } from "./meter-words.ts";
import "./summary-strip.css";

type Props = {
  readonly meters: Meters;
  readonly providerOf: (providerId: string) => Provider | undefined;
  readonly clock: Clock;
};

/** What is left of each API's allowance, one meter a window. Nothing where no response spoke of one. */
export function SummaryStrip({ meters, providerOf, clock }: Props) {
  const readings = readMeters(meters, clock.now.value).toSorted(byMeterId);
  if (readings.length === 0) return null;
  return (
    <ul class="summary" aria-label="Rate limits">
      {readings.map((reading) => (
        <Meter
          key={reading.id}
          reading={reading}
          name={meterName(reading, readings, providerOf(reading.api)?.name ?? reading.api)}
          isSliding={providerOf(reading.api)?.rateLimit?.sliding === true}
          clock={clock}
        />
      ))}
    </ul>
  );
}

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
    <li class={`meter meter-${level}`} title={describeMeter(reading, clock.now.value)}>
      <span class="meter-name">{name}</span>
      {share !== null && (
        <span
          class="meter-bar"
          role="meter"
          aria-label={`${name}: remaining`}
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
          {isSliding ? "more in" : "resets in"} <Countdown until={resetAt} clock={clock} whenOver="0 s" />
        </span>
      )}
    </li>
  );
}

/** The tooltip: when it was seen, how fast it is spent and on what. */
function describeMeter(reading: MeterReading, now: number): string {
  const { perMinute, limitedInMs, endpoints, resetAt, expired } = reading;
  return [
    `As of ${formatMoment(reading.seenAt, now)}.`,
    expired ? "The window has reset since; what remains now is not known." : "",
    resetAt !== null && !expired ? `Resets at ${formatMoment(resetAt, now)}.` : "",
    perMinute !== null && perMinute > 0 ? `Spent at ${formatCount(Math.round(perMinute))} a minute.` : "",
    limitedInMs !== null && limitedInMs > 0 ? `Used up in ${formatCountdown(limitedInMs)} at this pace.` : "",
    ...endpoints.map(({ endpoint, count }) => `${formatCount(count)} × ${endpoint}`),
  ]
    .filter((line) => line !== "")
    .join("\n");
}
