/** Phrases of HTTP statuses that servers put under `error`: they say no more than the status. */
const STATUS_PHRASES: ReadonlySet<string> = new Set(
  [
    "bad request|unauthorized|payment required|forbidden|not found|method not allowed|not acceptable|conflict|gone",
    "unprocessable entity|unprocessable content|too many requests|internal server error|not implemented|bad gateway",
    "service unavailable|gateway timeout|request timeout|error|failure|failed|fail|true|false|exception|http error",
    "httperror|none|null|undefined|ok|success|unknown",
  ].flatMap((line) => line.split("|")),
);

/** "Not Found", "error": a text that names the status or nothing at all. */
export function isStatusPhrase(text: string): boolean {
  return STATUS_PHRASES.has(text.trim().toLowerCase());
}

/** "channel_not_found", "E1001", "-1": one word that is no word of prose. */
export function isCodeWord(text: string): boolean {
  return /^[\w.:-]{1,80}$/.test(text) && /[_\d:.-]|^[A-Z]{3,}$/.test(text);
}

/** As `isCodeWord`, with "RateLimitExceeded" and "accessNotConfigured" besides. */
export function isNamedCode(text: string): boolean {
  return (isCodeWord(text) && !isStatusPhrase(text)) || /^[A-Za-z]{1,40}[a-z][A-Z][A-Za-z]{1,60}$/.test(text);
}

/**
 * The code that a message is or begins with: "EMAIL_EXISTS", "WEAK_PASSWORD : Password should be…", "EAPI:Rate limit
 * exceeded" (Kraken's codes are sentences behind a letter and a category). Undefined for prose.
 */
export function codeInMessage(message: string): string | undefined {
  const text = message.trim();
  const alone = /^[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,8}(?=$|\s?:\s)/.exec(text)?.[0];
  return alone ?? /^E[A-Z][A-Za-z]{1,20}:[A-Z][\w ,'/()-]{1,80}$/.exec(text)?.[0];
}
