import { useId } from "preact/hooks";
import type { Provider } from "../../catalogue/provider.ts";
import type { MeterReading } from "../../timing/meters.ts";
import { Countdown } from "../controls/advice-chip.tsx";
import type { Clock } from "../feed/clock.ts";
import { Source } from "../detail/document-link.tsx";
import { formatCount } from "../words/format-amount.ts";
import { formatMoment } from "../words/format-instant.ts";
import { Icon } from "../controls/icon.tsx";
import { describeLeft, meterState } from "../words/meter-words.ts";
import { usePresent } from "../preview/presentation.ts";
import { textWith } from "../words/text-with.ts";
import { describePace, describePolicy, describeSkew, limitConflicts, looksLike } from "./limit-words.ts";
import { Sparkline } from "./sparkline.tsx";
import { limitsWords } from "../words/english/limits.ts";

type Props = {
  readonly reading: MeterReading;
  readonly name: string;
  readonly provider: Provider | undefined;
  readonly clock: Clock;
};

/** All that is known of one window of one API for one key. */
export function LimitCard({ reading, name, provider, clock }: Props) {
  const title = useId();
  const present = usePresent();
  const state = meterState(reading);
  const now = clock.now.value;
  const skew = describeSkew(reading.skewMs);
  const policy = describePolicy(reading);
  return (
    <li class={`limit-card meter-${state.level}`} aria-labelledby={title}>
      <h3 class="limit-name" id={title}>
        {name}
      </h3>
      <div class="limit-state">
        {state.share !== null && (
          <span
            class="meter-bar"
            role="meter"
            aria-label={limitsWords.limitsMeter(name)}
            aria-valuemin={0}
            aria-valuemax={reading.limit ?? undefined}
            aria-valuenow={state.remaining ?? undefined}
          >
            <span style={{ inlineSize: `${state.share * 100}%` }} />
          </span>
        )}
        {state.level === "empty" && <Icon name="warning" />}
        <span class="meter-count">{describeLeft(reading, state)}</span>
        {reading.resetAt !== null && !reading.expired && (
          <span class="quiet">
            {textWith(
              (countdown) =>
                (provider?.rateLimit?.sliding === true ? limitsWords.limitsMoreFrom : limitsWords.limitsResetsAt)(
                  formatMoment(reading.resetAt ?? 0, now),
                  countdown,
                ),
              <Countdown until={reading.resetAt} clock={clock} whenOver={limitsWords.limitsOver} />,
            )}
          </span>
        )}
      </div>
      <div class="limit-pace">
        <Sparkline history={reading.history} limit={reading.limit} />
        <p>{describePace(reading)}</p>
      </div>
      <dl class="limit-facts">
        <div>
          <dt>{limitsWords.limitsSpentBy}</dt>
          <dd>
            <ol class="limit-endpoints">
              {reading.endpoints.map(({ endpoint, count }) => (
                <li key={endpoint}>
                  <span class="limit-count">{limitsWords.limitsTimes(formatCount(count))}</span>{" "}
                  <code>{present(endpoint, { kind: "url" })}</code>
                </li>
              ))}
            </ol>
          </dd>
        </div>
        {policy !== undefined && (
          <div>
            <dt>{limitsWords.limitsPolicy}</dt>
            <dd>{limitsWords.limitsPolicyStated(policy)}</dd>
          </div>
        )}
        <Plan reading={reading} provider={provider} />
        <div>
          <dt>{limitsWords.limitsLastSeen}</dt>
          <dd>{limitsWords.limitsSeenAt(formatMoment(reading.seenAt, now))}</dd>
        </div>
        {skew !== undefined && (
          <div>
            <dt>{limitsWords.limitsClock}</dt>
            <dd>{skew}</dd>
          </div>
        )}
      </dl>
    </li>
  );
}

type PlanProps = Pick<Props, "reading" | "provider">;

/** Which documented limit the numbers look like: a guess and shown as one, with what the pages disagree on. */
function Plan({ reading, provider }: PlanProps) {
  const plans = looksLike(reading, provider);
  if (plans.length === 0) return null;
  return (
    <div>
      <dt>{limitsWords.limitsLooksLike}</dt>
      <dd>
        <ul class="limit-plans">
          {plans.map(({ scope, says, source }) => (
            <li key={`${scope} ${says}`}>
              {textWith((place) => limitsWords.limitsPlan(scope, says, place), <Source source={source} />)}
            </li>
          ))}
        </ul>
        {limitConflicts(provider).map(({ about, sides }) => (
          <div class="limit-conflict" key={about}>
            <p>
              <Icon name="warning" /> {limitsWords.limitsDisagree(about)}
            </p>
            <ul class="limit-plans">
              {sides.map(({ says, source }) => (
                <li key={says}>
                  {textWith((place) => limitsWords.limitsSide(says, place), <Source source={source} />)}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </dd>
    </div>
  );
}
