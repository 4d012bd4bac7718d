import { useState } from "preact/hooks";
import { lazyPart } from "../loading/lazy-part.tsx";
import type { BackoffProps } from "./backoff-props.ts";
import { detailWords } from "../words/english/detail.ts";

const LazyBackoffPreview = lazyPart(() => import("./backoff-preview.tsx").then((room) => room.BackoffPreview));

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
      <summary class="section-title">{detailWords.backoffTitle}</summary>
      {isOpen && <LazyBackoffPreview {...props} />}
    </details>
  );
}
