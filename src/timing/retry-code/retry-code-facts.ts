/** The client a retry is written for. */
export type RetryClient = "fetch" | "ky" | "axios";

/** What of an API decides how its calls are to be repeated. Holds nothing of a request or response but header names. */
export type RetryCodeFacts = {
  /**
   * Why the code cannot read the wait itself: "cors" where the page may not see the header, "elsewhere" where the wait
   * stands in the body or in a header of the API's own; null where it can.
   */
  readonly unread: "cors" | "elsewhere" | null;
  /** The wait that was seen to be asked for, ms; null where none was stated. Used where it cannot be read. */
  readonly statedMs: number | null;
  /** Header of a limit's reset, read where Retry-After is absent; null where none was seen. */
  readonly resetHeader: string | null;
  /** Where this API takes an idempotency key, in words ("the body field idempotency_key"); null where it takes none. */
  readonly idempotencyKey: string | null;
};
