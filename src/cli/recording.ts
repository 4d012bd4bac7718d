import { findProvider } from "../catalogue/find-provider.ts";
import { GENERIC_PROVIDER } from "../catalogue/generic-provider.ts";
import type { Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import { decode } from "../decode/decode.ts";
import { isApiExchange } from "../exchange/api-call.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { readHarStream } from "../exchange/har/read-har-stream.ts";
import type { HarItem } from "../exchange/har/split-entries.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { carriesCredentials, credentialsWithheld } from "../exchange/withheld-credentials.ts";
import type { RecordingSecrets } from "../report/redact/recording-secrets.ts";
import type { SecretSurvey } from "../report/survey-secrets.ts";
import { auditAll } from "../timeline/audit.ts";
import type { Finding } from "../timeline/finding.ts";
import type { Bytes } from "./io.ts";

/** One HAR entry after reading and decoding. `index` is its place in the file, from 0. */
export type DecodedEntry =
  | { readonly kind: "event"; readonly index: number; readonly event: ApiEvent }
  /** Not listed: a file of the page, or a call that `onlyKnown` leaves out. `event` is what can be said of it anyway. */
  | {
      readonly kind: "other";
      readonly index: number;
      readonly reason: "not-an-api-call" | "no-document";
      readonly event: ApiEvent;
    }
  | { readonly kind: "unreadable"; readonly index: number; readonly problem: string };

export type Recording = {
  readonly entries: readonly DecodedEntry[];
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** What all its calls gave away, those of unknown hosts included. */
  readonly secrets: RecordingSecrets;
  /** The exporter removed every credential: findings about missing ones are held back. */
  readonly withheld: boolean;
  /** The file ends before its own end; what came before is here. */
  readonly isCut: boolean;
};

export type RecordingOptions = {
  /** Bodies of what did not fail are let go as soon as they are decoded: memory then grows with the failures only. */
  readonly isLean: boolean;
  /** Lists only calls to hosts that a document or a mapping names. */
  readonly onlyKnown: boolean;
  /** Searches every call before its bodies are let go. */
  readonly survey: SecretSurvey;
};

/**
 * Reads, decodes and audits a HAR while it arrives. A bad entry becomes an entry that says why; a file that is no HAR a
 * problem. Rejects only with what `bytes` rejects with.
 */
export async function readRecording(
  bytes: Bytes,
  providers: Providers,
  { isLean, onlyKnown, survey }: RecordingOptions,
): Promise<{ readonly ok: true; readonly recording: Recording } | { readonly ok: false; readonly problem: string }> {
  const entries: DecodedEntry[] = [];
  let anyCarried = false;
  const stream = readHarStream(bytes);
  let next = await stream.next();
  for (; next.done !== true; next = await stream.next()) {
    anyCarried ||= next.value.kind === "entry" && carriesCredentials(next.value.entry);
    const entry = decodeItem(next.value, providers, onlyKnown);
    if (entry.kind !== "unreadable") survey.take(entry.event);
    entries.push(isLean ? withoutBodies(entry) : entry);
  }
  const { creator, count, isCut, problem } = next.value;
  if (problem !== null) return { ok: false, problem };
  const withheld = credentialsWithheld({ creator, count, anyCarried });
  // Known only now, and what was decoded before may have concluded from a missing credential.
  const settled = withheld ? entries.map((entry) => decodedAgain(entry, providers, onlyKnown)) : entries;
  const events = settled.flatMap((entry) => (entry.kind === "event" ? [entry.event] : []));
  const findings = auditAll(events, { holdBackAuth: withheld });
  return { ok: true, recording: { entries: settled, findings, secrets: survey.secrets(), withheld, isCut } };
}

function decodeItem(item: HarItem, providers: Providers, onlyKnown: boolean): DecodedEntry {
  const { index } = item;
  if (item.kind === "broken") return { kind: "unreadable", index, problem: item.problem };
  const read = readEntry(item.entry, { id: `entry-${index}` });
  if (!read.ok) return { kind: "unreadable", index, problem: read.problem };
  return decodeExchange(read.exchange, index, providers, { onlyKnown, areWithheld: false });
}

function decodeExchange(
  exchange: Exchange,
  index: number,
  providers: Providers,
  { onlyKnown, areWithheld }: { readonly onlyKnown: boolean; readonly areWithheld: boolean },
): DecodedEntry {
  const event = decode(exchange, providers, { credentialsWithheld: areWithheld, fallback: GENERIC_PROVIDER });
  if (event === undefined) return { kind: "unreadable", index, problem: "The entry could not be decoded." };
  // What goes to a host with a document counts, whatever it is: some recorders state no types.
  if (findProvider(providers, exchange.request.url) !== undefined) return { kind: "event", index, event };
  if (!isApiExchange(exchange)) return { kind: "other", index, reason: "not-an-api-call", event };
  return onlyKnown ? { kind: "other", index, reason: "no-document", event } : { kind: "event", index, event };
}

function decodedAgain(entry: DecodedEntry, providers: Providers, onlyKnown: boolean): DecodedEntry {
  if (entry.kind === "unreadable" || entry.event.outcome !== "failure") return entry;
  return decodeExchange(entry.event.exchange, entry.index, providers, { onlyKnown, areWithheld: true });
}

function withoutBodies(entry: DecodedEntry): DecodedEntry {
  if (entry.kind === "unreadable" || (entry.kind === "event" && entry.event.outcome === "failure")) return entry;
  const { exchange } = entry.event;
  const lean: Exchange = {
    ...exchange,
    // What the audit looks at stays: a request body is small, and says whether two calls are the same.
    ...(entry.kind === "other"
      ? { request: { ...exchange.request, body: { kind: "unavailable", reason: "not-kept" }, params: [] } }
      : {}),
    response: { ...exchange.response, body: { kind: "unavailable", reason: "not-kept" } },
  };
  const event: ApiEvent = { ...entry.event, exchange: lean };
  return { ...entry, event };
}
