import type { ApiEvent } from "../decode/api-event.ts";
import { attemptOf, type Attempt } from "./audit/attempt.ts";
import { authFindings } from "./audit/auth-findings.ts";
import { bodyFindings } from "./audit/body-findings.ts";
import { cacheFindings } from "./audit/cache-findings.ts";
import { exposureFindings } from "./audit/exposure-findings.ts";
import { MAX_ATTEMPTS_PER_OPERATION, MAX_OPERATIONS, MAX_ORIGINS } from "./audit/limits.ts";
import { operationKey } from "./audit/operation.ts";
import { originOf } from "../web/url.ts";
import { retriedIndex } from "./audit/retried-index.ts";
import { retryFindings, type Carried } from "./audit/retry-findings.ts";
import { findTwin } from "./audit/service-worker-twin.ts";
import { noRetries, noteRetry, type OriginRetries } from "./audit/storm.ts";
import type { Finding } from "./finding.ts";
import { type FollowUp, followUpsOf } from "./follow-up.ts";

export type AuditOptions = {
  /** Say nothing about missing credentials: the recording lost them all (exchange/withheld-credentials.ts). */
  readonly holdBackAuth: boolean;
};

/** What was said about an attempt so far. `hasTwin`: both listings of a request that a service worker passed on came. */
type Verdict = { hasTwin: boolean; isCounted: boolean; storm: Finding | null; findings: readonly Finding[] };
type Judged = Attempt & Verdict;
/** In order of start. `carried` represents the attempts that were forgotten. */
type Operation = { readonly attempts: Judged[]; carried: Carried };

/** What the audit remembers between events. Changed in place by `auditEvent`; bounded by audit/limits.ts. */
export type AuditState = {
  readonly options: AuditOptions;
  readonly operations: Map<string, Operation>;
  readonly origins: Map<string, OriginRetries>;
  readonly revisions: Map<string, readonly Finding[]>;
  readonly repeated: Map<string, Finding>;
  readonly followUps: Map<string, FollowUp>;
};

const NOTHING_CARRIED: Carried = { failures: 0, hopeless: false };

/** An audit that has seen nothing yet. */
export function createAudit(options: Partial<AuditOptions> = {}): AuditState {
  return {
    options: { holdBackAuth: options.holdBackAuth ?? false },
    operations: new Map(),
    origins: new Map(),
    revisions: new Map(),
    repeated: new Map(),
    followUps: new Map(),
  };
}

/**
 * Judges one event against those before it and returns what it shows, retries first. Hand events over in order of
 * start; one that comes late is put in its place, and what that changes for later ones waits in `takeRevisions`.
 * The definitions are in docs/findings.md. Cost per event: bounded, whatever was seen before.
 */
export function auditEvent(state: AuditState, event: ApiEvent): readonly Finding[] {
  const own = ownFindings(event, state.options).map((finding) => oncePerText(state.repeated, finding));
  // Not spread: V8 turns an object spread and then widened into a table of thrice the size (docs/performance-log.md).
  const verdict: Verdict = { hasTwin: false, isCounted: false, storm: null, findings: own };
  const attempt: Judged = Object.assign(attemptOf(event, own), verdict);
  const operation = remembered(state.operations, operationKey(event.exchange), MAX_OPERATIONS, () => ({
    attempts: [],
    carried: NOTHING_CARRIED,
  }));
  const { attempts } = operation;
  if (foldTwin(attempts, attempt)) return own;
  const index = insert(attempts, attempt);
  const origin = originOf(event.exchange.request.url);
  judge(state, operation, index, origin);
  for (let later = index + 1; later < attempts.length; later += 1) revise(state, operation, later, origin);
  for (const at of [index, attempts.length - 1])
    for (const [id, followUp] of followUpsOf(attempts, at)) state.followUps.set(id, followUp);
  forgetOldest(operation);
  return attempt.findings;
}

/**
 * Findings of earlier events that a late arrival has changed since the last call, by event id; each list replaces what
 * `auditEvent` returned for that event.
 */
export function takeRevisions(state: AuditState): ReadonlyMap<string, readonly Finding[]> {
  const taken = new Map(state.revisions);
  state.revisions.clear();
  return taken;
}

/** What became of earlier failures (and of this one) by what has come since the last call, by event id. */
export function takeFollowUps(state: AuditState): ReadonlyMap<string, FollowUp> {
  const taken = new Map(state.followUps);
  state.followUps.clear();
  return taken;
}

