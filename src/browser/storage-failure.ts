/** The browser's own words for why storage refused, for a message. */
export function describeFailure(error: unknown): string {
  return error instanceof Error && error.message !== "" ? error.message : "no reason given";
}

/**
 * Whether storage refused because it is full. Chromium rejects with "… quota exceeded" (QUOTA_BYTES in older versions),
 * Firefox with a QuotaExceededError; a full disk is named so by neither, and stays an ordinary failure.
 */
export function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}
