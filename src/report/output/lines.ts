import type { ReportEvent } from "../event-parts.ts";
import type { ReportMessage } from "../exchange-parts.ts";
import { instantText, duration } from "./instant.ts";
import { protocol, statusLine } from "./document.ts";
import type { Writer } from "./writer.ts";

/** Title of the section that holds the user's note. */
export const WHAT_I_WAS_DOING = "What I was doing";

/** A label and its value; `recorded` says that the value was recorded rather than written by us. */
export type Fact = { readonly label: string; readonly value: string; readonly recorded: boolean };

function fact(label: string, value: string | null, recorded: boolean): readonly Fact[] {
  return value === null || value === "" ? [] : [{ label, value, recorded }];
}

/** Where the request id was found, or that this API supplies none. */
function requestIdFacts(report: ReportEvent, writer: Writer, unstated: string | undefined): readonly Fact[] {
  const id = writer.maybe(report.requestId);
  const { requestId } = report.event;
  if (id === null || requestId === null) {
    return fact("Request id", unstated ?? "none in this response", false);
  }
  return [...fact("Request id", id, true), ...fact("Request id from", `${requestId.from} ${requestId.name}`, true)];
}

/** The facts that open a report, in the order support asks for them. */
export function factsOfReport(
  report: ReportEvent,
  writer: Writer,
  requestIdUnstated: string | undefined,
): readonly Fact[] {
  const { event } = report;
  const { exchange } = event;
  const note = event.hostNote === null ? "" : ` (${event.hostNote})`;
  return [
    ...fact("API", `${event.providerName}${note}`, false),
    ...fact("Status", statusLine(report, writer), true),
    ...fact("Code", writer.maybe(report.code), true),
    ...fact("Type", writer.maybe(report.type), true),
    ...fact("Field", writer.maybe(report.field), true),
    ...fact("Message", writer.maybe(report.message), true),
    ...fact("Details", report.details === null ? null : writer.maybe(report.details), true),
    ...requestIdFacts(report, writer, requestIdUnstated),
    ...fact("Time", instantText(exchange.startedAt), false),
    ...fact("Time in the response", writer.maybe(report.timestamp), true),
    ...fact("Duration", duration(exchange.durationMs), false),
    ...fact("Protocol", protocol(event), true),
    ...fact("Network error", writer.maybe(report.error), true),
  ];
}

/** Header lines as they were sent, pseudo headers included. */
export function headerLines(message: ReportMessage, writer: Writer): readonly string[] {
  return message.headers.map(
    ({ name, value }) => `${writer.write(name)}: ${writer.write(value).replace(/\n/g, "\n  ")}`,
  );
}

/** Known timing phases in the order in which they happen: "wait 120 ms". */
export function timingLine(report: ReportEvent): string {
  const { timings } = report.event.exchange;
  const phases = ["blocked", "dns", "connect", "ssl", "send", "wait", "receive"] as const;
  const said = phases.flatMap((phase) => {
    const milliseconds = timings[phase];
    return milliseconds === null ? [] : [`${phase} ${duration(milliseconds)}`];
  });
  return said.length === 0 ? "not recorded" : said.join(", ");
}

/** Limit and remaining calls as the response states them; null where it states none. */
export function rateLimitLine(report: ReportEvent): string | null {
  const { limit, remaining, resetAt, retryAt } = report.event.rateLimit;
  const said = [
    ...(remaining === null && limit === null ? [] : [`${remaining ?? "?"} of ${limit ?? "?"} left`]),
    ...(resetAt === null ? [] : [`window resets at ${instantText(resetAt)}`]),
    ...(retryAt === null ? [] : [`may retry at ${instantText(retryAt)}`]),
  ];
  return said.length === 0 ? null : said.join(", ");
}
