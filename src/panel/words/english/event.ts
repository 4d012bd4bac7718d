import type { Advice } from "../../../decode/api-event.ts";
import { words } from "../language.ts";

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
});
