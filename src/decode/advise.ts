import { GENERIC_ID } from "../catalogue/generic-host.ts";
import type { Provider, RetryEntry } from "../catalogue/provider.ts";
import type { RetryWord } from "../catalogue/retry-word.ts";
import { receivedAt, type Exchange } from "../exchange/exchange.ts";
import type { RateLimit } from "../timing/rate-limit.ts";
import type { Advice, Caution } from "./api-event.ts";
import { isCancelled, networkFailure } from "./network-failure.ts";
import type { Signal } from "./signals/find-signal.ts";
import { idempotencyKey, isUnsafeToRepeat } from "./request-facts.ts";
import { statusSemantics } from "./status-semantics.ts";

/** What advice is made from. */
export type AdviceInput = {
  readonly exchange: Exchange;
  readonly provider: Provider;
  readonly rateLimit: RateLimit;
  /** The catalogue's word on the code; undefined for unknown codes and bodies that say none. */
  readonly codeRetry: RetryEntry | undefined;
  /** The catalogue's word on the status. */
  readonly statusRetry: RetryEntry | undefined;
  /** The catalogue's word on a failure inside a success status; undefined for every other event. */
  readonly hiddenRetry: RetryEntry | undefined;
  /** The documents contradict each other on whether or when to retry. */
  readonly retryIsContested: boolean;
  /** What the answer itself says about repeating; only of hosts without a document. */
  readonly signal?: Signal;
};

/** Below this a difference between the two clocks is noise (Date has whole seconds, RFC 9110 section 5.6.7). */
const NOTABLE_SKEW_MS = 5000;

/** Statuses after which the work may have been done although the answer says otherwise. */
const MAY_HAVE_BEEN_APPLIED: readonly number[] = [0, 500, 502, 504, 520, 522, 524, 598, 599];

export const NOT_NEEDED: Advice = {
  retry: "no",
  waitSeconds: null,
  retryAt: null,
  basis: "status",
  reason: "Not needed: the call succeeded.",
  cautions: [],
};

/** A success whose body nobody looked at: it may report a failure all the same. */
export const UNREAD: Advice = {
  ...NOT_NEEDED,
  reason: "The status says success. The body was not read, and may report a failure all the same.",
};

type Verdict = {
  readonly word: RetryWord;
  readonly reason: string;
  readonly basis: Advice["basis"];
  readonly entry?: RetryEntry;
  readonly quota?: "daily" | "monthly";
};

/**
 * Whether and when to repeat a failed call. A code outranks the provider's status table, that outranks the status'
 * class; a usable Retry-After on any failure gives the earliest time, on 429 the reset does; a daily or monthly
 * allowance never gets a short wait. Where no document says whether to repeat, a server that states a wait is taken at
 * its word whatever the status: RFC 9110 section 10.2.3 makes it the time to wait before a follow-up request.
 */
export function advise(input: AdviceInput): Advice {
  const verdict = judge(input);
  const stated = waitApplies(verdict, input.rateLimit) ? input.rateLimit.retryAt : null;
  const retryAt = stated ?? documentedWait(verdict, input.exchange);
  const word: RetryWord = retryAt !== null && verdict.word === "yes" ? "after-delay" : verdict.word;
  const waitMs = retryAt === null ? null : Math.max(0, retryAt - receivedAt(input.exchange));
  return {
    retry: word,
    waitSeconds: waitMs === null ? null : Math.ceil(waitMs / 1000),
    retryAt,
    basis: stated === null || word === "no" ? verdict.basis : input.rateLimit.retryBasis === "body" ? "body" : "header",
    reason: verdict.reason,
    cautions: cautions(input, verdict, word, retryAt),
  };
}

function judge(input: AdviceInput): Verdict {
  const { exchange, provider, rateLimit, codeRetry, statusRetry, hiddenRetry, signal } = input;
  const { status } = exchange.response;
  if (signal !== undefined && !(codeRetry?.advise === "no" && signal.kind === "transient"))
    return fromSignal(signal, input);
  if (codeRetry !== undefined)
    return { word: codeRetry.advise, reason: codeRetry.reason, basis: "code", entry: codeRetry };
  if (hiddenRetry !== undefined)
    return { word: hiddenRetry.advise, reason: hiddenRetry.reason, basis: "status", entry: hiddenRetry };
  if (statusRetry !== undefined)
    return { word: statusRetry.advise, reason: statusRetry.reason, basis: "status", entry: statusRetry };
  if (status === 0) return judgeNoResponse(exchange, provider);
  const word = statusSemantics(status).retry;
  const reasons: Readonly<Record<RetryWord, string>> = {
    no: "Repeating the same request will fail again.",
    yes: `Status ${status} can be temporary: repeat with growing pauses.`,
    "after-delay": `Status ${status} asks to slow down: wait before the next try.`,
    sometimes: `Status ${status} may pass: look first at what changed.`,
  };
  // That no document describes the host is said once, in the notes.
  const silence = provider.id === GENERIC_ID ? "" : " The API's own documents do not cover this case.";
  if (word === "no" && statesWait(rateLimit)) {
    const reason = `The response says when to come back, so status ${status} is taken to pass.${silence}`;
    return { word: "after-delay", reason, basis: "status" };
  }
  if (word === "yes" && provider.id === GENERIC_ID && isUncertain(input)) {
    const reason = `Status ${status} does not tell whether the ${exchange.request.method} was carried out: check before repeating it.`;
    return { word: "sometimes", reason, basis: "status" };
  }
  return { word, reason: `${reasons[word]}${silence}`, basis: "status" };
}