/** Audits a whole recording, in any order: findings by event id; events that show nothing are left out. */
export function auditAll(
  events: readonly ApiEvent[],
  options: Partial<AuditOptions> = {},
): ReadonlyMap<string, readonly Finding[]> {
  const state = createAudit(options);
  const found = new Map<string, readonly Finding[]>();
  for (const event of events.toSorted((one, other) => one.exchange.startedAt - other.exchange.startedAt)) {
    const findings = auditEvent(state, event);
    if (findings.length > 0) found.set(event.id, findings);
  }
  return found;
}

function ownFindings(event: ApiEvent, options: AuditOptions): readonly Finding[] {
  return [
    ...authFindings(event, options.holdBackAuth),
    ...bodyFindings(event),
    ...exposureFindings(event),
    ...cacheFindings(event),
  ];
}

/** Texts beyond this many are forgotten: they hold numbers, and may differ on each event. */
const MAX_REPEATED = 200;

/** What thousands of events show alike ("missing Authorization") weighs once: an equal finding as the same object. */
function oncePerText(repeated: Map<string, Finding>, finding: Finding): Finding {
  if (finding.related.length > 0) return finding;
  const key = `${finding.id}\n${finding.text}`;
  const known = repeated.get(key);
  if (known !== undefined) return known;
  if (repeated.size >= MAX_REPEATED) repeated.clear();
  repeated.set(key, finding);
  return finding;
}

/** Of a request that is listed twice the page's listing counts; true when `attempt` is the worker's and need not. */
function foldTwin(attempts: Judged[], attempt: Judged): boolean {
  const twin = findTwin(attempt.listing, attempts, (other) => (other.hasTwin ? null : other.listing));
  if (twin === undefined) return false;
  if (twin.listing?.viaServiceWorker === true) {
    twin.hasTwin = true;
    return true;
  }
  attempts.splice(attempts.indexOf(twin), 1);
  attempt.hasTwin = true;
  attempt.isCounted = twin.isCounted;
  attempt.storm = twin.storm;
  return false;
}

function judge(state: AuditState, operation: Operation, index: number, origin: string | undefined): void {
  const attempt = operation.attempts[index];
  if (attempt === undefined) return;
  if (!attempt.isCounted && origin !== undefined && retriedIndex(operation.attempts, index) !== -1) {
    attempt.isCounted = true;
    attempt.storm = noteRetry(
      remembered(state.origins, origin, MAX_ORIGINS, noRetries),
      { id: attempt.id, at: attempt.startedAt },
      origin,
    );
  }
  const retries = retryFindings(operation.attempts, index, operation.carried);
  attempt.findings = [...retries, ...(attempt.storm === null ? [] : [attempt.storm]), ...attempt.own];
}

function revise(state: AuditState, operation: Operation, index: number, origin: string | undefined): void {
  const attempt = operation.attempts[index];
  const before = attempt?.findings ?? [];
  judge(state, operation, index, origin);
  const after = attempt?.findings ?? [];
  if (attempt === undefined || sameTexts(before, after)) return;
  state.revisions.set(attempt.id, after);
}

function sameTexts(one: readonly Finding[], other: readonly Finding[]): boolean {
  return one.length === other.length && one.every((finding, index) => finding.text === other[index]?.text);
}

function insert(attempts: Judged[], attempt: Judged): number {
  let index = attempts.length;
  while ((attempts[index - 1]?.startedAt ?? -Infinity) > attempt.startedAt) index -= 1;
  attempts.splice(index, 0, attempt);
  return index;
}

function forgetOldest(operation: Operation): void {
  if (operation.attempts.length <= MAX_ATTEMPTS_PER_OPERATION) return;
  const oldest = operation.attempts.shift();
  if (oldest === undefined) return;
  operation.carried = oldest.failed
    ? { failures: operation.carried.failures + 1, hopeless: operation.carried.hopeless || oldest.advice === "no" }
    : NOTHING_CARRIED;
}

/** The entry of a map that forgets what was used longest ago once it holds more than `limit` entries. */
function remembered<Value>(map: Map<string, Value>, key: string, limit: number, create: () => Value): Value {
  const value = map.get(key) ?? create();
  map.delete(key);
  map.set(key, value);
  const oldest = map.size > limit ? map.keys().next() : undefined;
  if (oldest?.done === false) map.delete(oldest.value);
  return value;
}
