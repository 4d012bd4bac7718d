import type { ApiEvent } from "../decode/api-event.ts";
import type { Finding } from "../timeline/finding.ts";

/** One kind of failure in a recording: an API and its code, or its status if the failure has no code. */
export type CodeCount<Text extends string = string> = {
  /** The same for the same kind of failure in every recording. */
  readonly key: string;
  readonly providerId: string;
  readonly providerName: string;
  /** As the catalogue spells it; null if the failures have none. */
  readonly code: Text | null;
  /** Of the first such failure; 0 if no response arrived. */
  readonly status: number;
  readonly title: Text;
  readonly count: number;
};

/** What two recordings are compared by. Small, however long the recording. */
export type RecordingSummary<Text extends string = string> = {
  readonly calls: number;
  readonly failures: number;
  readonly codes: ReadonlyMap<string, CodeCount<Text>>;
  /** How often each finding was made, by id. */
  readonly findings: ReadonlyMap<Finding["id"], number>;
};

/** The texts by which a failure is counted and named. */
export type FailureTexts<Text extends string> = { readonly code: Text | null; readonly title: Text };

/**
 * Counts the failures of a recording by API and code, and its findings by id. Preflights and redirects are not calls.
 * `textsOf` gives a failure's code and title as they may be shown; without it they are the response's own.
 */
export function summarize(
  events: Iterable<ApiEvent>,
  findings: ReadonlyMap<string, readonly Finding[]>,
): RecordingSummary;
export function summarize<Text extends string>(
  events: Iterable<ApiEvent>,
  findings: ReadonlyMap<string, readonly Finding[]>,
  textsOf: (event: ApiEvent) => FailureTexts<Text>,
): RecordingSummary<Text>;
export function summarize(
  events: Iterable<ApiEvent>,
  findings: ReadonlyMap<string, readonly Finding[]>,
  textsOf: (event: ApiEvent) => FailureTexts<string> = recordedTexts,
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
    const texts = textsOf(event);
    const key = keyOf(event, texts.code);
    const known = codes.get(key);
    codes.set(key, known === undefined ? firstOf(event, key, texts) : { ...known, count: known.count + 1 });
  }
  return { calls, failures, codes, findings: made };
}

function recordedTexts({ catalogueCode, code, title }: ApiEvent): FailureTexts<string> {
  return { code: catalogueCode ?? code, title };
}

/** The provider's name is in it, because hosts without a document of their own share an id. */
function keyOf(event: ApiEvent, code: string | null): string {
  return JSON.stringify([event.providerId, event.providerName, code ?? event.exchange.response.status]);
}

function firstOf<Text extends string>(event: ApiEvent, key: string, texts: FailureTexts<Text>): CodeCount<Text> {
  return {
    key,
    providerId: event.providerId,
    providerName: event.providerName,
    ...texts,
    status: event.exchange.response.status,
    count: 1,
  };
}
