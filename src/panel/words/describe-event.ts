import { GENERIC_ID } from "../../catalogue/generic-host.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import { detailWords } from "./english/detail.ts";

/** How far the explanation reaches, as one sentence; undefined if there is nothing to add. */
export function describeReach(event: ApiEvent): string | undefined {
  const isUndocumented = event.providerId === GENERIC_ID;
  switch (event.meaning) {
    case "known":
      return event.explainedBy === "code" ? undefined : detailWords.explainedBy[event.explainedBy];
    case "unknown-code":
      return isUndocumented ? detailWords.reachNoCatalogue : detailWords.reachUnknownCode(event.providerName);
    case "unreadable":
      return isUndocumented ? detailWords.reachNoCatalogue : detailWords.reachUnreadable(event.providerName);
    // Without a response there is nothing that a catalogue could explain, and the explanation says why it is missing.
    case "unavailable":
    case "none":
      return undefined;
  }
}
