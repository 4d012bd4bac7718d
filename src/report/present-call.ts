import type { Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import type { Finding } from "../timeline/finding.ts";
import { collectLine, documentedCodes, type ReportLine } from "./event-parts.ts";
import { eventJson, type EventJson } from "./output/event-json.ts";
import { newWriter, type Writer } from "./output/writer.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import type { RecordingSecrets } from "./redact/recording-secrets.ts";
import { unreadable } from "./redact/known.ts";
import type { Redacted } from "./redact/mark.ts";
import type { Part } from "./redact/part.ts";
import { redactParts } from "./redact/redact-parts.ts";
import type { SafeText } from "./report-text.ts";

export type PresentOptions = {
  readonly providers: Providers;
  /** What the calls of the recording gave away, this one included. */
  readonly secrets: RecordingSecrets;
};

/**
 * The redacted view of a call from which all that prints single lines is written: tables, JSON lines, annotations,
 * comparisons. Headers and bodies are not searched here; what they give away is in `secrets`. Never throws: what could
 * not be searched is replaced whole.
 */
export function presentCall(event: ApiEvent, findings: readonly Finding[], options: PresentOptions): EventJson {
  const { line, writer } = presentLine(event, findings, options);
  return eventJson(line, writer);
}

/** Code and title of a failure, by which comparisons count it: the code as the catalogue spells it, else redacted. */
export function presentFailure(
  event: ApiEvent,
  options: PresentOptions,
): { readonly code: SafeText | null; readonly title: SafeText } {
  const { line, writer } = presentLine({ ...event, code: event.catalogueCode ?? event.code }, [], options);
  return { code: writer.maybe(line.code), title: writer.write(line.title) };
}

function presentLine(
  event: ApiEvent,
  findings: readonly Finding[],
  { providers, secrets }: PresentOptions,
): { readonly line: ReportLine; readonly writer: Writer } {
  const parts: Part[] = [];
  const line = collectLine(parts, event, findings, providers);
  return { line, writer: newWriter(redacted(parts, event, secrets)) };
}

function redacted(parts: readonly Part[], event: ApiEvent, secrets: RecordingSecrets): readonly Redacted[] {
  try {
    return redactParts(parts, { documented: documentedCodes([event]), policy: DEFAULT_POLICY, secrets }).parts;
  } catch {
    return parts.map((part) => (part.text === "" ? [] : unreadable(part)));
  }
}
