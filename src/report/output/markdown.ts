import type { ReportEvent } from "../event-parts.ts";
import { providerOf, type ReportMessage } from "../exchange-parts.ts";
import { adviceLine, cautionLines } from "./advice-text.ts";
import { writeBody } from "./body-text.ts";
import { pathAndQuery, protocol, statusLine, type ReportDocument, type Step } from "./document.ts";
import { instantText } from "./instant.ts";
import { factsOfReport, headerLines, rateLimitLine, timingLine, WHAT_I_WAS_DOING } from "./lines.ts";
import { codeSpan, fenced, link, prose } from "./markdown-text.ts";
import { describeWritten, DISCLAIMER, type Writer } from "./writer.ts";

/** Longer bodies are cut in Markdown: trackers refuse texts of more than about 65,000 characters. */
const BODY_LIMIT = 30_000;

const VERDICTS = { confirmed: "confirmed", "ruled-out": "ruled out", "cannot-tell": "cannot tell" } as const;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", `### ${title}`, "", ...lines];
}

function bodyBlock(message: ReportMessage, writer: Writer): readonly string[] {
  const body = writeBody(message.body, writer, BODY_LIMIT);
  return [
    ...(body.note === null ? [] : ["", `Body: ${prose(body.note)}`]),
    ...(body.text === null ? [] : ["", fenced(body.text, body.language)]),
  ];
}

/** The recorded values that Faultline's own sentences name. */
function recordedIn(report: ReportEvent, writer: Writer): readonly string[] {
  const code = writer.maybe(report.code) ?? "";
  const title = writer.write(report.title);
  // A title is cut after some characters, and the code at its end with it.
  const cut = title.endsWith("\u2026")
    ? [...Array(title.length - 1).keys()].map((at) => title.slice(at)).find((end) => code.startsWith(end.slice(0, -1)))
    : undefined;
  return [cut ?? "", code, writer.maybe(report.field) ?? ""].filter((value) => value !== "");
}

function causeLines(report: ReportEvent, writer: Writer): readonly string[] {
  const recorded = recordedIn(report, writer);
  return report.event.causes.map((cause, index) => {
    const slot = report.evidence[index] ?? null;
    const evidence = slot === null ? "" : ` \u2014 ${prose(writer.write(slot), recorded)}`;
    return `- **${VERDICTS[cause.verdict]}**: ${prose(cause.text)}${evidence}`;
  });
}

function stepLines(steps: readonly Step[], report: ReportEvent, writer: Writer): readonly string[] {
  const lines = steps.map((step) => {
    const code = writer.maybe(step.code);
    const answer = `${step.status === 0 ? "no response" : step.status}${code === null ? "" : ` ${codeSpan(code)}`}`;
    return `${instantText(step.at)} ${codeSpan(`${writer.write(step.method)} ${pathAndQuery(writer.write(step.url))}`)} \u2192 ${answer}`;
  });
  const last = `${codeSpan(`${writer.write(report.method)} ${pathAndQuery(writer.write(report.url))}`)} \u2192 this call`;
  return [...lines, last].map((line, index) => `${index + 1}. ${line}`);
}

function eventLines(document: ReportDocument, report: ReportEvent, writer: Writer): readonly string[] {
  const { event } = report;
  const provider = providerOf(document.providers, event);
  const code = writer.maybe(report.code);
  const heading = [
    String(event.exchange.response.status || "No response"),
    ...(code === null ? [] : [codeSpan(code)]),
  ].join(" ");
  const rate = rateLimitLine(report);
  const title = writer.write(report.title);
  const recorded = event.meaning === "known" ? [] : recordedIn(report, writer);
  const redirect = report.redirectUrl === null ? null : writer.write(report.redirectUrl);
  return [
    `## ${heading}: ${codeSpan(`${writer.write(report.method)} ${pathAndQuery(writer.write(report.url))}`)}`,
    "",
    ...(title === "" ? [] : [`**${prose(title, recorded)}**`, ""]),
    ...factsOfReport(report, writer, provider?.requestId.unstated).map(
      (fact) => `- ${fact.label}: ${fact.recorded ? codeSpan(fact.value) : prose(fact.value)}`,
    ),
    ...section(WHAT_I_WAS_DOING, noteLines(report, writer)),
    ...section("What it means", [
      ...said(prose(writer.write(report.explanation), recorded)),
      ...report.notes.map((note) => `- ${prose(writer.write(note))}`),
    ]),
    ...section("Causes", causeLines(report, writer)),
    ...section(
      "What to do",
      event.fixes.map((fix) => `- ${prose(fix)}`),
    ),
    ...(event.outcome === "failure"
      ? section("Retry", [
          prose(adviceLine(event.advice)),
          ...said(prose(writer.write(report.adviceReason))),
          ...cautionLines(event.advice).map((line) => `- ${prose(line)}`),
        ])
      : []),
    ...(rate === null ? [] : section("Rate limit", [prose(rate)])),
    ...section("Request", [
      fenced(
        [
          `${writer.write(report.method)} ${writer.write(report.url)} ${protocol(event)}`.trimEnd(),
          ...headerLines(report.request, writer),
        ].join("\n"),
        "http",
      ),
      ...bodyBlock(report.request, writer),
    ]),
    ...section("Response", [
      fenced([statusLine(report, writer), ...headerLines(report.response, writer)].join("\n"), "http"),
      ...(redirect === null ? [] : ["", `Redirects to ${codeSpan(redirect)}`]),
      ...bodyBlock(report.response, writer),
    ]),
    ...section("Timing", [prose(timingLine(report))]),
    ...section(
      "Findings",
      report.findings.map(
        ({ finding, text, change }) =>
          `- ${codeSpan(finding.id)}: ${prose(writer.write(text))} ${prose(writer.write(change))}`,
      ),
    ),
    ...section("Left open by the documentation", [
      ...event.unstated.map((text) => `- ${prose(text)}`),
      ...event.conflicts.map(
        (conflict) => `- ${prose(conflict.about)}: ${conflict.sides.map((side) => prose(side.says)).join(" / ")}`,
      ),
    ]),
    ...(event.docs === null ? [] : ["", `Documentation: ${link(event.docs)}`]),
  ];
}

/** The user's own words, line by line: they are quoted, so that nothing in them can format or mention. */
function noteLines(report: ReportEvent, writer: Writer): readonly string[] {
  const text = writer.maybe(report.userNote);
  return text === null ? [] : text.split(/\r\n?|\n/).map((line) => `> ${prose(line)}`.trimEnd());
}

function said(line: string): readonly string[] {
  return line === "" ? [] : [line];
}

/**
 * A report for a ticket on GitHub or GitLab, or whatever else reads GitHub Flavored Markdown: nothing recorded can format,
 * link, mention or break out. Other markup, such as wikis have, reads these code spans as something else.
 */
export function writeMarkdown(document: ReportDocument, writer: Writer): string {
  const lines: string[] = [];
  for (const report of document.events) {
    if (lines.length > 0) lines.push("", "---", "");
    lines.push(...eventLines(document, report, writer));
  }
  const last = document.events.at(-1);
  if (last !== undefined) lines.push(...section("Steps to reproduce", stepLines(document.steps, last, writer)));
  lines.push(
    "",
    "---",
    "",
    prose(`${describeWritten(writer)} ${DISCLAIMER}`),
    prose(`Made by Faultline ${document.version} at ${instantText(document.now)}.`),
  );
  return `${lines.join("\n")}\n`;
}
