import type { ReportEvent } from "../event-parts.ts";
import type { ReportBody, ReportMessage } from "../exchange-parts.ts";
import { readUrlHost } from "../../catalogue/url-host.ts";
import { pathAndQuery, type ReportDocument } from "./document.ts";
import { isoInstant } from "./instant.ts";
import { DISCLAIMER, type Writer } from "./writer.ts";

type Json = Readonly<Record<string, unknown>>;

function bodyOf(body: ReportBody, writer: Writer): Json {
  switch (body.kind) {
    case "empty":
      return { kind: "empty" };
    case "absent":
      return { kind: "missing", reason: body.note };
    case "form":
      return {
        kind: "form",
        fields: body.fields.map(({ name, value }) => ({
          name: writer.write(name),
          value: value === null ? null : writer.write(value),
        })),
        note: body.note,
      };
    case "text":
      return { kind: "text", text: writer.write(body.text), ...(body.note === null ? {} : { note: body.note }) };
  }
}

function messageOf(message: ReportMessage, writer: Writer): Json {
  return {
    headers: message.headers.map(({ name, value }) => ({ name: writer.write(name), value: writer.write(value) })),
    body: bodyOf(message.body, writer),
  };
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}

function rateLimitOf(report: ReportEvent, writer: Writer): Json {
  const { limit, remaining, resetAt, retryAt, windows } = report.event.rateLimit;
  return {
    limit,
    remaining,
    resetAt: instantOrNull(resetAt),
    retryAt: instantOrNull(retryAt),
    windows: windows.map((window, index) => ({
      name: writer.write(report.windows[index] ?? (() => [])),
      limit: window.limit?.value ?? null,
      remaining: window.remaining?.value ?? null,
      resetAt: instantOrNull(window.resetAt?.value ?? null),
      windowSeconds: window.windowSeconds,
    })),
  };
}

function causesOf(report: ReportEvent, writer: Writer): readonly Json[] {
  return report.event.causes.map((cause, index) => {
    const slot = report.evidence[index] ?? null;
    return {
      text: cause.text,
      verdict: cause.verdict,
      ...(cause.check === undefined ? {} : { check: cause.check }),
      ...(slot === null ? {} : { evidence: writer.write(slot) }),
    };
  });
}

/** The decoded event under the member names of `faultline decode --json`, with the redacted exchange beside it. */
function eventOf(report: ReportEvent, writer: Writer): Json {
  const { event } = report;
  const { exchange } = event;
  const { advice } = event;
  const url = writer.write(report.url);
  return {
    at: isoInstant(exchange.startedAt),
    method: writer.write(report.method),
    url,
    host: readUrlHost(url)?.hostname ?? null,
    provider: event.providerId,
    outcome: event.outcome,
    status: exchange.response.status,
    statusText: writer.write(report.statusText),
    code: writer.maybe(report.code),
    type: writer.maybe(report.type),
    message: writer.maybe(report.message),
    field: writer.maybe(report.field),
    details: writer.maybe(report.details),
    requestId: writer.maybe(report.requestId),
    timestamp: writer.maybe(report.timestamp),
    meaning: event.meaning,
    title: writer.write(report.title),
    explanation: writer.write(report.explanation),
    causes: causesOf(report, writer),
    fixes: event.fixes,
    docs: event.docs,
    notes: report.notes.map(writer.write),
    ...(report.userNote === null ? {} : { userNote: writer.write(report.userNote) }),
    advice: {
      retry: advice.retry,
      waitSeconds: advice.waitSeconds,
      retryAt: instantOrNull(advice.retryAt),
      basis: advice.basis,
      reason: writer.write(report.adviceReason),
      cautions: advice.cautions,
    },
    rateLimit: rateLimitOf(report, writer),
    findings: report.findings.map(({ finding, text }) => ({ id: finding.id, text: writer.write(text) })),
    durationMs: exchange.durationMs,
    timings: exchange.timings,
    error: writer.maybe(report.error),
    redirectUrl: writer.maybe(report.redirectUrl),
    request: messageOf(report.request, writer),
    response: messageOf(report.response, writer),
  };
}

/** One event: an object. Several: `{ events: [...] }`. Both say in `report` what was redacted, by what, and how surely. */
export function writeJson(document: ReportDocument, writer: Writer): string {
  const events = document.events.map((event) => eventOf(event, writer));
  const steps = document.steps.map((step) => ({
    at: isoInstant(step.at),
    method: writer.write(step.method),
    path: pathAndQuery(writer.write(step.url)),
    status: step.status,
    code: writer.maybe(step.code),
  }));
  const report = {
    steps,
    redactions: writer.counts(),
    ...(writer.kept.length === 0 ? {} : { keptOnTheUsersWord: writer.kept }),
    note: DISCLAIMER,
    version: document.version,
    createdAt: isoInstant(document.now),
  };
  const [only] = events;
  return `${JSON.stringify(events.length === 1 && only !== undefined ? { ...only, report } : { events, report }, null, 2)}\n`;
}
