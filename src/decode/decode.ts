import { findCode } from "../catalogue/find-code.ts";
import { findProvider } from "../catalogue/find-provider.ts";
import { GENERIC_ID } from "../catalogue/generic-host.ts";
import type { Provider, Providers } from "../catalogue/provider.ts";
import { readUrlHost } from "../catalogue/url-host.ts";
import { receivedAt, type Exchange } from "../exchange/exchange.ts";
import { headerValue } from "../exchange/headers.ts";
import { isPreflight, isRedirect } from "../exchange/kind.ts";
import { parseRateLimit } from "../timing/parse-rate-limit.ts";
import type { RateLimit, RateLimitHints } from "../timing/rate-limit.ts";
import { advise, NOT_NEEDED } from "./advise.ts";
import type { Advice, ApiEvent, RequestId } from "./api-event.ts";
import { explain, type Explanation, NO_EXPLANATION } from "./explain.ts";
import { readContent, type Content } from "./read-content.ts";
import type { ReadEnvelope } from "./read-envelope.ts";
import { hiddenFailure } from "./hidden-failure.ts";

/** What the decoder cannot see in one exchange and its caller may know. */
export type DecodeOptions = {
  /**
   * The recording holds no Authorization and no Cookie at all, as a HAR that its exporter sanitised: nothing may then
   * be concluded from a missing credential.
   */
  readonly credentialsWithheld?: boolean;
  /** Decodes exchanges with hosts of no provider by this document; absent: they are not decoded. */
  readonly fallback?: Provider;
};

/**
 * Decodes an exchange with a watched host; undefined for every other host. Never throws on any exchange that
 * `readEntry` can make.
 */
export function decode(exchange: Exchange, providers: Providers, options: DecodeOptions = {}): ApiEvent | undefined {
  const found =
    findProvider(providers, exchange.request.url) ??
    (options.fallback === undefined
      ? undefined
      : { provider: options.fallback, hostNote: "host of no known API", staging: false });
  if (found === undefined) return undefined;
  const { provider, hostNote } = found;
  const content = readContent(exchange.response.body, provider);
  const rateLimit = limitsOf(exchange, provider);
  const outcome = outcomeOf(exchange, provider, content);
  const { envelope } = content;
  const base: Base = {
    exchange,
    provider,
    // Of hosts without a provider of their own the host says more than "generic".
    providerName:
      provider.id === GENERIC_ID ? (readUrlHost(exchange.request.url)?.hostname ?? provider.name) : provider.name,
    hostNote,
    staging: found.staging,
    outcome,
    rateLimit,
    requestId: requestIdOf(exchange, provider, envelope),
  };
  if (outcome !== "failure") {
    const isError = exchange.response.status >= 400;
    return eventOf(base, isError ? envelope : undefined, content.message, NO_EXPLANATION, NOT_NEEDED);
  }
  const explanation = explain({
    exchange,
    provider,
    providers,
    content,
    rateLimit,
    credentialsWithheld: options.credentialsWithheld ?? false,
  });
  const code = envelope?.code ?? null;
  const known = code === null ? undefined : findCode(provider, code);
  const hidden = exchange.response.status < 400 ? hiddenFailure(provider, exchange.request.url, content) : undefined;
  const advice = advise({
    exchange,
    provider,
    rateLimit,
    codeRetry: known?.entry.retry,
    hiddenRetry: hidden?.retry,
    retryIsContested: explanation.conflicts.some((conflict) => conflict.aboutRetry === true),
  });
  return eventOf(base, envelope, content.message, explanation, advice);
}

type Base = Pick<ApiEvent, "exchange" | "providerName" | "hostNote" | "outcome" | "rateLimit" | "requestId"> & {
  readonly provider: Provider;
  readonly staging: boolean;
};

/**
 * Member by member, not by spreading: an object spread from several others costs V8 fifty times the time and four
 * times the memory (docs/performance.md), and a recording holds thousands of events.
 */
function eventOf(
  base: Base,
  envelope: ReadEnvelope | undefined,
  message: string | null,
  explanation: Explanation,
  advice: Advice,
): ApiEvent {
  const { exchange, provider } = base;
  const { body } = exchange.response;
  const event: ApiEvent = {
    id: exchange.id,
    exchange,
    providerId: provider.id,
    providerName: base.providerName,
    hostNote: base.hostNote,
    outcome: base.outcome,
    meaning: explanation.meaning,
    explainedBy: explanation.explainedBy,
    code: envelope?.code ?? null,
    catalogueCode: explanation.catalogueCode,
    type: envelope?.type ?? null,
    message: envelope?.message ?? message,
    field: envelope?.field ?? null,
    details: envelope?.details ?? null,
    requestId: base.requestId,
    timestamp: envelope?.timestamp ?? null,
    envelope: envelope?.name ?? null,
    title: explanation.title,
    explanation: explanation.explanation,
    causes: explanation.causes,
    fixes: explanation.fixes,
    docs: explanation.docs,
    unstated: explanation.unstated,
    conflicts: explanation.conflicts,
    notes: explanation.notes,
    bodyAbsence: body.kind === "unavailable" ? body.reason : null,
    advice,
    rateLimit: base.rateLimit,
  };
  return base.staging ? { ...event, staging: true } : event;
}

function limitsOf(exchange: Exchange, provider: Provider): RateLimit {
  const reset = provider.rateLimit?.headers.reset;
  const pointers = provider.envelopes.flatMap((envelope) =>
    envelope.retryAfterSeconds === undefined ? [] : [envelope.retryAfterSeconds],
  );
  const hints: RateLimitHints = {
    ...(reset === undefined ? {} : { resetUnit: reset.unit, resetHeader: reset.name }),
    ...(pointers.length === 0 ? {} : { retryAfterPointers: pointers }),
  };
  const { response } = exchange;
  return parseRateLimit({
    url: exchange.request.url,
    status: response.status,
    headers: response.headers,
    body: response.body.kind === "text" ? response.body.text : null,
    receivedAt: receivedAt(exchange),
    fromCache: response.fromCache !== null,
    hints,
  });
}

function outcomeOf(exchange: Exchange, provider: Provider, content: Content): ApiEvent["outcome"] {
  if (isPreflight(exchange) || isRedirect(exchange)) return "evidence";
  const { status } = exchange.response;
  if (status === 0 || status >= 400) return "failure";
  if (hiddenFailure(provider, exchange.request.url, content) !== undefined) return "failure";
  // An error envelope with a code of the catalogue inside a success status is a failure too.
  const code = content.envelope?.code;
  return code !== undefined && code !== null && findCode(provider, code) !== undefined ? "failure" : "success";
}

function requestIdOf(exchange: Exchange, provider: Provider, envelope: ReadEnvelope | undefined): RequestId | null {
  for (const { name } of provider.requestId.headers) {
    const value = headerValue(exchange.response.headers, name);
    if (value !== undefined && value !== "") return { value, from: "header", name };
  }
  const inBody = envelope?.requestId;
  return inBody === undefined || inBody === null ? null : { value: inBody.value, from: "body", name: inBody.pointer };
}
