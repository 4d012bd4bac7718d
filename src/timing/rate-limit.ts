import type { EpochMs, HeaderList } from "../exchange/exchange.ts";

/** How a number was spelled, kept so that the panel can show where it comes from. */
export type Provenance = {
  /** "header" or "body". */
  readonly from: "header" | "body";
  /** Header name as received, or JSON pointer. */
  readonly name: string;
  /** The raw text. */
  readonly raw: string;
  readonly form:
    | "count"
    | "delta-seconds"
    | "delta-ms"
    | "epoch-seconds"
    | "epoch-ms"
    | "epoch-us"
    | "http-date"
    | "iso-date"
    | "js-date"
    | "duration"
    | "structured-field";
  /** Milliseconds added to move a server instant onto the browser's clock; 0 for relative values. */
  readonly skewMs: number;
};

/** A number and where it was read. */
export type Sourced<T> = { readonly value: T; readonly provenance: Provenance };

/** One rate-limit bucket as one response describes it. Unknown is null, never 0. */
export type RateLimitWindow = {
  /** "" for the one unnamed window; else "requests", "tokens", a policy name, "minute"… */
  readonly name: string;
  readonly limit: Sourced<number> | null;
  readonly remaining: Sourced<number> | null;
  readonly resetAt: Sourced<EpochMs> | null;
  /** Length of the window if a policy states it, in seconds. */
  readonly windowSeconds: number | null;
};

/** What one response says about limits and waiting. */
export type RateLimit = {
  /** Of the chosen window (ratelimit-retry section 8, rule 1). */
  readonly limit: number | null;
  readonly remaining: number | null;
  readonly resetAt: EpochMs | null;
  /** Earliest instant to try again, on the browser's clock; null if nothing usable is stated. */
  readonly retryAt: EpochMs | null;
  /** Where `retryAt` comes from; null with it. "retry-after" in any spelling, "reset", or "body". */
  readonly retryBasis: "retry-after" | "reset" | "body" | null;
  readonly retryProvenance: Provenance | null;
  readonly windows: readonly RateLimitWindow[];
  /** Browser clock minus server clock for this response (Date + Age), ms; null without a valid Date. */
  readonly skewMs: number | null;
  /** Served from a cache (Age > 0 or said by the recorder): counters are stale and must not feed meters. */
  readonly stale: boolean;
  /** What remains in the chosen window was too little for the refused call: tokens, cost, bytes. Absent otherwise. */
  readonly isTooLittle?: true;
};

/** What a provider document pins down about its headers; absent members are guessed by shape. */
export type RateLimitHints = {
  readonly resetUnit?: "epoch-seconds" | "epoch-ms" | "delta-seconds" | "delta-ms" | "iso-date";
  readonly resetHeader?: string;
  /** JSON pointers to a number of seconds in the body. */
  readonly retryAfterPointers?: readonly string[];
  /** A wait read from the place that the document names, inside a text or in a unit of its own. */
  readonly statedWait?: StatedWait;
};

/** A wait counted from receipt, and where it was read. */
export type StatedWait = Pick<Provenance, "from" | "name" | "raw"> & { readonly waitMs: number };

/** Input of `parseRateLimit`. */
export type RateLimitInput = {
  readonly url: string;
  readonly status: number;
  readonly headers: HeaderList;
  /** Response body text; null if there is none. */
  readonly body: string | null;
  /** When the response was complete, on the browser's clock. */
  readonly receivedAt: EpochMs;
  readonly fromCache?: boolean;
  readonly hints?: RateLimitHints;
  /** The server's own sentence, if the body is an error. A wait or limit in it has the lowest precedence. */
  readonly said?: string | null;
  /** The answer is a failure, whatever its status. */
  readonly isFailure?: boolean;
  /** The answer says that too many calls were made, whatever its status. */
  readonly isRateLimited?: boolean;
};
