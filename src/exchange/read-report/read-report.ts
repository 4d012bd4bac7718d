import { parseJson } from "../../web/json.ts";
import { asRecord } from "../json-fields.ts";
import { entriesOfJsonReport } from "./json-report.ts";
import { entriesOfMarkdownReport } from "./markdown-report.ts";
import { entriesOfPlainReport } from "./plain-report.ts";

/**
 * The calls in a text that a user pastes, as HAR entries: a report of Faultline in JSON, Markdown or
 * plain text, or a single HAR entry.
 * Undefined for everything else, a whole HAR among it. Never throws.
 */
export function readReport(text: string): readonly unknown[] | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith("{")) return entriesOfMarkdownReport(text) ?? entriesOfPlainReport(text);
  const value = parseJson(trimmed);
  if (typeof asRecord(asRecord(value)?.["request"])?.["url"] === "string") return [value];
  return entriesOfJsonReport(value);
}
