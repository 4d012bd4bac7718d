import type { Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import { presentCall, type PresentOptions } from "../report/present-call.ts";
import { redactText } from "../report/redact-url.ts";
import { hostOfUrl } from "../web/url.ts";
import { annotationLines } from "./annotations.ts";
import type { DecodeArguments } from "./arguments.ts";
import { entryJson } from "./decode-json.ts";
import { hostLines } from "./host-summary.ts";
import { EXIT_FOUND, EXIT_OK, EXIT_USAGE, type CliIo } from "./io.ts";
import { countLine, countRecording } from "./recording-counts.ts";
import type { Recording } from "./recording.ts";
import { tableLines, type TableRow } from "./table.ts";
import { plain, plainJson, styled, withoutCommand } from "./terminal-text.ts";

/** A recording and the file it was read from; with several files, each says its name. */
export type NamedRecording = {
  readonly recording: Recording;
  readonly name: string;
  readonly isOneOfSeveral: boolean;
};

/** `faultline decode` of one file: prints what was decoded and returns the exit code. */
export function decodeCommand(
  args: DecodeArguments,
  { recording, name, isOneOfSeveral }: NamedRecording,
  providers: Providers,
  io: CliIo,
): number {
  const options: PresentOptions = { providers, secrets: recording.secrets };
  const complain = (line: string): void => io.complain(isOneOfSeveral ? `${name}: ${line}` : line);
  for (const entry of recording.entries) {
    if (entry.kind === "unreadable" && !(args.json && args.all))
      complain(`Entry ${entry.index} was skipped: ${redactText(entry.problem, providers)}`);
  }
  const { entries } = recording;
  const isUseless = entries.length > 0 && entries.every(({ kind }) => kind === "unreadable");
  if (isUseless) complain(`None of the ${entries.length} entries can be read.`);
  if (recording.withheld)
    complain(
      "This HAR holds no Authorization and no Cookie at all, as Chrome exports it by default: nothing is said about missing credentials.",
    );
  if (args.json) {
    for (const entry of recording.entries) {
      const line = entryJson(entry, recording, args.all, options);
      if (line !== undefined) io.print(plainJson(JSON.stringify(isOneOfSeveral ? { file: name, ...line } : line)));
    }
  } else if (args.annotations === null) {
    if (isOneOfSeveral) io.print(styled(withoutCommand(plain(name)), "bold", io.colours));
    printTable(recording, options, args.all, io);
  } else {
    const counts = countRecording(recording, hostReader(options));
    for (const line of annotationLines(rowsOf(recording, options, false), counts, name)) io.print(line);
  }
  return isUseless ? EXIT_USAGE : exitCode(args, recording);
}

/** Failed calls and those with a finding; with `all` every call. */
function rowsOf(recording: Recording, options: PresentOptions, all: boolean): readonly TableRow[] {
  return recording.entries.flatMap((entry) => {
    if (entry.kind !== "event") return [];
    const findings = recording.findings.get(entry.event.id) ?? [];
    const isShown = all || entry.event.outcome === "failure" || findings.length > 0;
    return isShown ? [{ index: entry.index, call: presentCall(entry.event, findings, options) }] : [];
  });
}

/** The redacted host of a call. Thousands of calls go to a few hosts, so each is redacted once. */
function hostReader(options: PresentOptions): (event: ApiEvent) => string | null {
  const known = new Map<string, string | null>();
  return (event) => {
    const host = hostOfUrl(event.exchange.request.url) ?? "";
    const shown = known.get(host);
    if (shown !== undefined) return shown;
    const redacted = presentCall(event, [], options).host;
    known.set(host, redacted);
    return redacted;
  };
}

function printTable(recording: Recording, options: PresentOptions, all: boolean, io: CliIo): void {
  const rows = rowsOf(recording, options, all);
  if (rows.length > 0) for (const line of tableLines(rows, io.columns, io.colours)) io.print(line);
  const counts = countRecording(recording, hostReader(options));
  for (const line of hostLines(counts.hosts)) io.print(line);
  io.print(styled(countLine(counts), "bold", io.colours));
}

function exitCode(args: DecodeArguments, recording: Recording): number {
  const failed = recording.entries.some((entry) => entry.kind === "event" && entry.event.outcome === "failure");
  const found = [...recording.findings.values()].flat().some((finding) => args.failOn.includes(finding.id));
  return (args.failOnError && failed) || found ? EXIT_FOUND : EXIT_OK;
}
