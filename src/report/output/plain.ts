import type { ReportEvent } from "../event-parts.ts";
import { providerOf, type ReportMessage } from "../exchange-parts.ts";
import { adviceLine, cautionLines } from "./advice-text.ts";
import { writeBody } from "./body-text.ts";
import { pathAndQuery, protocol, statusLine, type ReportDocument, type Step } from "./document.ts";
import { instantText } from "./instant.ts";
import { factsOfReport, headerLines, rateLimitLine, timingLine, WHAT_I_WAS_DOING } from "./lines.ts";
import { visible } from "./visible.ts";
import { describeWritten, DISCLAIMER, type Writer } from "./writer.ts";

const BODY_LIMIT = 60_000;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title.toUpperCase(), ...lines];
}

function bodyLines(message: ReportMessage, writer: Writer): readonly string[] {
  const body = writeBody(message.body, writer, BODY_LIMIT);
  return [...(body.note === null ? [] : ["", `[${body.note}]`]), ...(body.text === null ? [] : ["", body.text])];
}

function stepLine(step: Step, writer: Writer): string {
  const code = writer.maybe(step.code);
  const answer = `${step.status === 0 ? "no response" : step.status}${code === null ? "" : ` ${code}`}`;
  return `${instantText(step.at)} ${writer.write(step.method)} ${pathAndQuery(writer.write(step.url))} -> ${answer}`;
}

function eventLines(document: ReportDocument, report: ReportEvent, writer: Writer): readonly string[] {
  const { event } = report;
  const provider = providerOf(document.providers, event);
  const rate = rateLimitLine(report);
  return [
    `${writer.write(report.method)} ${writer.write(report.url)}`,
    ...[writer.write(report.title)].filter((title) => title !== ""),
    "",
    ...factsOfReport(report, writer, provider?.requestId.unstated).map(({ label, value }) => `${label}: ${value}`),
    ...(report.userNote === null ? [] : section(WHAT_I_WAS_DOING, [writer.write(report.userNote)])),
    ...section(
      "What it means",
      [writer.write(report.explanation), ...report.notes.map(writer.write)].filter((line) => line !== ""),
    ),
    ...section(
      "Causes",
      event.causes.map((cause, index) => {
        const slot = report.evidence[index] ?? null;
        return `- [${cause.verdict}] ${cause.text}${slot === null ? "" : ` (${writer.write(slot)})`}`;
      }),
    ),
    ...section(
      "What to do",
      event.fixes.map((fix) => `- ${fix}`),
    ),
    ...(event.outcome === "failure"
      ? section("Retry", [adviceLine(event.advice), writer.write(report.adviceReason), ...cautionLines(event.advice)])
      : []),
    ...(rate === null ? [] : section("Rate limit", [rate])),
    ...section("Request", [
      `${writer.write(report.method)} ${writer.write(report.url)} ${protocol(event)}`.trimEnd(),
      ...headerLines(report.request, writer),
      ...bodyLines(report.request, writer),
    ]),
    ...section("Response", [
      statusLine(report, writer),
      ...headerLines(report.response, writer),
      ...bodyLines(report.response, writer),
    ]),
    ...section("Timing", [timingLine(report)]),
    ...section(
      "Findings",
      report.findings.map(
        ({ finding, text, change }) => `- ${finding.id}: ${writer.write(text)} ${writer.write(change)}`,
      ),
    ),
  ];
}

/** A report for a mail: the same content as the Markdown one, without any markup. */
export function writePlain(document: ReportDocument, writer: Writer): string {
  const lines: string[] = [];
  for (const report of document.events) {
    if (lines.length > 0) lines.push("", "----------------------------------------", "");
    lines.push(...eventLines(document, report, writer));
  }
  lines.push(
    ...section(
      "Calls before",
      document.steps.map((step) => stepLine(step, writer)),
    ),
  );
  lines.push(
    "",
    `${describeWritten(writer)} ${DISCLAIMER}`,
    `Made by Faultline ${document.version} at ${instantText(document.now)}.`,
  );
  return `${visible(lines.join("\n"))}\n`;
}
