import { findCode } from "../catalogue/find-code.ts";
import { findProvider } from "../catalogue/find-provider.ts";
import type { Provider, Providers } from "../catalogue/provider.ts";
import { receivedAt, type Exchange } from "../exchange/exchange.ts";
import { headerValue } from "../exchange/headers.ts";
import { isPreflight, isRedirect } from "../exchange/kind.ts";
import { parseRateLimit } from "../timing/parse-rate-limit.ts";
import type { RateLimit, RateLimitHints } from "../timing/rate-limit.ts";
import { advise, NOT_NEEDED } from "./advise.ts";
import type { ApiEvent, RequestId } from "./api-event.ts";
import { explain, NO_EXPLANATION } from "./explain.ts";
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
    (options.fallback === undefined ? undefined : { provider: options.fallback, hostNote: "host of no known API" });
  if (found === undefined) return undefined;
  const { provider, hostNote } = found;
  const content = readContent(exchange.response.body, provider);
  const rateLimit = limitsOf(exchange, provider);
  const outcome = outcomeOf(exchange, provider, content);
  const base = {
    id: exchange.id,
    exchange,
    providerId: provider.id,
    providerName: provider.name,
    hostNote,
    outcome,
    rateLimit,
    bodyAbsence: exchange.response.body.kind === "unavailable" ? exchange.response.body.reason : null,
    requestId: requestIdOf(exchange, provider, content.envelope),
  } as const;
  const envelope = content.envelope;
  const members = {
    code: envelope?.code ?? null,
    message: envelope?.message ?? content.message,
    type: envelope?.type ?? null,
    field: envelope?.field ?? null,
    details: envelope?.details ?? null,
    timestamp: envelope?.timestamp ?? null,
    envelope: envelope?.name ?? null,
  } as const;
  if (outcome !== "failure") {
    const isError = exchange.response.status >= 400;
    return {
      ...base,
      ...(isError
        ? members
        : { ...members, code: null, message: null, type: null, field: null, details: null, envelope: null }),
      meaning: "none",
      ...NO_EXPLANATION,
      advice: NOT_NEEDED,
    };
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
  return {
    ...base,
    ...members,
    ...explanation,
    advice: advise({
      exchange,
      provider,
      rateLimit,
      codeRetry: known?.entry.retry,
      hiddenRetry: hidden?.retry,
      retryIsContested: explanation.conflicts.some((conflict) => conflict.aboutRetry === true),
    }),
  };
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
