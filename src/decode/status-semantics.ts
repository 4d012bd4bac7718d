import type { RetryWord } from "../catalogue/retry-word.ts";
import { RARE_STATUSES } from "./rare-statuses.ts";

/** What HTTP itself says about a status: the explanation of last resort, named as such on screen. */
export type StatusSemantics = {
  readonly title: string;
  readonly meaning: string;
  /**
   * The word of the status' class, as clients treat it (4xx no, 5xx yes), but for 408, 421 and 425, which a client may
   * repeat (RFC 9110 sections 15.5.9 and 15.5.20, RFC 8470 section 5.2), 429, and 511, where the network wants a
   * person first. 501, 505, 506, 508 and 510 describe what the server cannot do at all, and not a state of it.
   */
  readonly retry: RetryWord;
  readonly source: string;
};

const RFC9110 = (section: string): string => `https://www.rfc-editor.org/rfc/rfc9110#section-${section}`;

const BY_STATUS: ReadonlyMap<number, StatusSemantics> = new Map<number, StatusSemantics>([
  ...RARE_STATUSES.map(
    ([status, title, meaning, retry, source]) => [status, { title, meaning, retry, source }] as const,
  ),
  [
    400,
    {
      title: "Bad request",
      meaning: "The server could not or would not process the request because it takes it for a client error.",
      retry: "no",
      source: RFC9110("15.5.1"),
    },
  ],
  [
    401,
    {
      title: "Not authenticated",
      meaning: "The request lacks valid credentials for the resource.",
      retry: "no",
      source: RFC9110("15.5.2"),
    },
  ],
  [
    403,
    {
      title: "Forbidden",
      meaning: "The server understood the request and refuses it; other credentials may be needed.",
      retry: "no",
      source: RFC9110("15.5.4"),
    },
  ],
  [
    404,
    {
      title: "Not found",
      meaning: "The server has no resource here, or does not want to say that it has one.",
      retry: "no",
      source: RFC9110("15.5.5"),
    },
  ],
  [
    405,
    {
      title: "Method not allowed",
      meaning: "The resource does not support this method; the Allow header lists those it does.",
      retry: "no",
      source: RFC9110("15.5.6"),
    },
  ],
  [
    408,
    {
      title: "Request timed out",
      meaning: "The server did not receive the complete request in the time it was prepared to wait.",
      retry: "yes",
      source: RFC9110("15.5.9"),
    },
  ],
  [
    409,
    {
      title: "Conflict",
      meaning: "The request conflicts with the current state of the resource.",
      retry: "no",
      source: RFC9110("15.5.10"),
    },
  ],
  [
    410,
    {
      title: "Gone",
      meaning: "The resource is no longer there, and that is likely to be permanent.",
      retry: "no",
      source: RFC9110("15.5.11"),
    },
  ],
  [
    413,
    {
      title: "Content too large",
      meaning: "The request body is larger than the server is willing to process.",
      retry: "no",
      source: RFC9110("15.5.14"),
    },
  ],
  [
    415,
    {
      title: "Unsupported media type",
      meaning: "The server does not accept a body of this type.",
      retry: "no",
      source: RFC9110("15.5.16"),
    },
  ],
  [
    422,
    {
      title: "Unprocessable content",
      meaning: "The body is well-formed, but the server cannot act on what it says.",
      retry: "no",
      source: RFC9110("15.5.21"),
    },
  ],
  [
    423,
    {
      title: "Locked",
      meaning: "The resource is locked.",
      retry: "no",
      source: "https://www.rfc-editor.org/rfc/rfc4918#section-11.3",
    },
  ],
  [
    429,
    {
      title: "Too many requests",
      meaning: "Too many requests were sent in a given time.",
      retry: "after-delay",
      source: "https://www.rfc-editor.org/rfc/rfc6585#section-4",
    },
  ],
  [
    500,
    {
      title: "Internal server error",
      meaning: "The server met an unexpected condition and could not fulfil the request.",
      retry: "yes",
      source: RFC9110("15.6.1"),
    },
  ],
  [
    501,
    {
      title: "Not implemented",
      meaning: "The server does not support what this request needs.",
      retry: "no",
      source: RFC9110("15.6.2"),
    },
  ],
  [
    502,
    {
      title: "Bad gateway",
      meaning: "A gateway in front of the API got an invalid response from the server behind it.",
      retry: "yes",
      source: RFC9110("15.6.3"),
    },
  ],
  [
    503,
    {
      title: "Service unavailable",
      meaning: "The server is overloaded or under maintenance for a while.",
      retry: "yes",
      source: RFC9110("15.6.4"),
    },
  ],
  [
    504,
    {
      title: "Gateway timeout",
      meaning: "A gateway in front of the API did not get a response in time.",
      retry: "yes",
      source: RFC9110("15.6.5"),
    },
  ],
  [
    505,
    {
      title: "HTTP version not supported",
      meaning: "The server does not support this version of HTTP.",
      retry: "no",
      source: RFC9110("15.6.6"),
    },
  ],
]);

/** Semantics of an error status, or of its class where the status itself is not known (RFC 9110 section 15). */
export function statusSemantics(status: number): StatusSemantics {
  const known = BY_STATUS.get(status);
  if (known !== undefined) return known;
  if (status >= 500)
    return {
      title: `Server error ${status}`,
      meaning: "The server failed to fulfil a request that looks valid.",
      retry: "yes",
      source: RFC9110("15.6"),
    };
  if (status >= 400)
    return {
      title: `Client error ${status}`,
      meaning: "The server takes the request for faulty.",
      retry: "no",
      source: RFC9110("15.5"),
    };
  return {
    title: `Status ${status}`,
    meaning: "The provider reports a failure inside a response whose status is no error.",
    retry: "no",
    source: RFC9110("15"),
  };
}
