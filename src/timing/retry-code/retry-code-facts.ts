/** The client a retry is written for. */
export type RetryClient = "fetch" | "ky" | "axios";

/** What of an API decides how its calls are to be repeated. Holds nothing of a request or response but header names. */
export type RetryCodeFacts = {
  /**
   * Why the code cannot read the wait itself: "cors" if the page may not see the header, "elsewhere" if the wait
   * is in the body or in a header of the API's own; null if it can.
   */
  readonly unread: "cors" | "elsewhere" | null;
  /** The wait that was seen to be asked for, ms; null if none was stated. Used if it cannot be read. */
  readonly statedMs: number | null;
  /** Header of a limit's reset, read if Retry-After is absent; null if none was seen. */
  readonly resetHeader: string | null;
  /** Where this API takes an idempotency key, in words ("the body field idempotency_key"); null if it takes none. */
  readonly idempotencyKey: string | null;
};
