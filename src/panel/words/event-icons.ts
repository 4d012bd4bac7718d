import type { Advice, Verdict } from "../../decode/api-event.ts";
import type { IconName } from "../controls/icon.tsx";

/** The icon beside the words of an advice: the meaning never depends on colour. */
export const RETRY_ICONS: Readonly<Record<Advice["retry"], IconName>> = {
  no: "no",
  yes: "retry",
  "after-delay": "clock",
  sometimes: "question",
};

/** The icon of a verdict on a cause. */
export const VERDICT_ICONS: Readonly<Record<Verdict, IconName>> = {
  confirmed: "check",
  "ruled-out": "cross",
  "cannot-tell": "question",
};
