import { useMemo, useState } from "preact/hooks";
import { readRetryFacts } from "../../timeline/retry-facts.ts";
import { formatCountdown } from "../../timing/countdown.ts";
import { backoffSchedule, type BackoffStep, DEFAULT_BACKOFF, LONGEST_WAIT_MS } from "../../timing/backoff.ts";
import { retryCode } from "../../timing/retry-code/retry-code.ts";
import type { RetryClient } from "../../timing/retry-code/retry-code-facts.ts";
import { formatDuration } from "../words/format-amount.ts";
import { Icon } from "../controls/icon.tsx";
import type { BackoffProps } from "./backoff-props.ts";
import { detailWords } from "../words/english/detail.ts";

const CLIENTS: readonly RetryClient[] = ["fetch", "ky", "axios"];

/** The pauses that a careful client would make after this failure, and code that makes them. */
export function BackoffPreview({ event, provider, onCopyCode }: BackoffProps) {
  const [client, setClient] = useState<RetryClient>("fetch");
  const facts = readRetryFacts(event, provider);
  const statedMs = event.advice.waitSeconds === null ? null : event.advice.waitSeconds * 1000;
  // Drawn once for each call: a table that changes while it is read would be no example.
  const steps = useMemo(() => backoffSchedule(Math.random, statedMs), [event.id, statedMs]);
  const { retries, capMs } = DEFAULT_BACKOFF;
  const isTooLong = statedMs !== null && statedMs > LONGEST_WAIT_MS;
  return (
    <div class="backoff-body">
      <p>
        {(statedMs === null ? detailWords.backoffAbout : detailWords.backoffAboutStated)(
          retries,
          formatDuration(capMs),
        )}
      </p>
      <Schedule steps={steps} />
      {isTooLong && <Caution text={detailWords.backoffTooLong(formatCountdown(LONGEST_WAIT_MS))} />}
      {facts.unread === "cors" && (
        <Caution text={statedMs === null || isTooLong ? detailWords.backoffHidden : detailWords.backoffHiddenSeen} />
      )}
      {event.advice.cautions.includes("idempotency") && (
        <Caution text={detailWords.backoffUnsafe(event.exchange.request.method)} />
      )}
      <div class="backoff-clients">
        <span role="radiogroup" aria-label={detailWords.backoffClient}>
          {CLIENTS.map((name) => (
            <label class="check" key={name}>
              <input
                type="radio"
                name="retry-client"
                value={name}
                checked={name === client}
                onChange={() => setClient(name)}
              />
              {name}
            </label>
          ))}
        </span>
        <button type="button" class="button" onClick={() => onCopyCode(client)}>
          {detailWords.backoffCopy}
        </button>
      </div>
      <pre class="backoff-code" tabIndex={0} role="region" aria-label={detailWords.backoffCodeFor(client)}>
        {retryCode(client, facts)}
      </pre>
    </div>
  );
}

function Caution({ text: words }: { readonly text: string }) {
  return (
    <p class="caution">
      <Icon name="warning" />
      <span>{words}</span>
    </p>
  );
}

function Schedule({ steps }: { readonly steps: readonly BackoffStep[] }) {
  return (
    <table class="limits" aria-label={detailWords.backoffPauses}>
      <thead>
        <tr>
          <th scope="col">{detailWords.backoffRetry}</th>
          <th scope="col">{detailWords.backoffBetween}</th>
          <th scope="col">{detailWords.backoffExample}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ retry, fromMs, toMs, drawnMs }) => (
          <tr key={retry}>
            <th scope="row">{retry}</th>
            <td>{detailWords.backoffFromTo(formatDuration(fromMs), formatDuration(toMs))}</td>
            <td>{formatDuration(drawnMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
