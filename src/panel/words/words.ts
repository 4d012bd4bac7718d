import type { Advice, ApiEvent, Caution, ExplainedBy, Verdict } from "../../decode/api-event.ts";
import type { IconName } from "../controls/icon.tsx";
import { text, type TextKey } from "../text/text.ts";

/** Words by name, looked up when they are read: messages are not there yet while this module loads. */
function wordsOf<Name extends string>(keys: Readonly<Record<Name, TextKey>>): Readonly<Record<Name, string>> {
  const words = {};
  for (const [name, key] of Object.entries<TextKey>(keys))
    Object.defineProperty(words, name, { get: () => text(key), enumerable: true });
  // oxlint-disable-next-line no-unsafe-type-assertion -- one getter was defined for each name
  return words as Readonly<Record<Name, string>>;
}

/** The advice in two or three words, beside its icon: the meaning never hangs on colour. */
export const RETRY_WORDS: Readonly<Record<Advice["retry"], { readonly text: string; readonly icon: IconName }>> = {
  no: withText("retryNo", { icon: "no" }),
  yes: withText("retryYes", { icon: "retry" }),
  "after-delay": withText("retryAfterDelay", { icon: "clock" }),
  sometimes: withText("retrySometimes", { icon: "question" }),
};

/** The same for the narrow chip on a row. */
export const RETRY_CHIP: Readonly<Record<Advice["retry"], string>> = wordsOf({
  no: "retryChipNo",
  yes: "retryChipYes",
  "after-delay": "retryChipAfterDelay",
  sometimes: "retryChipSometimes",
});

export const BASIS_WORDS: Readonly<Record<Advice["basis"], string>> = wordsOf({
  header: "basisHeader",
  body: "basisBody",
  code: "basisCode",
  status: "basisStatus",
  network: "basisNetwork",
});

/** What each caution means for the developer, as a sentence. */
export const CAUTION_WORDS: Readonly<Record<Caution, string>> = wordsOf({
  idempotency: "cautionIdempotency",
  quota: "cautionQuota",
  state: "cautionState",
  "clock-skew": "cautionClockSkew",
  cached: "cautionCached",
  conflict: "cautionConflict",
  "wait-unstated": "cautionWaitUnstated",
});

export const VERDICT_WORDS: Readonly<
  Record<Verdict, { readonly text: string; readonly icon: IconName; readonly kind: string }>
> = {
  confirmed: withText("verdictConfirmed", { icon: "check", kind: "confirmed" }),
  "ruled-out": withText("verdictRuledOut", { icon: "cross", kind: "ruled-out" }),
  "cannot-tell": withText("verdictCannotTell", { icon: "question", kind: "cannot-tell" }),
};

function withText<Rest extends object>(key: TextKey, rest: Rest): Rest & { readonly text: string } {
  return {
    ...rest,
    get text() {
      return text(key);
    },
  };
}

const EXPLAINED_BY_WORDS: Readonly<Record<ExplainedBy, string>> = wordsOf({
  code: "explainedByCode",
  type: "explainedByType",
  status: "explainedByStatus",
  network: "explainedByNetwork",
  nothing: "explainedByNothing",
});

/** How far the explanation reaches, as one sentence; undefined where the code was found and there is nothing to add. */
export function describeReach(event: ApiEvent): string | undefined {
  switch (event.meaning) {
    case "known":
      return event.explainedBy === "code" ? undefined : EXPLAINED_BY_WORDS[event.explainedBy];
    case "unknown-code":
      return `${text("reachUnknownCode", event.providerName)} ${EXPLAINED_BY_WORDS[event.explainedBy]}`;
    case "unreadable":
      return `${text("reachUnreadable", event.providerName)} ${EXPLAINED_BY_WORDS[event.explainedBy]}`;
    case "unavailable":
      return `${text("reachUnavailable")} ${EXPLAINED_BY_WORDS[event.explainedBy]}`;
    case "none":
      return undefined;
  }
}
