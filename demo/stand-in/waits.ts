import { type Call, type Reply, withHeaders } from "./call.ts";
import { type DemoError, documentedWait } from "./demo-error.ts";
import { secondsUntil, type Standing } from "./rate-limit.ts";

/** Makes the reply; `seconds` goes into its body where the API says the wait there. */
type Refusal = (seconds?: number) => Reply;

/**
 * Simulated full windows. The first call of a URL closes it; until its wait is over every call of the same URL is
 * refused with the time that is left; the next one is answered as usual.
 *
 * `simulate_wait` is a number of seconds, or how the wait is told: "body" (only in the body), "reset" (only in
 * X-RateLimit-Reset), "past" (a reset that is over), "date" (Retry-After as a date), "disagree" (a reset ten minutes
 * later than Retry-After), "none".
 */
export function createWaits(): {
  readonly reply: (error: DemoError, call: Call, standing: Standing, refuse: Refusal) => Reply | null;
  readonly clear: () => void;
} {
  const closedUntil = new Map<string, number>();
  return {
    clear: () => closedUntil.clear(),
    reply(error, call, standing, refuse) {
      const key = `${call.method} ${call.host}${call.path}?${call.query.toString()}`;
      const asked = call.query.get("simulate_wait") ?? "";
      const until = closedUntil.get(key) ?? call.now + (Number(asked) || documentedWait(error)) * 1000;
      if (until <= call.now) {
        closedUntil.delete(key);
        return null;
      }
      closedUntil.set(key, until);
      return tell(asked, until, call.now, standing, refuse);
    },
  };
}

function tell(asked: string, until: number, now: number, standing: Standing, refuse: Refusal): Reply {
  const seconds = secondsUntil(until, now);
  const counters = (resetAt: number): Record<string, string> => ({
    "x-ratelimit-limit": String(standing.policy.limit),
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": String(Math.ceil(resetAt / 1000)),
  });
  switch (asked) {
    case "none":
      return { ...refuse(), withoutCounters: true };
    case "body":
      return { ...refuse(seconds), withoutCounters: true };
    case "reset":
      return withHeaders(refuse(), counters(until));
    case "past":
      return withHeaders(refuse(), counters(now - 60_000));
    case "date":
      return withHeaders(refuse(), {
        ...counters(until),
        "retry-after": new Date(Math.ceil(until / 1000) * 1000).toUTCString(),
      });
    case "disagree":
      return withHeaders(refuse(), { ...counters(now + 600_000), "retry-after": String(seconds) });
    default:
      return withHeaders(refuse(seconds), { ...counters(until), "retry-after": String(seconds) });
  }
}
