import { emptyCall, entryOfCall, readFact, type ReportedCall } from "./reported-call.ts";

const REQUEST = "### Request";
const RESPONSE = "### Response";

/**
 * A Markdown report of Faultline as HAR entries, from which the same rows are decoded; undefined if the text is not
 * such a report. Reads what the report states of time, request and response; what was redacted stays redacted.
 */
export function entriesOfMarkdownReport(markdown: string): readonly unknown[] | undefined {
  const calls: ReportedCall[] = [];
  let blocks: string[] | undefined;
  let fence: string | undefined;
  let block: string[] = [];
  for (const line of markdown.split(/\r?\n/)) {
    const call = calls.at(-1);
    if (fence !== undefined) {
      if (line === fence) {
        blocks?.push(block.join("\n"));
        fence = undefined;
      } else block.push(line);
    } else if (line.startsWith("```")) {
      fence = /^`+/.exec(line)?.[0];
      block = [];
    } else if (line.startsWith("## ")) {
      calls.push(emptyCall());
      blocks = undefined;
    } else if (line.startsWith("### "))
      blocks = line === REQUEST ? call?.request : line === RESPONSE ? call?.response : undefined;
    else if (call !== undefined && blocks === undefined) readFact(call, line.replace(/^- /, ""));
  }
  const entries = calls.flatMap(entryOfCall);
  return entries.length === 0 ? undefined : entries;
}
