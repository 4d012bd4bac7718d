import type { ApiEvent } from "../../decode/api-event.ts";
import { detailWords } from "./english/detail.ts";

/** How far the explanation reaches, as one sentence; undefined where the code was found and there is nothing to add. */
export function describeReach(event: ApiEvent): string | undefined {
  switch (event.meaning) {
    case "known":
      return event.explainedBy === "code" ? undefined : detailWords.explainedBy[event.explainedBy];
    case "unknown-code":
      return `${detailWords.reachUnknownCode(event.providerName)} ${detailWords.explainedBy[event.explainedBy]}`;
    case "unreadable":
      return `${detailWords.reachUnreadable(event.providerName)} ${detailWords.explainedBy[event.explainedBy]}`;
    case "unavailable":
      return `${detailWords.reachUnavailable} ${detailWords.explainedBy[event.explainedBy]}`;
    case "none":
      return undefined;
  }
}
