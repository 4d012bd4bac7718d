import type { ApiEvent } from "../decode/api-event.ts";
import type { EpochMs } from "../exchange/exchange.ts";
import type { Finding } from "../timeline/finding.ts";
import type { RateLimitWindow } from "../timing/rate-limit.ts";

/** How texts that come from the traffic are made safe before they enter the JSON. */
export type TextRedaction = { readonly url: (url: string) => string; readonly text: (text: string) => string };

/** Milliseconds since the epoch as ISO 8601 in UTC; null where there is no instant or it lies outside years 1970 to 9999. */
export function isoInstant(instant: EpochMs | null): string | null {
  if (instant === null || !Number.isFinite(instant) || instant <= 0 || instant >= 253_402_300_800_000) return null;
  return new Date(instant).toISOString();
}

function windowJson(window: RateLimitWindow) {
  return {
    name: window.name,
    limit: window.limit?.value ?? null,
    remaining: window.remaining?.value ?? null,
    resetAt: isoInstant(window.resetAt?.value ?? null),
    windowSeconds: window.windowSeconds,
  };
}

/**
 * A decoded event in the member names that `faultline decode --json` prints and the JSON report carries: the machine
 * contract. Instants are ISO 8601 in UTC, unknown is null. Texts of the traffic pass through `redact`.
 */
export function eventJson(event: ApiEvent, findings: readonly Finding[], host: string, redact: TextRedaction) {
  const safe = (text: string | null): string | null => (text === null ? null : redact.text(text));
  const { request, response } = event.exchange;
  return {
    at: isoInstant(event.exchange.startedAt),
    method: request.method,
    url: redact.url(request.url),
    host,
    provider: event.providerId,
    status: response.status,
    code: safe(event.code),
    type: safe(event.type),
    message: safe(event.message),
    field: safe(event.field),
    requestId: event.requestId?.value ?? null,
    meaning: event.meaning,
    title: safe(event.title),
    explanation: safe(event.explanation),
    causes: event.causes.map((cause) => ({
      text: cause.text,
      verdict: cause.verdict,
      ...(cause.check === undefined ? {} : { check: cause.check }),
      ...(cause.evidence === undefined ? {} : { evidence: redact.text(cause.evidence) }),
    })),
    fixes: event.fixes,
    docs: event.docs,
    notes: event.notes.map(redact.text),
    unstated: event.unstated,
    advice: {
      retry: event.advice.retry,
      waitSeconds: event.advice.waitSeconds,
      retryAt: isoInstant(event.advice.retryAt),
      basis: event.advice.basis,
      reason: event.advice.reason,
      cautions: event.advice.cautions,
    },
    rateLimit: {
      limit: event.rateLimit.limit,
      remaining: event.rateLimit.remaining,
      resetAt: isoInstant(event.rateLimit.resetAt),
      retryAt: isoInstant(event.rateLimit.retryAt),
      windows: event.rateLimit.windows.map(windowJson),
    },
    ...(event.items === undefined
      ? {}
      : {
          items: event.items.map((item) => ({
            ...item,
            label: redact.text(item.label),
            code: safe(item.code),
            message: safe(item.message),
          })),
        }),
    findings: findings.map((finding) => ({
      id: finding.id,
      text: finding.text,
      change: finding.change,
      rule: finding.rule,
    })),
  };
}
