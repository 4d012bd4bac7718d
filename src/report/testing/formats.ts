import { allProviders } from "../../providers/testing/sample-files.ts";
import { GENERIC_PROVIDER } from "../../catalogue/generic-provider.ts";
import { decode } from "../../decode/decode.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import { readEntry } from "../../exchange/read-entry.ts";
import { harEntry, type CorpusEntry } from "./corpus/case.ts";
import { report, type ReportOptions, type ReportResult } from "../report.ts";

export const providers = allProviders();

/** What varies between the outputs of one event. */
export const OUTPUTS = [
  { format: "markdown" },
  { format: "har" },
  { format: "json" },
  { format: "text" },
  { format: "curl", shell: "posix" },
  { format: "curl", shell: "powershell" },
  { format: "curl", shell: "cmd" },
] as const satisfies readonly Pick<ReportOptions, "format" | "shell">[];
export type Output = (typeof OUTPUTS)[number];

export function outputName(output: Output): string {
  return "shell" in output ? `${output.format} ${output.shell}` : output.format;
}

/** Reads and decodes a HAR entry as the command line does; hosts of no provider take the generic document. */
export function eventOf(entry: unknown, id = "entry-0"): ApiEvent {
  const read = readEntry(entry, { id });
  if (!read.ok) throw new Error(read.problem);
  const event = decode(read.exchange, providers, { fallback: GENERIC_PROVIDER });
  if (event === undefined) throw new Error("not decoded");
  return event;
}

/** A report of one event. */
export function reportOf(event: ApiEvent, output: Output, options: Partial<ReportOptions> = {}): ReportResult {
  return report([event], { ...output, providers, version: "0.0.0-test", now: Date.UTC(2026, 0, 14, 12), ...options });
}

/** The text of a report of one entry by version 1.2.3; throws where it is refused. */
export function textOf(
  entry: CorpusEntry,
  format: ReportOptions["format"],
  options: Partial<ReportOptions> = {},
): string {
  const all = { format, providers, version: "1.2.3", now: 1768390000000, ...options };
  const result = report([eventOf(harEntry(entry))], all);
  if (!result.ok) throw new Error(result.reason);
  return result.text;
}
