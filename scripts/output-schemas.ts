/*
 * What Faultline prints as JSON, as valibot schemas: docs/json.md in a form that machines check. The committed JSON
 * Schemas are generated from it (`npm run gen:schema`), and tests hold real output to it.
 */
import * as v from "valibot";
import { SCHEMA_VERSION } from "../src/report/output/event-json.ts";
import { FINDING_IDS } from "../src/timeline/finding.ts";

const schemaVersion = v.literal(SCHEMA_VERSION);
const text = v.string();
const maybeText = v.nullable(text);
const maybeNumber = v.nullable(v.number());
const instant = v.nullable(v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)));
const status = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)));
const texts = v.array(text);
const retry = v.picklist(["no", "yes", "after-delay", "sometimes"]);

const advice = v.strictObject({
  retry,
  waitSeconds: maybeNumber,
  retryAt: instant,
  basis: v.picklist(["header", "body", "code", "status", "network"]),
  reason: text,
  cautions: v.array(v.picklist(["idempotency", "quota", "state", "clock-skew", "cached", "conflict", "wait-unstated"])),
});

const rateLimit = v.strictObject({
  limit: maybeNumber,
  remaining: maybeNumber,
  resetAt: instant,
  retryAt: instant,
  windows: v.array(
    v.strictObject({
      name: text,
      limit: maybeNumber,
      remaining: maybeNumber,
      resetAt: instant,
      windowSeconds: maybeNumber,
    }),
  ),
});

const causes = v.array(
  v.strictObject({
    text,
    verdict: v.picklist(["confirmed", "ruled-out", "cannot-tell"]),
    check: maybeText,
    evidence: maybeText,
  }),
);

const items = v.array(
  v.strictObject({
    label: text,
    status: maybeNumber,
    failed: v.boolean(),
    code: maybeText,
    message: maybeText,
    retry: v.nullable(retry),
  }),
);

const findings = v.array(v.strictObject({ id: v.picklist(FINDING_IDS), text, change: text, rule: text }));

/** The members that every decoded call has, whichever command prints it. */
export const eventMembers = {
  schemaVersion,
  at: instant,
  method: maybeText,
  url: maybeText,
  host: maybeText,
  provider: maybeText,
  outcome: v.nullable(v.picklist(["success", "failure", "evidence"])),
  status,
  code: maybeText,
  type: maybeText,
  message: maybeText,
  field: maybeText,
  details: maybeText,
  requestId: maybeText,
  timestamp: maybeText,
  meaning: v.picklist(["known", "unknown-code", "unreadable", "unavailable", "none"]),
  title: maybeText,
  explanation: maybeText,
  causes,
  fixes: texts,
  docs: maybeText,
  notes: texts,
  unstated: texts,
  advice: v.nullable(advice),
  rateLimit: v.nullable(rateLimit),
  items: v.nullable(items),
  findings,
};

export const eventSchema = v.strictObject(eventMembers);

/** One line of `faultline decode --json`. */
export const decodeSchema = v.strictObject({
  file: v.optional(text),
  entry: v.pipe(v.number(), v.integer(), v.minValue(0)),
  ...eventMembers,
  problem: maybeText,
});

const body = v.variant("kind", [
  v.strictObject({ kind: v.literal("text"), text, note: maybeText }),
  v.strictObject({
    kind: v.literal("form"),
    fields: v.array(v.strictObject({ name: text, value: maybeText })),
    note: maybeText,
  }),
  v.strictObject({ kind: v.literal("missing"), reason: text }),
  v.strictObject({ kind: v.literal("empty") }),
]);
const message = v.strictObject({ headers: v.array(v.strictObject({ name: text, value: text })), body });
const counts = v.array(v.strictObject({ kind: text, count: v.number() }));

const timings = v.strictObject({
  blocked: maybeNumber,
  dns: maybeNumber,
  connect: maybeNumber,
  ssl: maybeNumber,
  send: maybeNumber,
  wait: maybeNumber,
  receive: maybeNumber,
});

const reportedMembers = {
  ...eventMembers,
  statusText: maybeText,
  userNote: maybeText,
  durationMs: v.number(),
  timings,
  error: maybeText,
  redirectUrl: maybeText,
  request: message,
  response: message,
};

const aboutReport = v.strictObject({
  steps: v.array(v.strictObject({ at: instant, method: text, path: text, status, code: maybeText })),
  redactions: counts,
  keptOnTheUsersWord: counts,
  note: text,
  version: text,
  createdAt: instant,
});

/** `faultline report --format json`, and the panel's JSON report: of one call, or of several. */
export const reportSchema = v.union([
  v.strictObject({ ...reportedMembers, report: aboutReport }),
  v.strictObject({ schemaVersion, events: v.array(v.strictObject(reportedMembers)), report: aboutReport }),
]);

const beforeAndAfter = v.strictObject({ before: v.number(), after: v.number() });
const change = v.picklist(["gone", "new", "more", "fewer", "same"]);

/** `faultline compare --json`. */
export const compareSchema = v.strictObject({
  schemaVersion,
  calls: beforeAndAfter,
  failures: beforeAndAfter,
  codes: v.array(
    v.strictObject({
      provider: text,
      code: maybeText,
      status,
      title: text,
      before: v.number(),
      after: v.number(),
      change,
    }),
  ),
  findings: v.array(v.strictObject({ id: v.picklist(FINDING_IDS), before: v.number(), after: v.number(), change })),
});

/** What the JSON Schemas name once and refer to. */
export const definitions = { instant, advice, rateLimit, causes, items, findings, message, timings };
