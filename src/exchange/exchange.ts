/** Milliseconds since 1970-01-01T00:00:00Z, on the clock of the browser that recorded. */
export type EpochMs = number;

/** One header field line, in wire order. Names keep their case; look them up with `headerValue`. */
export type Header = { readonly name: string; readonly value: string };
export type HeaderList = readonly Header[];

/** Why there is no body to show. Every value is explained to the user in words: see `describeAbsence`. */
export type BodyAbsence =
  | "cors-blocked" // status and headers arrived, the browser withheld the body from a failed CORS check
  | "no-response" // nothing arrived: network error, abort, block
  | "redirect" // a redirect hop; browsers keep no body for it
  | "navigated" // the page navigated before the body could be read
  | "not-given" // the browser answered that it has none (evicted, cancelled, opaque)
  | "refused" // DevTools denied access (policy)
  | "failed" // asking for it threw
  | "timed-out" // asking for it never answered
  | "not-kept" // a success, kept light on purpose
  | "over-limit" // dropped to stay under the recorder's byte cap
  | "not-in-har"; // the HAR file does not hold it

/** A request or response body as received. Absence is a value, never an empty string. */
export type Body =
  | { readonly kind: "text"; readonly text: string; readonly truncated?: Truncation }
  | { readonly kind: "binary"; readonly base64: string; readonly truncated?: Truncation }
  | { readonly kind: "empty" }
  | { readonly kind: "unavailable"; readonly reason: BodyAbsence };

/** The browser (or our cap) gave only the first part. `by` says who cut. `totalBytes` if it is known. */
export type Truncation = { readonly by: "browser" | "faultline" | "network"; readonly totalBytes?: number };

/** Part of an uploaded form, if the HAR lists it. Bytes of files are never kept in an exchange. */
export type PostParam = {
  readonly name: string;
  readonly value?: string;
  readonly fileName?: string;
  readonly contentType?: string;
};

export type ExchangeRequest = {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  readonly headers: HeaderList;
  /** `Content-Type` as the recorder gave it for the body; "" where unknown. */
  readonly mimeType: string;
  readonly body: Body;
  readonly params: readonly PostParam[];
};

export type ExchangeResponse = {
  /** 0 if no response arrived. */
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: HeaderList;
  readonly mimeType: string;
  readonly body: Body;
  /** Decoded size in bytes, null if unknown. */
  readonly size: number | null;
  readonly redirectUrl: string | null;
  /** Chromium's `net::ERR_…`; null if the browser gives none (always in Firefox). */
  readonly error: string | null;
  /** "disk" | "memory" as the recorder says; null when it came from the network or nothing is said. */
  readonly fromCache: string | null;
  readonly viaServiceWorker: boolean;
  /** The recording holds the request alone (k6 and OpenAPI tools write such files): nothing is known of an answer. */
  readonly notRecorded?: true;
};

/** HAR timings in milliseconds; null if the recorder gives -1 or nothing. */
export type Timings = {
  readonly blocked: number | null;
  readonly dns: number | null;
  readonly connect: number | null;
  readonly ssl: number | null;
  readonly send: number | null;
  readonly wait: number | null;
  readonly receive: number | null;
};

export type StackFrame = {
  readonly functionName: string;
  readonly url: string;
  readonly line: number;
  readonly column: number;
};
export type Initiator = {
  readonly type: string;
  readonly url: string | null;
  readonly line: number | null;
  readonly stack: readonly StackFrame[];
};

/** Who wrote the entry, as far as the entry itself shows it. */
export type Recorder = "chromium" | "firefox" | "other";

/**
 * One request and its response: what a HAR entry says, checked and normalised. Plain, readonly, JSON-serialisable.
 * Made only by `readEntry`.
 */
export type Exchange = {
  /** Unique within one recording; given by the reader. */
  readonly id: string;
  readonly startedAt: EpochMs;
  /** Milliseconds from start to the last byte of the response; 0 if unknown. */
  readonly durationMs: number;
  readonly request: ExchangeRequest;
  readonly response: ExchangeResponse;
  readonly timings: Timings;
  /** "fetch", "xhr", "preflight", "document"…; null if the browser does not say (Firefox). */
  readonly resourceType: string | null;
  readonly initiator: Initiator | null;
  readonly serverAddress: string | null;
  readonly pageRef: string | null;
  readonly recorder: Recorder;
};

/** When the response (or the failure) reached the browser. Relative waits count from here (RFC 9110 section 10.2.3). */
export function receivedAt(exchange: Exchange): EpochMs {
  return exchange.startedAt + exchange.durationMs;
}
