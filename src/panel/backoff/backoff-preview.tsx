import { useMemo, useState } from "preact/hooks";
import { readRetryFacts } from "../../timeline/retry-facts.ts";
import { backoffSchedule, type BackoffStep, DEFAULT_BACKOFF } from "../../timing/backoff.ts";
import { retryCode } from "../../timing/retry-code/retry-code.ts";
import type { RetryClient } from "../../timing/retry-code/retry-code-facts.ts";
import { formatDuration } from "../format-amount.ts";
import { Icon } from "../icon.tsx";
import type { BackoffProps } from "./backoff-section.tsx";

const CLIENTS: readonly RetryClient[] = ["fetch", "ky", "axios"];

/** The pauses that a careful client would make after this failure, and code that makes them. */
export function BackoffPreview({ event, provider, onCopyCode }: BackoffProps) {
  const [client, setClient] = useState<RetryClient>("fetch");
  const facts = readRetryFacts(event, provider);
  const statedMs = event.advice.waitSeconds === null ? null : event.advice.waitSeconds * 1000;
  // Drawn once for each call: a table that changes while it is read would be no example.
  const steps = useMemo(() => backoffSchedule(Math.random, statedMs), [event.id, statedMs]);
  const { retries, capMs } = DEFAULT_BACKOFF;
  return (
    <div class="backoff-body">
      <p>
        A suggestion of Faultline’s, not the server’s word: {retries} retries, each pause drawn at random up to an end
        that doubles and never exceeds {formatDuration(capMs)}
        {statedMs === null ? "" : ", on top of the wait that the server asked for"}.
      </p>
      <Schedule steps={steps} />
      {facts.unread === "cors" && (
        <p class="caution">
          <Icon name="warning" />
          <span>
            The page cannot read Retry-After here: the server must list it in Access-Control-Expose-Headers. Until then
            the code falls back to {statedMs === null ? "its own backoff" : "the wait that DevTools saw"}.
          </span>
        </p>
      )}
      {event.advice.cautions.includes("idempotency") && (
        <p class="caution">
          <Icon name="warning" />
          <span>The code repeats this {event.exchange.request.method} by itself only after a 429 or 503.</span>
        </p>
      )}
      <div class="backoff-clients">
        <span role="radiogroup" aria-label="Client">
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
          Copy code
        </button>
      </div>
      <pre class="backoff-code" tabIndex={0} role="region" aria-label={`Code for ${client}`}>
        {retryCode(client, facts)}
      </pre>
    </div>
  );
}

function Schedule({ steps }: { readonly steps: readonly BackoffStep[] }) {
  return (
    <table class="limits" aria-label="Pauses">
      <thead>
        <tr>
          <th scope="col">Retry</th>
          <th scope="col">Pause between</th>
          <th scope="col">For example</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ retry, fromMs, toMs, drawnMs }) => (
          <tr key={retry}>
            <th scope="row">{retry}</th>
            <td>
              {formatDuration(fromMs)} and {formatDuration(toMs)}
            </td>
            <td>{formatDuration(drawnMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
