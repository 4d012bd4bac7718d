/** Stable ids: scripts and CI jobs match on them. Definitions in docs/findings.md. */
export const FINDING_IDS = [
  "retried-too-early",
  "retried-non-retryable",
  "unsafe-post-retry",
  "retry-storm",
  "fixed-interval-no-backoff",
  "recovered-after-n-retries",
  "missing-bearer",
  "missing-auth-header",
  "content-type-not-json",
  "malformed-json-body",
  "multipart-without-boundary",
  "secret-key-in-browser",
  "publishable-key-for-write",
  "retry-after-not-exposed-to-page",
  "rate-limit-headers-not-exposed-to-page",
  "request-id-not-exposed-to-page",
  "cors-blocked-error",
  "served-from-cache",
] as const;
export type FindingId = (typeof FINDING_IDS)[number];

/** Something the evidence shows, attached to the exchange that shows it. It never contains a secret key's characters. */
export type Finding = {
  readonly id: FindingId;
  /** One sentence with the numbers: "Retried 0.3 s after a 429 that asked for 45 s." */
  readonly text: string;
  /** What to change, in one sentence: a server header or a client option. */
  readonly change: string;
  /** The rule it comes from, e.g. "RFC 9110 section 10.2.3". */
  readonly rule: string;
  /** Ids of the other exchanges it is about (the attempt it retries, the storm's members). */
  readonly related: readonly string[];
};