/** An unsafe method without an idempotency key, and a status that leaves open whether the work was done. */
function isUncertain({ exchange, provider }: AdviceInput): boolean {
  return (
    isUnsafeToRepeat(exchange.request.method) &&
    idempotencyKey(exchange, provider) === undefined &&
    MAY_HAVE_BEEN_APPLIED.includes(exchange.response.status)
  );
}

/** From here on a stated wait is one for the calendar: any used-up allowance with such a wait may be asked again then. */
const LONG_WAIT_MS = 600_000;

function fromSignal(signal: Signal, input: AdviceInput): Verdict {
  const { retry, reason, basis, quota, kind } = signal;
  const { rateLimit, exchange } = input;
  const own = quota === undefined ? {} : { quota };
  const waitMs = rateLimit.retryAt === null ? null : rateLimit.retryAt - receivedAt(exchange);
  // Of a daily or monthly allowance the server's own word on when to come back is taken, with a caution.
  if (kind === "quota" && waitMs !== null && signal.isFlag !== true && (waitMs >= LONG_WAIT_MS || quota !== undefined))
    return { word: "after-delay", reason: `${reason} The answer says when.`, basis, ...own };
  if (retry === "yes" && isUncertain(input)) {
    const { method } = exchange.request;
    return {
      word: "sometimes",
      reason: `${reason} Whether the ${method} was carried out is open: check first.`,
      basis,
    };
  }
  return { word: retry, reason, basis, ...own };
}

/** RFC 9110 section 9.2.2: a lost answer does not tell whether the work was done. */
function judgeNoResponse(exchange: Exchange, provider: Provider): Verdict {
  if (isCancelled(exchange))
    return { word: "no", reason: "The page gave the call up itself: there is nothing to repeat.", basis: "network" };
  const failure = networkFailure(exchange);
  if (failure.isLasting === true)
    return { word: "no", reason: "What stopped the call is there again at the next one.", basis: "network" };
  const unsafe = isUnsafeToRepeat(exchange.request.method) && idempotencyKey(exchange, provider) === undefined;
  return unsafe
    ? {
        word: "sometimes",
        reason: "No response arrived: the server may have done the work all the same. Check before repeating.",
        basis: "network",
      }
    : {
        word: "yes",
        reason: "No response arrived and the request is safe to repeat: try again with growing pauses.",
        basis: "network",
      };
}

/** A wait, or a window that is used up: GitHub answers its hourly limit with 403, no requests left and a reset. */
function statesWait({ retryAt, retryBasis, remaining }: RateLimit): boolean {
  return retryAt !== null && (retryBasis !== "reset" || remaining === 0);
}

/** The answer itself says that repeating is of no use: a wait beside it is the gateway's habit. */
function isSignalledNo({ word, entry, basis }: Verdict): boolean {
  return word === "no" && entry === undefined && basis !== "status" && basis !== "network";
}

function waitApplies(verdict: Verdict, rateLimit: RateLimit): boolean {
  if ((verdict.entry?.quota ?? verdict.quota) !== undefined && verdict.word === "no") return false;
  if (isSignalledNo(verdict)) return false;
  if (rateLimit.retryBasis === "reset") {
    // Requests left in the window: another limit was hit, of which this reset says nothing.
    if (rateLimit.remaining !== null && rateLimit.remaining > 0 && rateLimit.isTooLittle !== true) return false;
    // A window's reset says nothing about a scan slot or a lock, and "no" stays "no" when quota comes back.
    return verdict.word !== "no" && verdict.entry?.waitsFor === undefined;
  }
  return rateLimit.retryBasis !== null;
}

/** When the wait ends that the documents name for this failure, where the answer states none itself. */
function documentedWait({ word, entry }: Verdict, exchange: Exchange): number | null {
  const seconds = word === "no" ? undefined : entry?.waitSeconds;
  return seconds === undefined ? null : receivedAt(exchange) + seconds * 1000;
}

function cautions(input: AdviceInput, verdict: Verdict, word: RetryWord, retryAt: number | null): readonly Caution[] {
  const { exchange, provider, rateLimit } = input;
  const found: Caution[] = [];
  const unsafe = isUnsafeToRepeat(exchange.request.method) && idempotencyKey(exchange, provider) === undefined;
  const uncertain = MAY_HAVE_BEEN_APPLIED.includes(exchange.response.status) || word === "sometimes";
  if (unsafe && uncertain && word !== "no") found.push("idempotency");
  if ((verdict.entry?.quota ?? verdict.quota) !== undefined) found.push("quota");
  if (verdict.entry?.waitsFor !== undefined) found.push("state");
  if (retryAt !== null && Math.abs(rateLimit.skewMs ?? 0) >= NOTABLE_SKEW_MS) found.push("clock-skew");
  if (rateLimit.stale) found.push("cached");
  if (input.retryIsContested) found.push("conflict");
  if (retryAt === null && word === "after-delay") found.push("wait-unstated");
  return found;
}
