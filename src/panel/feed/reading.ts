import { findProvider } from "../../catalogue/find-provider.ts";
import { GENERIC_ID } from "../../catalogue/generic-host.ts";
import type { Providers } from "../../catalogue/provider.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import { decodeExchange, type ReadGeneric } from "../../decode/decode-exchange.ts";
import { recognisedProvider } from "../../decode/recognised-provider.ts";
import { type Exchange, receivedAt } from "../../exchange/exchange.ts";
import type { FeedRecord } from "../../exchange/feed.ts";
import { append } from "../../timeline/append.ts";
import { eventRowOf } from "../../timeline/row.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import type { Meters } from "../../timing/meters.ts";
import { updateMeters } from "../../timing/update-meters.ts";

export { listing } from "./listing-rows.ts";

/** What the feed's records have become so far. */
export type Read = { readonly timeline: Timeline; readonly meters: Meters };

/** What reading goes by. */
export type ReadingOptions = {
  readonly providers: Providers;
  readonly credentialsWithheld: boolean;
  /** What reads hosts without a document; absent if it could not be loaded. */
  readonly readGeneric?: ReadGeneric;
};

/**
 * Decodes one record and puts it on the timeline, and on the meters if it `isNew` to them. Many records are read with one `options` object.
 */
export function readRecord(before: Read, record: FeedRecord, options: ReadingOptions, isNew: boolean): Read {
  const { timeline, meters } = before;
  if (record.kind !== "exchange") return { timeline: append(timeline, record), meters };
  const { providers } = options;
  const event = decodeOnce(record.read(), options);
  if (event === undefined) return before;
  const appended = append(timeline, { kind: "event", event });
  // Its row is made here, within a slice of the reading: all rows of a second at once would hold the page up.
  eventRowOf(appended, event.id);
  return {
    timeline: appended,
    meters: isNew ? metered(meters, event, providers) : meters,
  };
}

type Decoded = { readonly as: ReadingOptions; readonly event: ApiEvent | undefined };

/** The log is read again from its start each time the recorder drops the oldest of it; most of that was decoded before. */
const decoded = new WeakMap<Exchange, Decoded>();

function decodeOnce(exchange: Exchange, as: ReadingOptions): ApiEvent | undefined {
  const { providers, credentialsWithheld, readGeneric } = as;
  const known = decoded.get(exchange);
  if (
    known !== undefined &&
    known.as.providers === providers &&
    known.as.credentialsWithheld === credentialsWithheld &&
    known.as.readGeneric === readGeneric
  )
    return known.event;
  const event = decodeExchange(exchange, providers, readGeneric, { credentialsWithheld });
  decoded.set(exchange, { as, event });
  return event;
}

/** Whether reading this record takes the reader of hosts without a document. */
export function needsShapes(record: FeedRecord, providers: Providers): boolean {
  if (record.kind !== "exchange") return false;
  const found = findProvider(providers, record.read().request.url);
  return found === undefined || found.provider.id === GENERIC_ID;
}

/** The provider of a record whose document is not loaded yet. */
export function pendingDocument(record: FeedRecord, providers: Providers): string | undefined {
  const { pending } = providers;
  if (record.kind !== "exchange" || pending === undefined || pending.size === 0) return undefined;
  const byHost = findProvider(providers, record.read().request.url)?.provider;
  const provider =
    byHost === undefined || byHost.id === GENERIC_ID ? recognisedProvider(providers, record.read())?.provider : byHost;
  return provider !== undefined && pending.has(provider.id) ? provider.id : undefined;
}

function metered(meters: Meters, event: ApiEvent, providers: Providers): Meters {
  const provider = providers.providers.find(({ id }) => id === event.providerId);
  const { request } = event.exchange;
  return updateMeters(meters, {
    api: event.providerId,
    method: request.method,
    url: request.url,
    headers: request.headers,
    keyQueryNames: provider?.authentication.query?.map(({ name }) => name) ?? [],
    rateLimit: event.rateLimit,
    at: receivedAt(event.exchange),
  });
}
