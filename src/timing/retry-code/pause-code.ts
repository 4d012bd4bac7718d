import { type BackoffPolicy, LONGEST_WAIT_MS } from "../backoff.ts";
import type { RetryCodeFacts } from "./retry-code-facts.ts";

const HEADER_NAME = /^[A-Za-z0-9-]{1,60}$/;

/**
 * The part that is the same for every client, as JavaScript: which failures may be repeated, and the pause before each retry. Both
 * forms of Retry-After (RFC 9110 section 10.2.3) are read, dates against the server's own Date if it can be read; the
 * reset counts on a 429 only. Jitter comes on top of a stated wait, never below it. `repeatable` says in words how a
 * caller of this client marks a POST or PATCH as safe to repeat: "set repeatable".
 */
export function pauseCode(facts: RetryCodeFacts, policy: BackoffPolicy, repeatable: string): string {
  const reset = facts.resetHeader !== null && HEADER_NAME.test(facts.resetHeader) ? facts.resetHeader : null;
  return `${policyLines(policy)}
${unreadLines(facts)}
// POST and PATCH are repeated only if the server refused before it began, or if you know that it is safe:
// ${keyLine(facts, repeatable)}
function mayRepeat(method, status, repeatable) {
  if (!["GET", "HEAD", "OPTIONS", "PUT", "DELETE"].includes(method.toUpperCase()) && !repeatable) {
    return status === 429 || status === 503;
  }
  return [0, 408, 429, 500, 502, 503, 504].includes(status);
}

// Milliseconds the server asks for; undefined if it says nothing that can be read.
function statedMs(status, header) {
  const now = Date.parse(header("Date") ?? "") || Date.now();
  const after = (header("Retry-After") ?? "").trim();
  if (/^\\d+(\\.\\d+)?$/.test(after)) return Number(after) * 1000;
  const date = Date.parse(/^\\w{3} /.test(after) ? \`\${after} GMT\` : after);
  if (!Number.isNaN(date)) return Math.max(0, date - now);
${reset === null ? "" : `${resetLines(reset)}\n`}  ${fallbackLine(facts)}
}

// The pause before a retry (0 for the first), or undefined if it is better to give up.
function pauseMs(retry, status, header) {
  const stated = statedMs(status, header) ?? 0;
  if (retry >= RETRIES || stated > LONGEST_WAIT_MS) return undefined;
  return stated + Math.random() * Math.min(CAP_MS, BASE_MS * 2 ** retry);
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
`;
}

function policyLines({ retries, baseMs, capMs }: BackoffPolicy): string {
  return `// Full jitter: every pause is drawn from 0 to an end that doubles, on top of what the server asks for. If it asks
// for more than LONGEST_WAIT_MS, the failure goes to the caller at once.
const RETRIES = ${retries};
const BASE_MS = ${baseMs};
const CAP_MS = ${capMs};
const LONGEST_WAIT_MS = ${LONGEST_WAIT_MS};`;
}

function unreadLines(facts: RetryCodeFacts): string {
  if (facts.unread === null) return "";
  const wait = fallbackMs(facts);
  const why =
    facts.unread === "elsewhere"
      ? "// This API does not state its wait in Retry-After, the only place that this code reads."
      : `// This page cannot read the header that states a wait: the server does not list it in
// Access-Control-Expose-Headers.`;
  return wait === null
    ? `\n${why} Only the backoff above is left.\n`
    : `\n${why}\n// Until that changes, this is the wait that DevTools saw.\nconst UNREAD_WAIT_MS = ${wait};\n`;
}

function fallbackMs({ unread, statedMs }: RetryCodeFacts): number | null {
  return unread === null || statedMs === null || statedMs > LONGEST_WAIT_MS ? null : Math.ceil(Math.max(0, statedMs));
}

function fallbackLine(facts: RetryCodeFacts): string {
  return fallbackMs(facts) === null
    ? "return undefined;"
    : "return status === 429 || status === 503 ? UNREAD_WAIT_MS : undefined;";
}

/** Seconds, or an epoch in seconds or milliseconds: told by size, as in \`timeFromNumber\`. */
function resetLines(name: string): string {
  return `  const reset = (header(${JSON.stringify(name)}) ?? "").trim();
  if (status === 429 && /^\\d+(\\.\\d+)?$/.test(reset)) {
    const value = Number(reset);
    return value < 1e9 ? value * 1000 : Math.max(0, (value < 1e11 ? value * 1000 : value) - now);
  }
`;
}

function keyLine({ idempotencyKey }: RetryCodeFacts, repeatable: string): string {
  return idempotencyKey === null
    ? "this API documents no idempotency key, so check first whether the call was applied."
    : `${repeatable} if the call carries its idempotency key (${idempotencyKey.replaceAll(/\s+/g, " ")}).`;
}
