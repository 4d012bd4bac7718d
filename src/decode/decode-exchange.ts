import { findCode } from "../catalogue/find-code.ts";
import { findProvider, type FoundProvider } from "../catalogue/find-provider.ts";
import { GENERIC_ID } from "../catalogue/generic-host.ts";
import type { Provider, Providers } from "../catalogue/provider.ts";
import { hostOfUrl } from "../web/url.ts";
import { receivedAt, type Exchange } from "../exchange/exchange.ts";
import { isPreflight, isRedirect, isUnreadSuccess } from "../exchange/kind.ts";
import { parseRateLimit } from "../timing/parse-rate-limit.ts";
import type { RateLimit, RateLimitHints } from "../timing/rate-limit.ts";
import { advise, NOT_NEEDED, UNREAD } from "./advise.ts";
import type { Advice, AnsweredBy, ApiEvent, EventItem } from "./api-event.ts";
import type { GenericReading } from "./envelopes/read-generic.ts";
import type { Facts } from "./condition.ts";
import { explain, type Explanation, NO_EXPLANATION } from "./explain.ts";
import { findEntry, findStatus } from "./find-entry.ts";
import { gatewayPage } from "./gateways/gateway-page.ts";
import { isCancelled } from "./network-failure.ts";
import { pageView } from "./page-view.ts";
import { readContent, saidIn, type Content } from "./read-content.ts";
import type { ReadEnvelope } from "./read-envelope.ts";
import { requestIdOf } from "./request-id.ts";
import { findSignal, type Signal } from "./signals/find-signal.ts";
import { hiddenFailure, type HiddenFailure } from "./hidden-failure.ts";
import { recognisedProvider } from "./recognised-provider.ts";

/** What the decoder cannot see in one exchange and its caller may know. */
export type DecodeOptions = {
  /**
   * The recording holds no Authorization and no Cookie at all, as a HAR that its exporter sanitised: nothing may then
   * be concluded from a missing credential.
   */
  readonly credentialsWithheld?: boolean;
  /** Decodes hosts of no provider by this document; absent: by the generic one, if it is among the providers. */
  readonly fallback?: Provider;
};

/** Reads responses of hosts without a document: `readGeneric`, which is loaded when the first call to one comes. */
export type ReadGeneric = (exchange: Exchange, host: string) => GenericReading;

/**
 * Decodes an exchange: by the document of its host, else by the generic one; undefined if there is neither. Without
 * `readGeneric`, hosts without a document are explained by HTTP alone. Never throws on any exchange that `readEntry` can
 * make.
 */
