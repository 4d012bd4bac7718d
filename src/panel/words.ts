import type { Advice, ApiEvent, Caution, ExplainedBy, Verdict } from "../decode/api-event.ts";
import type { IconName } from "./icon.tsx";

/** The advice in two or three words, beside its icon: the meaning never hangs on colour. */
export const RETRY_WORDS: Readonly<Record<Advice["retry"], { readonly text: string; readonly icon: IconName }>> = {
  no: { text: "Do not retry", icon: "no" },
  yes: { text: "Retry with backoff", icon: "retry" },
  "after-delay": { text: "Wait, then retry", icon: "clock" },
  sometimes: { text: "Check, then retry", icon: "question" },
};

/** The same for the narrow chip on a row. */
export const RETRY_CHIP: Readonly<Record<Advice["retry"], string>> = {
  no: "Don’t retry",
  yes: "Backoff",
  "after-delay": "Wait",
  sometimes: "Check first",
};

export const BASIS_WORDS: Readonly<Record<Advice["basis"], string>> = {
  header: "a response header",
  body: "the response body",
  code: "the documentation of this code",
  status: "the HTTP status",
  network: "the lack of a response",
};

/** What each caution means for the developer, as a sentence. */
export const CAUTION_WORDS: Readonly<Record<Caution, string>> = {
  idempotency:
    "This method is not safe to repeat and no idempotency key was sent: check whether it was applied before sending it again.",
  quota: "This is a daily or monthly allowance: waiting a few seconds will not bring it back.",
  state: "A retry works only after something else has changed, not after a time.",
  "clock-skew": "This computer’s clock and the server’s differ noticeably; the times shown are corrected for it.",
  cached: "This response came from a cache, so its counters may be out of date.",
  conflict: "The documentation contradicts itself on this.",
  "wait-unstated": "Nothing says how long to wait.",
};

export const VERDICT_WORDS: Readonly<
  Record<Verdict, { readonly text: string; readonly icon: IconName; readonly kind: string }>
> = {
  confirmed: { text: "Confirmed", icon: "check", kind: "confirmed" },
  "ruled-out": { text: "Ruled out", icon: "cross", kind: "ruled-out" },
  "cannot-tell": { text: "Cannot tell", icon: "question", kind: "cannot-tell" },
};

const EXPLAINED_BY_WORDS: Readonly<Record<ExplainedBy, string>> = {
  code: "Explained by its code.",
  type: "Explained by its type: the catalogue does not have this code.",
  status: "Explained by its HTTP status.",
  network: "Explained by the lack of a response.",
  nothing: "Nothing in the catalogue explains it.",
};

/** How far the explanation reaches, as one sentence; undefined where the code was found and there is nothing to add. */
export function describeReach(event: ApiEvent): string | undefined {
  switch (event.meaning) {
    case "known":
      return event.explainedBy === "code" ? undefined : EXPLAINED_BY_WORDS[event.explainedBy];
    case "unknown-code":
      return `${event.providerName}’s catalogue does not have this code. ${EXPLAINED_BY_WORDS[event.explainedBy]}`;
    case "unreadable":
      return `The body is not an error envelope that ${event.providerName} is known to send. ${EXPLAINED_BY_WORDS[event.explainedBy]}`;
    case "unavailable":
      return `There is no body to read. ${EXPLAINED_BY_WORDS[event.explainedBy]}`;
    case "none":
      return undefined;
  }
}
