import type { Advice } from "../../decode/api-event.ts";
import { instantText } from "./instant.ts";

const CAUTIONS: Readonly<Record<Advice["cautions"][number], string>> = {
  idempotency: "The method may have taken effect and no idempotency key was sent: check before repeating.",
  quota: "A daily or monthly allowance is used up: a short wait does not help.",
  state: "It waits for something to change, not for time.",
  "clock-skew": "The clocks of the computer and the server differ.",
  cached: "Served from a cache: the counters are stale.",
  conflict: "The documentation contradicts itself on this.",
  "wait-unstated": "No wait is stated anywhere.",
};

/** The retry advice in one line: "Retry after a delay (45 s, at …)". */
export function adviceLine(advice: Advice): string {
  const words: Readonly<Record<Advice["retry"], string>> = {
    no: "Do not retry.",
    yes: "Retry with backoff.",
    "after-delay": "Retry after a delay.",
    sometimes: "Retry only after checking.",
  };
  const wait = advice.waitSeconds === null ? "" : ` Wait ${advice.waitSeconds} s.`;
  const at = advice.retryAt === null ? "" : ` Not before ${instantText(advice.retryAt)}.`;
  return `${words[advice.retry]}${wait}${at} (basis: ${advice.basis})`;
}

/** What to mind when following the advice, as sentences. */
export function cautionLines(advice: Advice): readonly string[] {
  return advice.cautions.map((caution) => CAUTIONS[caution]);
}
