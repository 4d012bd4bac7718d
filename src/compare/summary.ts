import type { ApiEvent } from "../decode/api-event.ts";
import type { Finding } from "../timeline/finding.ts";

/** One kind of failure in a recording: an API and its code, or its status where the failure has no code. */
export type CodeCount = {
  /** The same for the same kind of failure in every recording. */
  readonly key: string;
  readonly providerId: string;
  readonly providerName: string;
  /** As the catalogue spells it; null where the failures have none. */
  readonly code: string | null;
  /** Of the first such failure; 0 where no response arrived. */
  readonly status: number;
  readonly title: string;
  readonly count: number;
};

/** What two recordings are compared by. Small, however long the recording. */
export type RecordingSummary = {
  readonly calls: number;
  readonly failures: number;
  readonly codes: ReadonlyMap<string, CodeCount>;
  /** How often each finding was made, by id. */
  readonly findings: ReadonlyMap<Finding["id"], number>;
};

/** Counts the failures of a recording by API and code, and its findings by id. Preflights and redirects are no calls. */
export function summarize(
  events: Iterable<ApiEvent>,
  findings: ReadonlyMap<string, readonly Finding[]>,
): RecordingSummary {
  const codes = new Map<string, CodeCount>();
  const made = new Map<Finding["id"], number>();
  let calls = 0;
  let failures = 0;
  for (const event of events) {
    for (const { id } of findings.get(event.id) ?? []) made.set(id, (made.get(id) ?? 0) + 1);
    if (event.outcome === "evidence") continue;
    calls += 1;
    if (event.outcome !== "failure") continue;
    failures += 1;
    const key = keyOf(event);
    const known = codes.get(key);
    codes.set(key, known === undefined ? firstOf(event, key) : { ...known, count: known.count + 1 });
  }
  return { calls, failures, codes, findings: made };
}

/** The provider's name is in it, because hosts without a document of their own share an id. */
function keyOf(event: ApiEvent): string {
  const code = event.catalogueCode ?? event.code;
  return JSON.stringify([event.providerId, event.providerName, code ?? event.exchange.response.status]);
}

function firstOf(event: ApiEvent, key: string): CodeCount {
  return {
    key,
    providerId: event.providerId,
    providerName: event.providerName,
    code: event.catalogueCode ?? event.code,
    status: event.exchange.response.status,
    title: event.title,
    count: 1,
  };
}
