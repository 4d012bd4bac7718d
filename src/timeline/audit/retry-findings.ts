import type { Finding } from "../finding.ts";
import type { Attempt } from "./attempt.ts";
import { likelyClient } from "./client-hints.ts";
import {
  FIXED_INTERVAL_RETRIES,
  FIXED_INTERVAL_SPREAD_MS,
  FIXED_INTERVAL_SPREAD_SHARE,
  HOPELESS_RETRY_MS,
  ROUNDING_MS,
} from "./limits.ts";
import { shareIdempotencyKey } from "./idempotency-key.ts";
import { isEarly } from "../follow-up.ts";
import { earlierIndex, retriedIndex } from "./retried-index.ts";
import { inWords } from "../../web/duration.ts";
import { aResponse } from "./wording.ts";

/** What an operation's forgotten attempts contributed: failures since its last success, and whether one was hopeless. */
export type Carried = { readonly failures: number; readonly hopeless: boolean };

/**
 * Findings that the attempt at `index` shows by what came before it in its operation (docs/findings.md, "Retries").
 * `attempts` are in order of start. Linear in the number of attempts.
 */
export function retryFindings(attempts: readonly Attempt[], index: number, carried: Carried): readonly Finding[] {
  const attempt = attempts[index];
  const previous = attempts[retriedIndex(attempts, index)];
  if (attempt === undefined || previous === undefined) return [];
  const client = (): string => likelyClient(retryChain(attempts, index));
  return [
    ...retriedTooEarly(attempt, previous, client),
    ...retriedNonRetryable(attempt, previous, client),
    ...unsafePostRetry(attempt, previous),
    ...fixedInterval(attempts, index),
    ...recovered(attempts, index, carried),
  ];
}

/** Findings look back over so many attempts of a run at most; what is equal or telling shows within far fewer. */
const MAX_RUN = 16;

/** The attempt at `index` and, before it, each one it retries in turn; oldest first, `MAX_RUN` at most. */
function retryChain(attempts: readonly Attempt[], index: number): readonly Attempt[] {
  const chain: Attempt[] = [];
  for (let at = index; at !== -1 && chain.length < MAX_RUN; at = retriedIndex(attempts, at)) {
    const attempt = attempts[at];
    if (attempt !== undefined) chain.push(attempt);
  }
  return chain.toReversed();
}

function retriedTooEarly(attempt: Attempt, previous: Attempt, client: () => string): readonly Finding[] {
  const wait = previous.statedWait;
  if (wait === null || !isEarly(previous, attempt)) return [];
  const gap = inWords(attempt.startedAt - previous.receivedAt);
  const asked = inWords(wait.until - previous.receivedAt);
  const by = wait.from === "Retry-After" ? "" : " by its X-RateLimit-Reset";
  const hidden =
    previous.waitHidden && wait.from === "Retry-After"
      ? " The page could not read the header: the server must first list it in Access-Control-Expose-Headers."
      : "";
  return [
    {
      id: "retried-too-early",
      text: `Retried ${gap} after ${aResponse(previous.status)} that asked for ${asked}${by}.`,
      change: `Wait until the stated time has passed, counted from the response's arrival.${hidden}${client()}`,
      rule: "RFC 9110 section 10.2.3: a client should wait as long as Retry-After says before its next request.",
      related: [previous.id],
    },
  ];
}

function retriedNonRetryable(attempt: Attempt, previous: Attempt, client: () => string): readonly Finding[] {
  const gap = attempt.startedAt - previous.receivedAt;
  if (previous.advice !== "no" || previous.identity !== attempt.identity || gap > HOPELESS_RETRY_MS + ROUNDING_MS)
    return [];
  const named = `${aResponse(previous.status)} ${previous.shownCode}`.trimEnd();
  return [
    {
      id: "retried-non-retryable",
      text: `Sent again unchanged ${inWords(gap)} after ${named}, which repeating cannot cure.`,
      change: `Retry only what can succeed: exclude this status and code in the client's retry condition.${client()}`,
      rule: "The provider's error reference: this error is not to be retried (Faultline's advice \"no\").",
      related: [previous.id],
    },
  ];
}

