import { readRetryFacts } from "../../timeline/retry-facts.ts";
import { retryCode } from "../../timing/retry-code/retry-code.ts";
import type { RetryClient } from "../../timing/retry-code/retry-code-facts.ts";
import type { ReportDocument } from "./document.ts";

const CLIENTS = { "retry-fetch": "fetch", "retry-ky": "ky", "retry-axios": "axios" } as const satisfies Record<
  `retry-${RetryClient}`,
  RetryClient
>;

/** Code that repeats calls like the report's first one; "" where there is none. */
export function writeRetryCode(document: ReportDocument, format: keyof typeof CLIENTS): string {
  const event = document.events[0]?.event;
  if (event === undefined) return "";
  const provider = document.providers.providers.find(({ id }) => id === event.providerId);
  return retryCode(CLIENTS[format], readRetryFacts(event, provider));
}
