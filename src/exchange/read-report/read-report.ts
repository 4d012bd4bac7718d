import { asRecord } from "../json-fields.ts";
import { entriesOfJsonReport } from "./json-report.ts";
import { entriesOfMarkdownReport } from "./markdown-report.ts";

/**
 * The calls in a text that a user pastes, as HAR entries: a JSON or Markdown report of Faultline, or a single HAR entry.
 * Undefined for everything else, a whole HAR among it. Never throws.
 */
export function readReport(text: string): readonly unknown[] | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith("{")) return entriesOfMarkdownReport(text);
  try {
    const value: unknown = JSON.parse(trimmed);
    if (typeof asRecord(asRecord(value)?.["request"])?.["url"] === "string") return [value];
    return entriesOfJsonReport(value);
  } catch {
    return undefined;
  }
}
