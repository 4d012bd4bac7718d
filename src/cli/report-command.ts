import type { Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import { harInPortions } from "../report/har-in-portions.ts";
import { report, type ReportResult } from "../report/report.ts";
import { parseFilter } from "../timeline/filter/parse-filter.ts";
import { matches, type Filter } from "../timeline/filter.ts";
import { rowOf } from "../timeline/row.ts";
import type { ReportArguments } from "./arguments.ts";
import { EXIT_OK, EXIT_USAGE, type CliIo } from "./io.ts";
import type { DecodedEntry, Recording } from "./recording.ts";
import { plainJson } from "./terminal-text.ts";
import { reviewLines } from "./review-lines.ts";

/** How many calls before the reported one go into "steps to reproduce". */
const PRECEDING = 5;

/** `faultline report`: prints redacted reports and returns the exit code. */
export function reportCommand(args: ReportArguments, recording: Recording, providers: Providers, io: CliIo): number {
  const build = (events: readonly ApiEvent[], preceding: readonly ApiEvent[]): ReportResult =>
    report(events, {
      format: args.format,
      shell: args.shell,
      providers,
      preceding,
      findings: recording.findings,
      secrets: recording.secrets,
      version: io.version,
      now: io.now(),
    });
  if (args.each) return reportEach(args, recording, build, io);
  if (args.entry !== null) return reportOne(args, args.entry, recording, build, io);
  const filter = args.filter === null ? null : parseFilter(args.filter);
  const [problem] = filter?.problems ?? [];
  if (problem !== undefined) {
    io.complain(`The filter cannot be used: ${problem.problem}`);
    return EXIT_USAGE;
  }
  const chosen = chooseEvents(recording, args.all, filter);
  if (chosen.length > 0)
    return args.format === "har" ? printHar(chosen, recording, providers, io) : printed(args, build(chosen, []), io);
  io.complain(
    args.all || filter !== null
      ? "No API call passes."
      : "No API call failed: --all reports the others, --entry one of them.",
  );
  return EXIT_OK;
}

/** Failures; with `all` every call; with a filter what passes it, failed or not. */
function chooseEvents(recording: Recording, all: boolean, filter: Filter | null): readonly ApiEvent[] {
  const events = recording.entries.flatMap((entry) => (entry.kind === "event" ? [entry.event] : []));
  if (filter === null) return all ? events : events.filter((event) => event.outcome === "failure");
  return events.filter((event) => {
    const findings = recording.findings.get(event.id) ?? [];
    return matches(
      filter,
      rowOf({ kind: "event", id: event.id, at: event.exchange.startedAt, event, findings, notes: [] }),
    );
  });
}

type Build = (events: readonly ApiEvent[], preceding: readonly ApiEvent[]) => ReportResult;

function reportEach(args: ReportArguments, recording: Recording, build: Build, io: CliIo): number {
  let code = EXIT_OK;
  const precedingOf = precedingIn(recording);
  for (const entry of recording.entries) {
    const result: ReportResult =
      entry.kind === "unreadable" ? { ok: false, reason: entry.problem } : build([entry.event], precedingOf(entry));
    if (result.ok) {
      printJson({ entry: entry.index, format: args.format, text: result.text }, io);
      for (const line of reviewLines(result.uncertain)) io.complain(`Entry ${entry.index}: ${line}`);
    } else {
      printJson({ entry: entry.index, format: args.format, text: null, problem: result.reason }, io);
      io.complain(`Entry ${entry.index} has no report: ${result.reason}`);
      if (entry.kind !== "unreadable") code = EXIT_USAGE;
    }
  }
  return code;
}

function reportOne(args: ReportArguments, index: number, recording: Recording, build: Build, io: CliIo): number {
  const entry = recording.entries[index];
  if (entry === undefined) {
    io.complain(`There is no entry ${index}: the file has ${recording.entries.length}, counted from 0.`);
    return EXIT_USAGE;
  }
  if (entry.kind === "unreadable") {
    io.complain(`Entry ${index} cannot be reported: ${entry.problem}`);
    return EXIT_USAGE;
  }
  return printed(args, build([entry.event], precedingIn(recording)(entry)), io);
}

function printJson(value: object, io: CliIo): void {
  io.print(plainJson(JSON.stringify(value)));
}

function printed({ format }: ReportArguments, result: ReportResult, io: CliIo): number {
  if (!result.ok) {
    io.complain(`No report was made: ${result.reason}`);
    return EXIT_USAGE;
  }
  io.print(format === "har" || format === "json" ? plainJson(result.text) : result.text);
  for (const line of reviewLines(result.uncertain)) io.complain(line);
  return EXIT_OK;
}

/** A HAR call by call: one of ten thousand calls would be too much to redact at once. */
function printHar(events: readonly ApiEvent[], recording: Recording, providers: Providers, io: CliIo): number {
  const writing = harInPortions(events, { providers, secrets: recording.secrets, version: io.version });
  let next = writing.next();
  for (; next.done !== true; next = writing.next())
    if (next.value.text !== null) io.print(plainJson(next.value.text.trim()));
  const outcome = next.value;
  if (!outcome.ok) {
    io.complain(`No report was made: ${outcome.reason}`);
    return EXIT_USAGE;
  }
  const { leftOut } = outcome;
  if (leftOut > 0)
    io.complain(`${leftOut} ${leftOut === 1 ? "call was" : "calls were"} left out: not every secret could be cut out.`);
  return EXIT_OK;
}

type PrecedingOf = (entry: Extract<DecodedEntry, { event: ApiEvent }>) => readonly ApiEvent[];

/** The calls to the same API that led up to an entry, oldest first. Sorts once, whatever the number of entries. */
function precedingIn(recording: Recording): PrecedingOf {
  const byProvider = new Map<string, ApiEvent[]>();
  for (const entry of recording.entries) {
    if (entry.kind !== "event" || entry.event.outcome === "evidence") continue;
    const events = byProvider.get(entry.event.providerId);
    if (events === undefined) byProvider.set(entry.event.providerId, [entry.event]);
    else events.push(entry.event);
  }
  for (const events of byProvider.values()) events.sort((a, b) => a.exchange.startedAt - b.exchange.startedAt);
  return ({ event }) => {
    const events = byProvider.get(event.providerId) ?? [];
    const end = countBefore(events, event.exchange.startedAt);
    return events.slice(Math.max(0, end - PRECEDING), end);
  };
}

/** How many of the sorted events started before an instant, by bisection. */
function countBefore(events: readonly ApiEvent[], instant: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((events[middle]?.exchange.startedAt ?? instant) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
