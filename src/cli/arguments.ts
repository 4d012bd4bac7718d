import { parseArgs } from "node:util";
import type { HostMapping } from "../catalogue/provider.ts";
import type { FindingId } from "../timeline/finding.ts";
import { oneOf, readFindingIds, readIndex, readMapping, UsageError } from "./option-values.ts";

const REPORT_FORMATS = ["markdown", "curl", "har", "json", "text"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
const SHELLS = ["posix", "powershell", "cmd"] as const;
export type Shell = (typeof SHELLS)[number];
/** Services whose annotations can be written. */
const SERVICES = ["github"] as const;

/** What every command that decodes takes. */
export type DecodingArguments = {
  readonly mappings: readonly HostMapping[];
  /** Folders with the user's own provider documents. */
  readonly providerFolders: readonly string[];
  /** Leaves out calls to hosts that neither a document nor a mapping names. */
  readonly onlyKnown: boolean;
};

export type DecodeArguments = DecodingArguments & {
  readonly command: "decode";
  /** Paths, patterns and `-`; at least one. */
  readonly files: readonly string[];
  readonly json: boolean;
  readonly all: boolean;
  /** Workflow commands for GitHub instead of the table. */
  readonly annotations: "github" | null;
  readonly failOnError: boolean;
  readonly failOn: readonly FindingId[];
};

export type ReportArguments = DecodingArguments & {
  readonly command: "report";
  readonly file: string;
  readonly format: ReportFormat;
  readonly shell: Shell;
  /** Index of the one entry to report; null for all. */
  readonly entry: number | null;
  readonly each: boolean;
  /** Report successes too. */
  readonly all: boolean;
  /** Report only what passes this filter, in the language of the panel's filter field; null for no filter. */
  readonly filter: string | null;
};

export type CompareArguments = DecodingArguments & {
  readonly command: "compare";
  readonly before: string;
  readonly after: string;
  readonly json: boolean;
  /** Exit with 1 where the second recording shows a failure or finding that the first does not. */
  readonly failOnNew: boolean;
};

export type CliArguments =
  | DecodeArguments
  | ReportArguments
  | CompareArguments
  | { readonly command: "help" | "version" };
export type ArgumentsResult =
  | { readonly ok: true; readonly arguments: CliArguments }
  | { readonly ok: false; readonly problem: string };

/** Command line to a command. Problems are sentences for standard error; nothing is guessed. */
export function readArguments(args: readonly string[]): ArgumentsResult {
  try {
    return { ok: true, arguments: parse(args) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : "The command line cannot be read." };
  }
}

function parse(args: readonly string[]): CliArguments {
  const [command, ...rest] = args;
  if (command === undefined || command === "help" || args.includes("--help") || args.includes("-h"))
    return { command: "help" };
  if (command === "--version" || command === "version") return { command: "version" };
  if (command === "decode") return parseDecode(rest);
  if (command === "report") return parseReport(rest);
  if (command === "compare") return parseCompare(rest);
  throw new UsageError(`There is no command "${command}": use decode, report or compare.`);
}

const LIST = { type: "string" as const, multiple: true as const, default: [] as string[] };
const DECODING_OPTIONS = {
  provider: LIST,
  providers: LIST,
  "only-known": { type: "boolean" as const, default: false },
};

function parseDecode(args: readonly string[]): DecodeArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...DECODING_OPTIONS,
      json: { type: "boolean", default: false },
      all: { type: "boolean", default: false },
      annotations: { type: "string" },
      "fail-on-error": { type: "boolean", default: false },
      "fail-on": { type: "string", multiple: true, default: [] },
    },
  });
  if (positionals.length === 0) throw new UsageError("Name a HAR file, or - for standard input.");
  if (values.annotations !== undefined && values.json) throw new UsageError("Use either --json or --annotations.");
  return {
    command: "decode",
    files: positionals,
    ...decodingOf(values),
    json: values.json,
    all: values.all,
    annotations: values.annotations === undefined ? null : oneOf(SERVICES, values.annotations, "--annotations"),
    failOnError: values["fail-on-error"],
    failOn: readFindingIds(values["fail-on"]),
  };
}

function parseReport(args: readonly string[]): ReportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...DECODING_OPTIONS,
      entry: { type: "string" },
      each: { type: "boolean", default: false },
      all: { type: "boolean", default: false },
      filter: { type: "string" },
      format: { type: "string", default: "markdown" },
      shell: { type: "string", default: "posix" },
    },
  });
  const choices = [values.entry !== undefined, values.each, values.all || values.filter !== undefined];
  if (choices.filter(Boolean).length > 1)
    throw new UsageError("Use only one of --entry, --each and --all or --filter.");
  const [file, second] = positionals;
  if (file === undefined) throw new UsageError("Name a HAR file, or - for standard input.");
  if (second !== undefined) throw new UsageError(`One file at a time: "${second}" is one too many.`);
  return {
    command: "report",
    file,
    ...decodingOf(values),
    format: oneOf(REPORT_FORMATS, values.format, "--format"),
    shell: oneOf(SHELLS, values.shell, "--shell"),
    entry: values.entry === undefined ? null : readIndex(values.entry),
    each: values.each,
    all: values.all,
    filter: values.filter ?? null,
  };
}

function parseCompare(args: readonly string[]): CompareArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...DECODING_OPTIONS,
      json: { type: "boolean", default: false },
      "fail-on-new": { type: "boolean", default: false },
    },
  });
  const [before, after, third] = positionals;
  if (before === undefined || after === undefined || third !== undefined)
    throw new UsageError("Name two HAR files: the recording before and the one after.");
  return {
    command: "compare",
    before,
    after,
    ...decodingOf(values),
    json: values.json,
    failOnNew: values["fail-on-new"],
  };
}

function decodingOf(values: {
  readonly provider: string[];
  readonly providers: string[];
  readonly "only-known": boolean;
}): DecodingArguments {
  return {
    mappings: values.provider.map(readMapping),
    providerFolders: values.providers,
    onlyKnown: values["only-known"],
  };
}