export function decodeExchange(
  exchange: Exchange,
  providers: Providers,
  readGeneric: ReadGeneric | undefined,
  options: DecodeOptions = {},
): ApiEvent | undefined {
  const byHost = findProvider(providers, exchange.request.url) ?? unknownHost(options.fallback ?? genericOf(providers));
  if (byHost === undefined) return undefined;
  const found = byHost.provider.id === GENERIC_ID ? (recognisedProvider(providers, exchange) ?? byHost) : byHost;
  // Rows of hosts without a document of their own are told apart by the host.
  const generic =
    found.provider.id === GENERIC_ID
      ? readGeneric?.(exchange, hostOfUrl(exchange.request.url) ?? found.provider.name)
      : undefined;
  const provider = generic?.provider ?? found.provider;
  const content = generic?.content ?? readContent(exchange, provider);
  const hidden =
    generic === undefined && exchange.response.status < 400
      ? hiddenFailure(provider, exchange, content)
      : generic?.hidden;
  const outcome = outcomeOf(exchange, provider, content, hidden);
  const { envelope } = content;
  const isFailure = outcome === "failure";
  const answeredBy = isFailure ? whoAnswered(exchange, provider, content) : undefined;
  const signal =
    isFailure && generic?.isPartial === false
      ? findSignal({ exchange, content, words: generic.words, isChallenge: answeredBy?.isChallenge === true })
      : undefined;
  const rateLimit = limitsOf(exchange, provider, content, isFailure, signal);
  const base: Base = {
    exchange,
    provider,
    hostNote: found.hostNote,
    staging: found.staging,
    outcome,
    rateLimit,
    requestId: requestIdOf(exchange, provider, content),
    items: generic?.items ?? [],
    answeredBy,
    generic,
  };
  if (outcome !== "failure") {
    const isError = exchange.response.status >= 400;
    const isUnread = outcome === "success" && isUnreadSuccess(exchange);
    return eventOf(
      base,
      isError ? envelope : undefined,
      content.message,
      NO_EXPLANATION,
      isUnread ? UNREAD : NOT_NEEDED,
    );
  }
  const facts = factsOf(exchange, content);
  const entry = findEntry(provider, envelope, facts);
  const statusEntry = findStatus(provider, facts);
  const explanation = explain({
    exchange,
    provider,
    providers,
    content,
    rateLimit,
    hidden,
    ...(generic === undefined ? {} : { generic }),
    ...(answeredBy === undefined ? {} : { answeredBy }),
    ...(signal === undefined ? {} : { signal }),
    credentialsWithheld: options.credentialsWithheld ?? false,
    found: entry,
    statusEntry,
    isOutline: providers.pending?.has(provider.id) ?? false,
  });
  const advice = advise({
    exchange,
    provider,
    rateLimit,
    codeRetry: entry?.entry.retry,
    statusRetry: statusEntry?.retry,
    hiddenRetry: hidden?.retry,
    ...(signal === undefined ? {} : { signal }),
    retryIsContested: explanation.conflicts.some((conflict) => conflict.aboutRetry === true),
  });
  const event = eventOf(base, envelope, content.message, explanation, advice);
  return entry?.by === "text" ? { ...event, code: entry.code } : event;
}

function factsOf(exchange: Exchange, { json, envelope, message }: Content): Facts {
  const { body } = exchange.response;
  const text = json === undefined && body.kind === "text" ? body.text : undefined;
  return {
    exchange,
    json: json ?? text,
    message: envelope?.message ?? message ?? text ?? null,
    type: envelope?.type ?? null,
  };
}

function unknownHost(provider: Provider | undefined): FoundProvider | undefined {
  return provider === undefined ? undefined : { provider, hostNote: null, staging: false };
}

function genericOf({ providers }: Providers): Provider | undefined {
  return providers.find(({ id }) => id === GENERIC_ID);
}

type Base = Pick<ApiEvent, "exchange" | "hostNote" | "outcome" | "rateLimit" | "requestId"> & {
  readonly provider: Provider;
  readonly staging: boolean;
  readonly items: readonly EventItem[];
  readonly answeredBy: AnsweredBy | undefined;
  readonly generic: GenericReading | undefined;
};

/**
 * Member by member, not by spreading: an object spread from several others costs V8 fifty times the time and four
 * times the memory (docs/performance-log.md), and a recording holds thousands of events.
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
    providerName: provider.name,
    hostNote: base.hostNote,
    outcome: base.outcome,
    meaning: explanation.meaning,
    explainedBy: explanation.explainedBy,
    code: codeOf(envelope, base.answeredBy),
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
  return withRareMembers(event, base, envelope);
}

/** Members that few events have. */
function withRareMembers(event: ApiEvent, base: Base, envelope: ReadEnvelope | undefined): ApiEvent {
  const { exchange, staging, items, answeredBy, generic, outcome } = base;
  const { list, total } = generic?.fields ?? { list: [], total: 0 };
  const facts = generic?.facts ?? [];
  const seen = outcome === "failure" ? pageView(exchange) : undefined;
  const rare: Partial<ApiEvent> = {
    ...(staging ? { staging: true } : {}),
    ...(items.length === 0 ? {} : { items }),
    ...(total === 0 ? {} : { fieldErrors: list, fieldErrorCount: total }),
    ...(facts.length === 0 ? {} : { facts }),
    ...(answeredBy === undefined ? {} : { answeredBy }),
    ...(seen === undefined ? {} : { pageView: seen }),
    ...(outcome === "failure" && isCancelled(exchange) ? { cancelled: true } : {}),
    ...(envelope?.subcode === undefined ? {} : { subcode: envelope.subcode }),
  };
  return Object.keys(rare).length === 0 ? event : { ...event, ...rare };
}

