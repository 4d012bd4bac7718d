import type { Providers } from "../catalogue/provider.ts";
import { readArguments, type DecodeArguments, type ReportArguments } from "./arguments.ts";
import { decodeCommand } from "./decode-command.ts";
import { helpText } from "./help.ts";
import { EXIT_OK, EXIT_USAGE, type CliIo } from "./io.ts";
import { readRecording } from "./recording.ts";
import { reportCommand } from "./report-command.ts";

/**
 * Runs one command line and resolves to the exit code: 0 done, 1 found what `--fail-on…` asked for, 2 could not be
 * carried out. Never rejects: every failure is a line on standard error.
 */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args, io.providers);
  if (!read.ok) {
    io.complain(`faultline: ${read.problem} Try faultline help.`);
    return EXIT_USAGE;
  }
  const command = read.arguments;
  switch (command.command) {
    case "help":
      io.print(helpText(io.version));
      return EXIT_OK;
    case "version":
      io.print(io.version);
      return EXIT_OK;
    case "decode":
    case "report":
      return onFile(command, io);
  }
}

async function onFile(command: DecodeArguments | ReportArguments, io: CliIo): Promise<number> {
  const name = command.file === "-" ? "standard input" : command.file;
  let text: string;
  try {
    text = await (command.file === "-" ? io.readStdin() : io.readFile(command.file));
  } catch (error) {
    io.complain(`faultline: ${name} cannot be read: ${error instanceof Error ? error.message : "unknown reason"}`);
    return EXIT_USAGE;
  }
  const providers: Providers = { ...io.providers, mappings: [...io.providers.mappings, ...command.mappings] };
  const result = readRecording(text, providers);
  if (!result.ok) {
    io.complain(`faultline: ${name}: ${result.problem}`);
    return EXIT_USAGE;
  }
  return command.command === "decode"
    ? decodeCommand(command, result.recording, providers, io)
    : reportCommand(command, result.recording, providers, io);
}
