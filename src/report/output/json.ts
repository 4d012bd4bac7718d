import type { ReportEvent } from "../event-parts.ts";
import type { ReportBody, ReportMessage } from "../exchange-parts.ts";
import { pathAndQuery, type ReportDocument } from "./document.ts";
import { isoInstant } from "../../web/instant.ts";
import { eventJson, SCHEMA_VERSION } from "./event-json.ts";
import { visibleJson } from "./visible.ts";
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
      return { kind: "text", text: writer.write(body.text), note: body.note };
  }
}

function messageOf(message: ReportMessage, writer: Writer): Json {
  return {
    headers: message.headers.map(({ name, value }) => ({ name: writer.write(name), value: writer.write(value) })),
    body: bodyOf(message.body, writer),
  };
}

/** The event in the members that `faultline decode --json` prints, and the redacted exchange. */
function eventOf(report: ReportEvent, writer: Writer): Json {
  const { durationMs, timings } = report.event.exchange;
  return {
    ...eventJson(report, writer),
    statusText: writer.maybe(report.statusText),
    userNote: writer.maybe(report.userNote),
    durationMs,
    timings,
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
    status: step.status === 0 ? null : step.status,
    code: writer.maybe(step.code),
  }));
  const report = {
    steps,
    redactions: writer.counts(),
    keptOnTheUsersWord: writer.kept,
    note: DISCLAIMER,
    version: document.version,
    createdAt: isoInstant(document.now),
  };
  const [only] = events;
  return `${visibleJson(events.length === 1 && only !== undefined ? { ...only, report } : { schemaVersion: SCHEMA_VERSION, events, report }, 2)}\n`;
}
