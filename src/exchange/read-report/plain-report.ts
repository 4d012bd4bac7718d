import { parseJson } from "../../web/json.ts";
import { emptyCall, entryOfCall, readFact } from "./reported-call.ts";

/** Between two calls of one report. */
const RULE = "-".repeat(40);
const FIRST_LINE = /^\S{1,40} \S/;
const STATUS_LINE = /^(?:\d{3}(?: |$)|no response)/;

/**
 * A plain-text report of Faultline as HAR entries, from which the same rows are decoded; undefined if the text is not
 * such a report. A body that holds the report's own headings, each between blank lines, may be read wrong.
 */
export function entriesOfPlainReport(plain: string): readonly unknown[] | undefined {
  const lines = plain.trim().split(/\r?\n/);
  const starts = [0];
  for (const [index, line] of lines.entries())
    if (line === RULE && lines[index - 1] === "" && FIRST_LINE.test(lines[index + 2] ?? "")) starts.push(index + 2);
  const entries = starts.flatMap((start, index) => entriesOfCall(lines.slice(start, starts[index + 1])));
  return entries.length === 0 ? undefined : entries;
}

function entriesOfCall(lines: readonly string[]): readonly unknown[] {
  const request = headingAt(lines, "REQUEST", 0, FIRST_LINE);
  const response = headingAt(lines, "RESPONSE", request + 1, STATUS_LINE);
  if (request === -1 || response === -1) return [];
  const timing = lines.findLastIndex((line, index) => line === "TIMING" && lines[index - 1] === "");
  const call = emptyCall();
  for (const line of lines.slice(0, request)) readFact(call, line);
  call.request.push(...blocksOf(lines.slice(request + 1, response - 1)));
  call.response.push(...blocksOf(lines.slice(response + 1, timing > response ? timing - 1 : undefined)));
  return entryOfCall(call);
}

/** Line of a heading that follows a blank line and precedes its content; -1 if there is none. */
function headingAt(lines: readonly string[], heading: string, from: number, below: RegExp): number {
  return lines.findIndex(
    (line, index) => index >= from && line === heading && lines[index - 1] === "" && below.test(lines[index + 1] ?? ""),
  );
}

/** The message's lines, and its body if there is one. A remark about the body precedes it in brackets. */
function blocksOf(lines: readonly string[]): readonly string[] {
  const end = lines.indexOf("");
  if (end === -1) return [lines.join("\n")];
  const message = lines.slice(0, end).join("\n");
  const [first = "", ...rest] = lines.slice(end + 1);
  if (!/^\[.*\]$/.test(first) || parseJson(first) !== undefined) return [message, [first, ...rest].join("\n")];
  return rest[0] === "" ? [message, rest.slice(1).join("\n")] : [message];
}