function unsafePostRetry(attempt: Attempt, previous: Attempt): readonly Finding[] {
  if (attempt.method !== "POST" && attempt.method !== "PATCH") return [];
  const { status } = previous;
  const maybeApplied =
    status === 0 || (status >= 500 && status <= 599 && status !== 503) || previous.code === "nonce_collision";
  if (!maybeApplied || shareIdempotencyKey(previous.idempotency, attempt.idempotency)) return [];
  const after = previous.code === "nonce_collision" ? `${aResponse(status)} nonce_collision` : aResponse(status);
  return [
    {
      id: "unsafe-post-retry",
      text: `${attempt.method} repeated ${inWords(attempt.startedAt - previous.receivedAt)} after ${after} without a common idempotency key: the first may have been applied.`,
      change:
        "Send one idempotency key with the request and the same with each retry, in the place the API documents; where it documents none, look up first whether the request took effect.",
      rule: "RFC 9110 section 9.2.2: a client should not repeat a non-idempotent request unless it knows that repeating is safe.",
      related: [previous.id],
    },
  ];
}

function fixedInterval(attempts: readonly Attempt[], index: number): readonly Finding[] {
  const gaps = equalGaps(attempts, index);
  // Reported when the run is first long enough, not again with every further retry of it.
  if (gaps === undefined || equalGaps(attempts, retriedIndex(attempts, index)) !== undefined) return [];
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const chain = retryChain(attempts, index);
  return [
    {
      id: "fixed-interval-no-backoff",
      text: `${gaps.length} retries in a row came ${mean < 0.5 ? "at once" : `about ${inWords(mean)} apart`} (${gaps.map(inWords).join(", ")}), with no backoff.`,
      change: `Let the wait grow with each attempt (1, 2, 4 s …), with random jitter and a cap.${likelyClient(chain)}`,
      rule: "RFC 9110 section 9.2.2 asks not to repeat failed retries automatically; backoff with jitter is the providers' own advice.",
      related: chain.slice(-gaps.length - 1, -1).map((attempt) => attempt.id),
    },
  ];
}

/**
 * The shortest run of at least three gaps ending at `index` that are as good as equal; undefined if there is none.
 * Only retries that answer a failure without a stated wait count.
 */
function equalGaps(attempts: readonly Attempt[], index: number): readonly number[] | undefined {
  const gaps: number[] = [];
  let smallest = Infinity;
  let largest = -Infinity;
  let sum = 0;
  let at = index;
  while (gaps.length < MAX_RUN) {
    const previousIndex = retriedIndex(attempts, at);
    const attempt = attempts[at];
    const previous = attempts[previousIndex];
    if (attempt === undefined || previous === undefined || previous.statedWait !== null) return undefined;
    const gap = Math.max(0, attempt.startedAt - previous.receivedAt);
    gaps.unshift(gap);
    sum += gap;
    smallest = Math.min(smallest, gap);
    largest = Math.max(largest, gap);
    const allowed = Math.max(FIXED_INTERVAL_SPREAD_MS, (FIXED_INTERVAL_SPREAD_SHARE * sum) / gaps.length);
    if (gaps.length >= FIXED_INTERVAL_RETRIES && largest - smallest <= allowed + ROUNDING_MS) return gaps;
    at = previousIndex;
  }
  return undefined;
}

function recovered(attempts: readonly Attempt[], index: number, carried: Carried): readonly Finding[] {
  const attempt = attempts[index];
  if (attempt === undefined || attempt.status < 200 || attempt.status > 299) return [];
  const failures: Attempt[] = [];
  let at = earlierIndex(attempts, index);
  for (; at >= 0; at -= 1) {
    const earlier = attempts[at];
    if (earlier === undefined || !earlier.failed) break;
    failures.unshift(earlier);
  }
  const forgotten = at < 0 ? carried : { failures: 0, hopeless: false };
  if (forgotten.hopeless || failures.some((failure) => failure.advice === "no")) return [];
  const count = failures.length + forgotten.failures;
  const first = failures[0];
  const statuses = failures.slice(-4).map((failure) => (failure.status === 0 ? "no response" : String(failure.status)));
  const after =
    first === undefined ? "" : `, ${inWords(attempt.receivedAt - first.startedAt)} after the first was sent`;
  return [
    {
      id: "recovered-after-n-retries",
      text: `Answered ${attempt.status} after ${count} ${count === 1 ? "retry" : "retries"} (${count > statuses.length ? "… " : ""}${statuses.join(", ")} before it)${after}.`,
      change: "Nothing in the request: the failure passed. Keep the retries bounded and spaced.",
      rule: "RFC 9110 section 15.6: 5xx and rate limits describe a state of the server that may pass.",
      related: failures.map((failure) => failure.id),
    },
  ];
}
