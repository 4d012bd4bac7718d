import type { ApiEvent } from "../decode/api-event.ts";
import type { EpochMs } from "../exchange/exchange.ts";
import type { Finding } from "./finding.ts";
import type { FollowUp } from "./follow-up.ts";

/** A decoded exchange with what the audit found in it. Never changed: a new finding makes a new item. */
export type EventItem = {
  readonly kind: "event";
  readonly id: string;
  readonly at: EpochMs;
  readonly event: ApiEvent;
  readonly findings: readonly Finding[];
  /** What became of a failure; absent for successes and for failures that nothing followed. */
  readonly followUp?: FollowUp;
  /** Facts about how this row came to be: "The browser listed this request twice …" */
  readonly notes: readonly string[];
};
export type UnreadableItem = {
  readonly kind: "unreadable";
  readonly id: string;
  readonly at: EpochMs;
  readonly problem: string;
};
export type NavigationItem = {
  readonly kind: "navigation";
  readonly id: string;
  readonly at: EpochMs;
  readonly url: string;
};
export type TimelineItem = EventItem | UnreadableItem | NavigationItem;

/** What is appended: a decoded event, or a feed's own record of an unreadable entry or a navigation. */
export type TimelineInput =
  | { readonly kind: "event"; readonly event: ApiEvent }
  | { readonly kind: "unreadable"; readonly sequence: number; readonly at: EpochMs; readonly problem: string }
  | { readonly kind: "navigation"; readonly at: EpochMs; readonly url: string };

/** Order of two items on the timeline. At the same instant a marker comes before the calls of its page. */
export function standsBefore(
  one: Pick<TimelineItem, "at" | "kind">,
  other: Pick<TimelineItem, "at" | "kind">,
): boolean {
  if (one.at !== other.at) return one.at < other.at;
  return one.kind === "navigation" && other.kind !== "navigation";
}
