import { useState } from "preact/hooks";
import type { Provider } from "../../catalogue/provider.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import type { RetryClient } from "../../timing/retry-code/retry-code-facts.ts";
import { lazyPart } from "../lazy-part.tsx";
import "./backoff-preview.css";

const LazyBackoffPreview = lazyPart(() => import("./backoff-preview.tsx").then((room) => room.BackoffPreview));

export type BackoffProps = {
  readonly event: ApiEvent;
  readonly provider: Provider | undefined;
  readonly onCopyCode: (client: RetryClient) => void;
};

/**
 * How a careful client would repeat this call, behind a heading that opens it. Only where time alone helps: not for a
 * daily or monthly allowance, nor where something else must change or be checked first.
 */
export function BackoffSection(props: BackoffProps) {
  const [isOpen, setOpen] = useState(false);
  const { outcome, advice } = props.event;
  const isRepeatable = advice.retry === "yes" || advice.retry === "after-delay";
  const needsMore = advice.cautions.includes("quota") || advice.cautions.includes("state");
  if (outcome !== "failure" || !isRepeatable || needsMore) return null;
  return (
    <details class="section backoff" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="section-title">Backoff preview: how a client should retry this</summary>
      {isOpen && <LazyBackoffPreview {...props} />}
    </details>
  );
}
