import { parseArgs } from "node:util";
import type { HostMapping, Providers } from "../catalogue/provider.ts";
import { FINDING_IDS, type FindingId } from "../timeline/finding.ts";

export const REPORT_FORMATS = ["markdown", "curl", "har", "json", "text"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
const SHELLS = ["posix", "powershell", "cmd"] as const;
export type Shell = (typeof SHELLS)[number];

export type DecodeArguments = {
  readonly command: "decode";
  readonly file: string;
  readonly mappings: readonly HostMapping[];
  readonly json: boolean;
  readonly all: boolean;
  readonly failOnError: boolean;
  readonly failOn: readonly FindingId[];
};

export type ReportArguments = {
  readonly command: "report";
  readonly file: string;
  readonly mappings: readonly HostMapping[];
  readonly format: ReportFormat;
  readonly shell: Shell;
  /** Index of the one entry to report; null for all. */
  readonly entry: number | null;
  readonly each: boolean;
};

export type CliArguments = DecodeArguments | ReportArguments | { readonly command: "help" | "version" };
export type ArgumentsResult =
  | { readonly ok: true; readonly arguments: CliArguments }
  | { readonly ok: false; readonly problem: string };

/** A use error, thrown inside this file only, to leave the parse at its first problem. */
class UsageError extends Error {
  override name = "UsageError";
}

/** Command line to a command. Problems are sentences for standard error; nothing is guessed. */
export function readArguments(args: readonly string[], providers: Providers): ArgumentsResult {
  try {
    return { ok: true, arguments: parse(args, providers) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : "The command line cannot be read." };
  }
}

function parse(args: readonly string[], providers: Providers): CliArguments {
  const [command, ...rest] = args;
  if (command === undefined || command === "help" || args.includes("--help") || args.includes("-h"))
    return { command: "help" };
  if (command === "--version" || command === "version") return { command: "version" };
  if (command === "decode") return parseDecode(rest, providers);
  if (command === "report") return parseReport(rest, providers);
  throw new UsageError(`There is no command "${command}": use decode or report.`);
}

function parseDecode(args: readonly string[], providers: Providers): DecodeArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      all: { type: "boolean", default: false },
      provider: { type: "string", multiple: true, default: [] },
      "fail-on-error": { type: "boolean", default: false },
      "fail-on": { type: "string", multiple: true, default: [] },
    },
  });
  return {
    command: "decode",
    file: onlyFile(positionals),
    mappings: values.provider.map((text) => readMapping(text, providers)),
    json: values.json,
    all: values.all,
    failOnError: values["fail-on-error"],
    failOn: values["fail-on"].flatMap((list) => list.split(",")).map(readFindingId),
  };
}

function parseReport(args: readonly string[], providers: Providers): ReportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      entry: { type: "string" },
      each: { type: "boolean", default: false },
      format: { type: "string", default: "markdown" },
      shell: { type: "string", default: "posix" },
      provider: { type: "string", multiple: true, default: [] },
    },
  });
  if (values.entry !== undefined && values.each) throw new UsageError("Use either --entry or --each.");
  return {
    command: "report",
    file: onlyFile(positionals),
    mappings: values.provider.map((text) => readMapping(text, providers)),
    format: oneOf(REPORT_FORMATS, values.format, "--format"),
    shell: oneOf(SHELLS, values.shell, "--shell"),
    entry: values.entry === undefined ? null : readIndex(values.entry),
    each: values.each,
  };
}

function onlyFile(positionals: readonly string[]): string {
  const [file, second] = positionals;
  if (file === undefined) throw new UsageError("Name a HAR file, or - for standard input.");
  if (second !== undefined) throw new UsageError(`One file at a time: "${second}" is one too many.`);
  return file;
}

function readMapping(text: string, providers: Providers): HostMapping {
  const split = text.lastIndexOf("=");
  const host = text.slice(0, Math.max(0, split)).trim();
  const providerId = text.slice(split + 1).trim();
  const ids = providers.providers.map((provider) => provider.id);
  if (split < 1 || host === "") throw new UsageError(`--provider takes HOST=ID, not "${text}".`);
  if (!ids.includes(providerId)) throw new UsageError(`There is no provider "${providerId}": use ${ids.join(", ")}.`);
  return { host, providerId };
}

function readFindingId(text: string): FindingId {
  const id = FINDING_IDS.find((known) => known === text.trim());
  if (id === undefined) throw new UsageError(`There is no finding "${text}": use ${FINDING_IDS.join(", ")}.`);
  return id;
}

function readIndex(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--entry takes the index of an entry (from 0), not "${text}".`);
  return Number(text);
}

function oneOf<Choice extends string>(choices: readonly Choice[], text: string, option: string): Choice {
  const choice = choices.find((known) => known === text);
  if (choice === undefined) throw new UsageError(`${option} takes ${choices.join(", ")}, not "${text}".`);
  return choice;
}
