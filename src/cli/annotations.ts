import { countLine, type RecordingCounts } from "./recording-counts.ts";
import { adviceWords, type TableRow } from "./table.ts";
import { plain } from "./terminal-text.ts";

/**
 * Workflow commands of GitHub Actions: an error for each failed call, a warning for each finding, and a notice that
 * counts, because GitHub shows only the first ten of each kind of a step. What they say of the traffic is redacted.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function annotationLines(rows: readonly TableRow[], counts: RecordingCounts, file: string): readonly string[] {
  const lines: string[] = [];
  for (const { call: shown, index } of rows) {
    const call = `${shown.method ?? ""} ${shown.url ?? ""}`;
    if (shown.outcome === "failure") {
      const title = `${shown.status ?? "No response"}${shown.code === null ? "" : ` ${shown.code}`}: ${shown.title ?? ""}`;
      const advice = adviceWords(shown);
      const message = `${call}\n${shown.explanation ?? ""}\nAdvice: ${advice}. ${shown.advice?.reason ?? ""}\nEntry ${index} of ${file}.`;
      lines.push(command("error", { file, title }, message));
    }
    for (const finding of shown.findings) {
      const message = `${call}\n${finding.text} ${finding.change}\nEntry ${index} of ${file}.`;
      lines.push(command("warning", { file, title: finding.id }, message));
    }
  }
  // GitHub shows a notice as good news, which it is not if failed calls were left out.
  const kind = counts.leftOutFailures > 0 ? "warning" : "notice";
  lines.push(command(kind, { file, title: "Faultline" }, countLine(counts)));
  return lines;
}

function command(kind: "error" | "warning" | "notice", properties: Readonly<Record<string, string>>, text: string) {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${kind} ${written.join(",")}::${escapeData(text)}`;
}

/** As actions/toolkit does it: a line break would end the command, a percent sign begin an escape. */
function escapeData(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => plain(line).replaceAll("%", "%25"));
  return lines.join("%0A");
}

/** Besides, a colon or comma would end the property. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
