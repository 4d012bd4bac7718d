import type { Providers } from "../catalogue/provider.ts";
import { readArguments, type CompareArguments, type DecodeArguments, type ReportArguments } from "./arguments.ts";
import { withCleanOutput } from "./clean-output.ts";
import { compareCommand } from "./compare-command.ts";
import { decodeCommand } from "./decode-command.ts";
import { helpText } from "./help.ts";
import { findInputs, type Input } from "./inputs.ts";
import { EXIT_OK, EXIT_USAGE, type CliIo } from "./io.ts";
import { idleMappings, mappingProblem } from "./option-values.ts";
import { readOwnProviders } from "./own-providers.ts";
import { readRecording, type Recording, type RecordingOptions } from "./recording.ts";
import { reportCommand } from "./report-command.ts";
import { surveySecrets } from "../report/survey-secrets.ts";

/**
 * Runs one command line and resolves to the exit code: 0 done, 1 found what `--fail-on…` asked for, 2 could not be
 * carried out. Never rejects: every failure is a line on standard error.
 */
export async function runCli(args: readonly string[], rawIo: CliIo): Promise<number> {
  const read = readArguments(args);
  const io = withCleanOutput(
    rawIo,
    args.some((argument) => argument.startsWith("--annotations")),
  );
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
      return onFiles(command, command.files, io, decodeAll);
    case "report":
      return onFiles(command, [command.file], io, reportOne);
    case "compare":
      return onFiles(command, [command.before, command.after], io, compareBoth);
  }
}

type Run<Command> = (command: Command, inputs: readonly Input[], providers: Providers, io: CliIo) => Promise<number>;

async function onFiles<Command extends DecodeArguments | ReportArguments | CompareArguments>(
  command: Command,
  files: readonly string[],
  io: CliIo,
  run: Run<Command>,
): Promise<number> {
  const refuse = (problem: string): number => {
    io.complain(`faultline: ${problem}`);
    return EXIT_USAGE;
  };
  const own = await readOwnProviders(command.providerFolders, io);
  if (own === undefined) return EXIT_USAGE;
  const providers: Providers = { ...own, mappings: [...own.mappings, ...command.mappings] };
  const lost = mappingProblem(command.mappings, providers);
  if (lost !== undefined) return refuse(lost);
  for (const idle of idleMappings(command.mappings, providers)) io.complain(`faultline: ${idle}`);
  const found = await findInputs(files, io);
  return found.ok ? run(command, found.inputs, providers, io) : refuse(found.problem);
}

const decodeAll: Run<DecodeArguments> = async (command, inputs, providers, io) => {
  let code = EXIT_OK;
  for (const input of inputs) {
    const recording = await readInput(
      input,
      providers,
      { isLean: true, onlyKnown: command.onlyKnown, survey: surveySecrets(providers) },
      io,
    );
    // One bad file loses none of the others; the exit code says that it was there.
    const own =
      recording === undefined
        ? EXIT_USAGE
        : decodeCommand(command, { recording, name: input.name, isOneOfSeveral: inputs.length > 1 }, providers, io);
    code = Math.max(code, own);
  }
  return code;
};

const reportOne: Run<ReportArguments> = async (command, [input, second], providers, io) => {
  if (input === undefined || second !== undefined) {
    io.complain(`faultline: ${command.file} names more than one file; a report is of one.`);
    return EXIT_USAGE;
  }
  const recording = await readInput(
    input,
    providers,
    { isLean: false, onlyKnown: command.onlyKnown, survey: surveySecrets(providers) },
    io,
  );
  return recording === undefined ? EXIT_USAGE : reportCommand(command, recording, providers, io);
};

const compareBoth: Run<CompareArguments> = async (command, [before, after, third], providers, io) => {
  if (before === undefined || after === undefined || third !== undefined) {
    io.complain("faultline: compare takes two different recordings.");
    return EXIT_USAGE;
  }
  // What one recording gives away may be echoed in the other.
  const options = { isLean: true, onlyKnown: command.onlyKnown, survey: surveySecrets(providers) };
  const one = await readInput(before, providers, options, io);
  const other = await readInput(after, providers, options, io);
  if (one === undefined || other === undefined) return EXIT_USAGE;
  return compareCommand(command, one, other, providers, io);
};

/** Undefined, and told of, where there is nothing to read. */
async function readInput(
  { name, bytes }: Input,
  providers: Providers,
  options: RecordingOptions,
  io: CliIo,
): Promise<Recording | undefined> {
  try {
    const result = await readRecording(bytes, providers, options);
    if (!result.ok) {
      io.complain(`faultline: ${name}: ${result.problem}`);
      return undefined;
    }
    const { recording } = result;
    if (recording.isCut)
      io.complain(`faultline: ${name} ends early; ${recording.entries.length} entries were found before that.`);
    if (!recording.secrets.isComplete)
      io.complain(`faultline: ${name} is too large to be searched whole: a secret of one call may remain in another.`);
    return recording;
  } catch (error) {
    io.complain(`faultline: ${name} cannot be read: ${reasonOf(error, name)}`);
    return undefined;
  }
}

function reasonOf(error: unknown, name: string): string {
  if (!(error instanceof Error)) return "unknown reason";
  const isFolder = "code" in error && error.code === "EISDIR";
  return isFolder ? `it is a folder; name what is in it, as in "${name}/**/*.har".` : error.message;
}
