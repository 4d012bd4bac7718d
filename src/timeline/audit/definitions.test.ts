import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { auditAll, auditEvent, createAudit, takeRevisions } from "../audit.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import { receivedAt } from "../../exchange/exchange.ts";
import { headerValue } from "../../exchange/headers.ts";
import type { FindingId } from "../finding.ts";
import { anEvent, type EventShape } from "../testing/an-event.ts";

/*
 * The definitions of docs/findings.md once more, read as plainly as possible over whole lists and without any memory
 * bound. The incremental audit must agree with them on every list.
 */

const sent = (event: ApiEvent): number => event.exchange.startedAt;
const status = (event: ApiEvent): number => event.exchange.response.status;
const failed = (event: ApiEvent): boolean => status(event) === 0 || status(event) >= 400;
const operation = ({ exchange }: ApiEvent): string =>
  JSON.stringify([exchange.request.method, exchange.request.url, exchange.request.body]);
const identity = (event: ApiEvent): string =>
  JSON.stringify([
    operation(event),
    ["Authorization", "Content-Type"].map((name) => headerValue(event.exchange.request.headers, name)),
  ]);

function retried(events: readonly ApiEvent[], event: ApiEvent): ApiEvent | undefined {
  const latest = events.findLast((other) => operation(other) === operation(event) && sent(other) < sent(event));
  return latest !== undefined && failed(latest) && receivedAt(latest.exchange) <= sent(event) ? latest : undefined;
}

function plainly(events: readonly ApiEvent[], event: ApiEvent): ReadonlySet<FindingId> {
  const found = new Set<FindingId>();
  const before = retried(events, event);
  if (before === undefined) return found;
  const gap = sent(event) - receivedAt(before.exchange);
  const wait = before.rateLimit.retryAt;
  const grace = wait === null ? 0 : Math.min(1000, Math.max(0, wait - receivedAt(before.exchange)) / 2);
  if (wait !== null && sent(event) < wait - grace) found.add("retried-too-early");
  if (before.advice.retry === "no" && identity(before) === identity(event) && gap <= 60_000)
    found.add("retried-non-retryable");
  const { method } = event.exchange.request;
  const unsafe = status(before) === 0 || (status(before) >= 500 && status(before) !== 503);
  if ((method === "POST" || method === "PATCH") && unsafe) found.add("unsafe-post-retry");
  if (status(event) >= 200 && status(event) <= 299) {
    const same = events.filter((other) => operation(other) === operation(event) && sent(other) < sent(event));
    const sinceSuccess = same.slice(same.findLastIndex((other) => !failed(other)) + 1);
    if (sinceSuccess.every((other) => other.advice.retry !== "no")) found.add("recovered-after-n-retries");
  }
  return found;
}

/** Whether the run of retries that ends with this one has three or more last gaps that are as good as equal. */
function fixedInterval(events: readonly ApiEvent[], event: ApiEvent): boolean {
  const gaps: number[] = [];
  for (let at: ApiEvent | undefined = event; at !== undefined;) {
    const before: ApiEvent | undefined = retried(events, at);
    if (before === undefined || before.rateLimit.retryAt !== null) break;
    gaps.push(sent(at) - receivedAt(before.exchange));
    at = before;
  }
  return gaps.some((_, index) => {
    const run = gaps.slice(0, index + 1);
    const mean = run.reduce((sum, gap) => sum + gap, 0) / run.length;
    return run.length >= 3 && Math.max(...run) - Math.min(...run) <= Math.max(100, mean * 0.1);
  });
}

const shapes: fc.Arbitrary<EventShape> = fc
  .record({
    at: fc.constantFrom(0, 0, 50, 100, 100, 500, 1000, 1000, 3000, 60_000, 61_000),
    durationMs: fc.constantFrom(0, 10, 100, 2000),
    status: fc.constantFrom(200, 200, 204, 302, 0, 400, 401, 408, 429, 500, 503, 503, 503),
    method: fc.constantFrom("GET", "GET", "POST", "OPTIONS"),
    path: fc.constantFrom("a", "a", "a", "b"),
    token: fc.constantFrom("Bearer a", "Bearer a", "Bearer b"),
    retryAfter: fc.constantFrom(undefined, undefined, undefined, 0, 1, 2, 60),
  })
  .map(({ path, token, retryAfter, status: code, ...rest }) => ({
    ...rest,
    status: code,
    url: `https://api.example.test/${path}`,
    requestHeaders: { Authorization: token },
    ...(retryAfter === undefined || (code < 400 && code !== 0) || code === 0 ? {} : { retryAfter }),
  }));

/** Each event starts some time after the one before it, so the list is in order of start and has ties. */
const lists = fc.array(shapes, { minLength: 1, maxLength: 25 }).map((list) => {
  let clock = 0;
  return list.map((shape) => anEvent({ ...shape, at: (clock += shape.at ?? 0) }));
});

// A second alone; far more where other work shares the processor.
vi.setConfig({ testTimeout: 60_000 });

const SEQUENCE_IDS: readonly FindingId[] = [
  "retried-too-early",
  "retried-non-retryable",
  "unsafe-post-retry",
  "recovered-after-n-retries",
];

test("agrees with the definitions read plainly, on any list", () => {
  fc.assert(
    fc.property(lists, (events) => {
      const audited = auditAll(events);
      for (const event of events) {
        const ids = (audited.get(event.id) ?? []).map((finding) => finding.id);
        expect(ids.filter((id) => SEQUENCE_IDS.includes(id)).toSorted()).toEqual(
          [...plainly(events, event)].toSorted(),
        );
      }
      const found = [...audited.values()].flat().map((finding) => finding.id);
      expect(found.includes("fixed-interval-no-backoff")).toBe(events.some((event) => fixedInterval(events, event)));
      const retries = events.filter((event) => retried(events, event) !== undefined).map(sent);
      expect(found.includes("retry-storm")).toBe(
        retries.some((at, index) => at - (retries[index - 4] ?? -Infinity) <= 10_000),
      );
    }),
    { numRuns: 1500 },
  );
});

test("arrives at the same findings whatever the order of arrival, once revisions are in", () => {
  const shuffled = lists.chain((events) =>
    fc.shuffledSubarray(events, { minLength: events.length }).map((order) => ({ events, order })),
  );
  const ids = (findings: ReadonlyMap<string, readonly { id: FindingId }[]>, event: ApiEvent): readonly string[] =>
    (findings.get(event.id) ?? [])
      .map((finding) => finding.id)
      // A storm is reported on whichever of its members came last.
      .filter((id) => id !== "retry-storm");
  fc.assert(
    fc.property(shuffled, ({ events, order }) => {
      fc.pre(new Set(events.map(sent)).size === events.length);
      const state = createAudit();
      const found = new Map<string, readonly { id: FindingId }[]>();
      for (const event of order) {
        found.set(event.id, auditEvent(state, event));
        for (const [id, findings] of takeRevisions(state)) found.set(id, findings);
      }
      const inOrder = auditAll(events);
      for (const event of events) expect(ids(found, event)).toEqual(ids(inOrder, event));
    }),
    { numRuns: 500 },
  );
});
