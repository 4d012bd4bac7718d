/** Replies that no table of codes lists, by the word that `?simulate=` takes. */
export const FAULTS = {
  "gateway-502": "a gateway's HTML page instead of the API's answer",
  empty: "status 500 with no body at all",
  truncated: "the connection ends in the middle of the body",
  dropped: "the request gets no answer",
  "hang-up": "the whole connection is closed",
  slow: "the answer takes simulate_delay_ms, 30 seconds by default",
  "not-modified": "304 to a request that knows the ETag",
  redirect: "307 to the same address without the simulation",
  problem: "an RFC 9457 problem document",
  huge: "an error whose body has 3 MiB",
  "invalid-utf8": "an error whose body is no valid UTF-8",
  untyped: "an error in JSON without a Content-Type",
  "unknown-code": "a code that no page documents",
  "foreign-envelope": "JSON in no documented shape",
  "cors-blocked": "401 from something in front that sends no CORS headers",
  "preflight-denied": "the preflight is answered 403",
} as const;
export type FaultName = keyof typeof FAULTS;
