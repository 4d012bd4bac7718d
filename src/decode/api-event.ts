import type { CheckName } from "../catalogue/check-names.ts";
import type { Conflict } from "../catalogue/provider.ts";
import type { RetryWord } from "../catalogue/retry-word.ts";
import type { BodyAbsence, EpochMs, Exchange } from "../exchange/exchange.ts";
import type { RateLimit } from "../timing/rate-limit.ts";

/** Whether a documented cause applies to this very request. */
export type Verdict = "confirmed" | "ruled-out" | "cannot-tell";

export type CauseFinding = {
  readonly text: string;
  readonly verdict: Verdict;
  /** The check that decided; absent where no request can show it. */
  readonly check?: CheckName;
  /** What was seen, in one sentence without any secret: "Authorization was sent without the word Bearer." */
  readonly evidence?: string;
};

/**
 * known: the code is in the catalogue. unknown-code: an envelope with a code the catalogue lacks.
 * unreadable: a failure whose body is no known envelope (HTML, text, cut JSON). unavailable: no body to read.
 * none: not a failure.
 */
export type Meaning = "known" | "unknown-code" | "unreadable" | "unavailable" | "none";

/** What decided the explanation, most specific first: the panel and the report say it. */
export type ExplainedBy = "code" | "type" | "status" | "network" | "nothing";

export type Caution =
  | "idempotency" // an unsafe method without an idempotency key: check whether it was applied
  | "quota" // a daily or monthly allowance: no short countdown
  | "state" // waits for something to change, not for time
  | "clock-skew" // the computer's clock and the server's differ noticeably
  | "cached" // served from a cache: counters are stale
  | "conflict" // the documents contradict each other on this
  | "wait-unstated"; // no wait is stated anywhere

export type Advice = {
  readonly retry: RetryWord;
  /** Seconds from receipt, rounded up; null where no wait is known. */
  readonly waitSeconds: number | null;
  /** Earliest instant to retry; null where unknown. */
  readonly retryAt: EpochMs | null;
  /** What decided: a header or body wait, the code's entry, the status, or the lack of a response. */
  readonly basis: "header" | "body" | "code" | "status" | "network";
  readonly reason: string;
  readonly cautions: readonly Caution[];
};

export type RequestId = {
  readonly value: string;
  readonly from: "header" | "body";
  /** Header as received, JSON pointer, or what a page calls it. */
  readonly name: string;
  /** No document names this place: it was found by what such members are usually called. */
  readonly undocumented?: true;
};

/** What is wrong with one input, as the server says it. */
export type FieldError = { readonly field: string; readonly message: string | null; readonly code: string | null };

/** Something that stands beside the code: a decline code, a hint, a link. `value` is as received. */
export type EventFact = { readonly label: string; readonly value: string };

/** Who answered in place of the API, told from what only its own answers have. */
export type AnsweredBy = {
  readonly name: string;
  /** Its own code for what happened; null where it gives none. */
  readonly code: string | null;
  readonly meaning: string;
  /** A check for bots, which no repetition passes. */
  readonly isChallenge?: true;
  readonly docs: string;
};

/** What the page's own script could see of a failure, by the Fetch standard's CORS protocol. */
export type PageView = {
  /** response: status and some headers. network-error: a rejected fetch. abort: a rejection by the page itself. */
  readonly saw: "response" | "network-error" | "abort";
  /** Null where the script got no response. */
  readonly status: number | null;
  readonly body: boolean;
  /** Names of the response headers that the script could read, as received, each once. */
  readonly readable: readonly string[];
  /** Names of those that were kept from it. */
  readonly hidden: readonly string[];
  /** What the script caught, as its engine words it; null where it got a response. */
  readonly error: string | null;
  /** Why, in one sentence; null where nothing was kept from the page. */
  readonly reason: string | null;
  /** The one header that the server has to send; null where none would change anything. */
  readonly fix: { readonly name: string; readonly value: string } | null;
};

/** One of several answers in a body (a batch, a 207), or of several errors (GraphQL). */
export type EventItem = {
  /** What the item calls itself, else its place, counted from 1. */
  readonly label: string;
  /** HTTP status of the item, where it has one. */
  readonly status: number | null;
  readonly failed: boolean;
  readonly code: string | null;
  readonly message: string | null;
  /** Whether repeating this part alone can help, by its code, else by its status; null where neither says. */
  readonly retry: RetryWord | null;
};

/** A finished exchange with a watched host, decoded. Plain, readonly, JSON-serialisable. Made only by `decode`. */
export type ApiEvent = {
  /** The exchange's id. */
  readonly id: string;
  readonly exchange: Exchange;
  readonly providerId: string;
  readonly providerName: string;
  /** The host is a documented staging host or was mapped by the user. */
  readonly hostNote: string | null;
  /** The documents name this host as a staging host; absent for every other. */
  readonly staging?: true;
  /** failure: what the provider calls one, also inside a 200. evidence: preflights and redirect hops. */
  readonly outcome: "success" | "failure" | "evidence";
  readonly meaning: Meaning;
  readonly explainedBy: ExplainedBy;
  /** As received. */
  readonly code: string | null;
  /** A finer code beside it, as received (Stripe's decline_code); absent for every other event. */
  readonly subcode?: string;
  /** The catalogue's spelling where it differs from `code` (matched without case, or a synonym). */
  readonly catalogueCode: string | null;
  readonly type: string | null;
  readonly message: string | null;
  readonly field: string | null;
  /** JSON text of the envelope's details, as received; null where absent. */
  readonly details: string | null;
  readonly requestId: RequestId | null;
  /** The envelope's own timestamp, as received. */
  readonly timestamp: string | null;
  /** Name of the envelope shape; null where none matched. */
  readonly envelope: string | null;
  /**
   * The headline: the catalogue's verdict (at most 60 characters), else the server's own sentence (at most 160), else
   * the status in words; "" for successes.
   */
  readonly title: string;
  /** What happened, in sentences. */
  readonly explanation: string;
  readonly causes: readonly CauseFinding[];
  readonly fixes: readonly string[];
  readonly docs: string | null;
  /** What the documents leave open, and where they contradict each other. */
  readonly unstated: readonly string[];
  readonly conflicts: readonly Conflict[];
  /** Facts about how this was read: "The body says status 404, HTTP says 400." */
  readonly notes: readonly string[];
  /** Why the body is missing, where it is. */
  readonly bodyAbsence: BodyAbsence | null;
  readonly advice: Advice;
  readonly rateLimit: RateLimit;
  /**
   * The answers in a batch or a 207 of which at least one failed, or the errors of a GraphQL answer with several; the
   * first thousand. Absent for every other event.
   */
  readonly items?: readonly EventItem[];
  /** The inputs that the server names, the first 200 of `fieldErrorCount`. Absent where it names none. */
  readonly fieldErrors?: readonly FieldError[];
  readonly fieldErrorCount?: number;
  /** Absent where nothing telling stands beside the code. */
  readonly facts?: readonly EventFact[];
  /** Absent where the API itself answered, or nothing shows who did. */
  readonly answeredBy?: AnsweredBy;
  /** Of failures of calls that a page made; absent for others. */
  readonly pageView?: PageView;
  /** The page itself gave the call up: there is nothing to repeat and no advice. */
  readonly cancelled?: true;
};
