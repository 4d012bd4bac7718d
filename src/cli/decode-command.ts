import type { Providers } from "../catalogue/provider.ts";
import { presentCall, type PresentOptions } from "../report/present-call.ts";
import { redactText } from "../report/redact-url.ts";
import { annotationLines } from "./annotations.ts";
import type { DecodeArguments } from "./arguments.ts";
import { entryJson } from "./decode-json.ts";
import { EXIT_FOUND, EXIT_OK, type CliIo } from "./io.ts";
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
    printTable(recording, options, io);
  } else for (const line of annotationLines(rowsOf(recording, options), name)) io.print(line);
  return exitCode(args, recording);
}

function rowsOf(recording: Recording, options: PresentOptions): readonly TableRow[] {
  return recording.entries.flatMap((entry) =>
    entry.kind === "event"
      ? [
          {
            index: entry.index,
            call: presentCall(entry.event, recording.findings.get(entry.event.id) ?? [], options),
          },
        ]
      : [],
  );
}

function printTable(recording: Recording, options: PresentOptions, io: CliIo): void {
  const rows = rowsOf(recording, options);
  const others = recording.entries.filter((entry) => entry.kind === "other").length;
  for (const line of tableLines(rows, io.columns, io.colours)) io.print(line);
  if (rows.length === 0 && others > 0)
    io.print(`None of the ${others} entries is a call to a known API: map a host with --provider HOST=ID.`);
}

function exitCode(args: DecodeArguments, recording: Recording): number {
  const failed = recording.entries.some((entry) => entry.kind === "event" && entry.event.outcome === "failure");
  const found = [...recording.findings.values()].flat().some((finding) => args.failOn.includes(finding.id));
  return (args.failOnError && failed) || found ? EXIT_FOUND : EXIT_OK;
}
