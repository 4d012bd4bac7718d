import type { Advice } from "../../../decode/api-event.ts";
import type { FollowUp } from "../../../timeline/follow-up.ts";
import { type Value, words } from "../language.ts";

/** An advice in words, on a row and in its details. */
export const eventWords = words("event", {
  /** An advice in two or three words. */
  retry: {
    no: "Do not retry",
    yes: "Retry with backoff",
    "after-delay": "Wait, then retry",
    sometimes: "Check, then retry",
  } satisfies Record<Advice["retry"], string>,
  /** The same for the narrow chip on a row. */
  retryChip: {
    no: "Don’t retry",
    yes: "Backoff",
    "after-delay": "Wait",
    sometimes: "Check first",
  } satisfies Record<Advice["retry"], string>,
  /** What became of a failed call, for the chip on its row. */
  followUp: {
    recovered: "Recovered",
    retried: "Retried",
    "retried-too-early": "Too early",
    "gave-up": "Gave up",
  } satisfies Record<FollowUp["kind"], string>,
  /** The same as a sentence. */
  followUpSentence: {
    recovered: (tries: Value, after: Value) =>
      `Recovered: of ${tries} tries the last succeeded, sent ${after} after this answer.`,
    retried: (_: Value, after: Value) => `Tried again ${after} after this answer, without success so far.`,
    "retried-too-early": (_: Value, after: Value) =>
      `Tried again too early: ${after} after this answer, before the wait that it asked for was over.`,
    "gave-up": (tries: Value) => `Gave up: the last of ${tries} tries failed, and none has followed.`,
  } satisfies Record<FollowUp["kind"], (tries: Value, after: Value) => string>,
});
