import type { ApiEvent } from "../../decode/api-event.ts";
import type { Body, Exchange, Header } from "../../exchange/exchange.ts";
import type { RateLimit } from "../../timing/rate-limit.ts";

/** 2024-01-15T12:00:00Z: the instant from which `at` counts. */
export const START = 1_705_320_000_000;

/** What a test may say about an event; everything else is a success of GET https://api.example.test/v1/things. */
export type EventShape = {
  readonly id?: string;
  /** Milliseconds after `START` at which the request was sent. */
  readonly at?: number;
  readonly durationMs?: number;
  /** How long the body took, the last part of `durationMs`; unknown by default. */
  readonly receiveMs?: number;
  readonly method?: string;
  readonly url?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: string | Body;
  readonly status?: number;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  readonly responseBody?: Body;
  /** Seconds of Retry-After, as header and as the rate limit read from it. */
  readonly retryAfter?: number;
  readonly error?: string;
  readonly fromCache?: string;
  readonly viaServiceWorker?: boolean;
  readonly pageRef?: string;
  readonly size?: number;
  readonly resourceType?: string;
  readonly recorder?: Exchange["recorder"];
  readonly rateLimit?: Partial<RateLimit>;
} & Partial<Omit<ApiEvent, "id" | "exchange" | "rateLimit">>;

let nextId = 0;

/** A decoded event for tests, fully typed; advice follows the status roughly as the decoder's own table does. */
export function anEvent(shape: EventShape = {}): ApiEvent {
  const {
    id = `event-${(nextId += 1)}`,
    at = 0,
    durationMs = 100,
    receiveMs,
    method = "GET",
    url = "https://api.example.test/v1/things",
    requestHeaders = {},
    requestBody = "",
    status = 200,
    responseHeaders = {},
    responseBody = { kind: "empty" },
    retryAfter,
    error,
    fromCache,
    viaServiceWorker = false,
    pageRef,
    size,
    resourceType,
    recorder = "other",
    rateLimit = {},
    ...members
  } = shape;
  const receivedAt = START + at + durationMs;
  const headers =
    retryAfter === undefined ? responseHeaders : { "Retry-After": String(retryAfter), ...responseHeaders };
  const failed = status === 0 || status >= 400;
  return {
    id,
    exchange: {
      id,
      startedAt: START + at,
      durationMs,
      request: {
        method,
        url,
        httpVersion: "http/2.0",
        headers: headerList(requestHeaders),
        mimeType: "",
        body: bodyOf(requestBody),
        params: [],
      },
      response: {
        status,
        statusText: "",
        httpVersion: "http/2.0",
        headers: headerList(headers),
        mimeType: "",
        body: responseBody,
        size: size ?? null,
        redirectUrl: null,
        error: error ?? null,
        fromCache: fromCache ?? null,
        viaServiceWorker,
      },
      timings: {
        blocked: null,
        dns: null,
        connect: null,
        ssl: null,
        send: null,
        wait: null,
        receive: receiveMs ?? null,
      },
      resourceType: resourceType ?? null,
      initiator: null,
      serverAddress: null,
      pageRef: pageRef ?? null,
      recorder,
    },
    providerId: "example",
    providerName: "Example",
    hostNote: null,
    outcome: failed ? "failure" : "success",
    meaning: failed ? "known" : "none",
    explainedBy: failed ? "status" : "nothing",
    code: null,
    catalogueCode: null,
    type: null,
    message: null,
    field: null,
    details: null,
    requestId: null,
    timestamp: null,
    envelope: null,
    title: "",
    explanation: "",
    causes: [],
    fixes: [],
    docs: null,
    unstated: [],
    conflicts: [],
    notes: [],
    bodyAbsence: null,
    advice: {
      retry:
        !failed || (status >= 400 && status < 500 && status !== 429 && status !== 408)
          ? "no"
          : status === 429
            ? "after-delay"
            : "yes",
      waitSeconds: retryAfter ?? null,
      retryAt: retryAfter === undefined ? null : receivedAt + retryAfter * 1000,
      basis: status === 0 ? "network" : "status",
      reason: "",
      cautions: [],
    },
    ...members,
    rateLimit: {
      limit: null,
      remaining: null,
      resetAt: null,
      retryAt: retryAfter === undefined ? null : receivedAt + retryAfter * 1000,
      retryBasis: retryAfter === undefined ? null : "retry-after",
      retryProvenance: null,
      windows: [],
      skewMs: null,
      stale: false,
      ...rateLimit,
    },
  };
}

function headerList(headers: Readonly<Record<string, string>>): readonly Header[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

function bodyOf(body: string | Body): Body {
  if (typeof body !== "string") return body;
  return body === "" ? { kind: "empty" } : { kind: "text", text: body };
}
