/**
 * no: repeating the same request cannot help. yes: with own backoff. after-delay: after a stated or known wait.
 * sometimes: check something first.
 */
export const RETRY_WORDS = ["no", "yes", "after-delay", "sometimes"] as const;
export type RetryWord = (typeof RETRY_WORDS)[number];