/** A gateway's own number goes before what else its answer has; of the API's own codes it is only what is left. */
function codeOf(envelope: ReadEnvelope | undefined, answeredBy: AnsweredBy | undefined): string | null {
  const own = envelope?.code ?? null;
  const gateway = answeredBy?.code ?? null;
  return answeredBy?.name === "Cloudflare" ? (gateway ?? own) : (own ?? gateway);
}

/** Of an API with a document its own envelope says that it answered itself. */
function whoAnswered(exchange: Exchange, provider: Provider, content: Content): AnsweredBy | undefined {
  const { status, headers, body } = exchange.response;
  if (provider.id !== GENERIC_ID && content.envelope !== undefined) return undefined;
  if (status === 0 || body.kind === "unavailable" || body.kind === "binary") return undefined;
  return gatewayPage(status, headers, body.kind === "text" ? body.text : "") ?? undefined;
}

function limitsOf(
  exchange: Exchange,
  provider: Provider,
  content: Content,
  isFailure: boolean,
  signal: Signal | undefined,
): RateLimit {
  const { envelope } = content;
  const reset = provider.rateLimit?.headers.reset;
  const pointers = provider.envelopes.flatMap((envelope) =>
    envelope.retryAfterSeconds === undefined ? [] : [envelope.retryAfterSeconds],
  );
  const hints: RateLimitHints = {
    ...(reset === undefined ? {} : { resetUnit: reset.unit, resetHeader: reset.name }),
    ...(pointers.length === 0 ? {} : { retryAfterPointers: pointers }),
    ...(envelope?.wait === undefined ? {} : { statedWait: envelope.wait }),
  };
  const { response } = exchange;
  const read = parseRateLimit({
    url: exchange.request.url,
    status: response.status,
    headers: response.headers,
    body: response.body.kind === "text" ? response.body.text : null,
    receivedAt: receivedAt(exchange),
    fromCache: response.fromCache !== null,
    hints,
    ...(isFailure && provider.id === GENERIC_ID
      ? { said: saidIn(content, exchange), isRateLimited: signal?.kind === "rate-limit", isFailure }
      : // GitHub's GraphQL answers its hourly limit with 200. A document's "no" keeps a reset from being advised.
        { isRateLimited: isFailure && response.status < 400 }),
  });
  if (envelope?.limit === undefined && envelope?.remaining === undefined) return read;
  return {
    ...read,
    limit: read.limit ?? envelope.limit ?? null,
    remaining: read.remaining ?? envelope.remaining ?? null,
  };
}

function outcomeOf(
  exchange: Exchange,
  provider: Provider,
  content: Content,
  hidden: HiddenFailure | undefined,
): ApiEvent["outcome"] {
  const { status } = exchange.response;
  if (isPreflight(exchange)) return status === 0 || status >= 400 ? "failure" : "evidence";
  if (isRedirect(exchange) || exchange.response.notRecorded === true) return "evidence";
  if (status === 0 || status >= 400 || hidden !== undefined) return "failure";
  // A standard code inside an ordinary success means nothing, but one of the API's own catalogue does.
  if (provider.id === GENERIC_ID) return "success";
  const { code = null, subcode } = content.envelope ?? {};
  const isKnown =
    (code !== null && findCode(provider, code) !== undefined) ||
    (subcode !== undefined && findCode({ codes: provider.subcodes ?? {} }, subcode) !== undefined);
  return isKnown ? "failure" : "success";
}
