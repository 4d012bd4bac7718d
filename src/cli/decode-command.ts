import type { Providers } from "../catalogue/provider.ts";
import { readUrlHost } from "../catalogue/url-host.ts";
import { eventJson, isoInstant, type TextRedaction } from "../report/event-json.ts";
import { redactText } from "../report/redact-url.ts";
import { redactUrl } from "../report/redact-url.ts";
import type { Finding } from "../timeline/finding.ts";
import type { DecodeArguments } from "./arguments.ts";
import { EXIT_FOUND, EXIT_OK, type CliIo } from "./io.ts";
import type { DecodedEntry, Recording } from "./recording.ts";
import { tableLines } from "./table.ts";

/** Host of a URL with its port where that is not the scheme's own; "" where the URL has none. */
export function hostOf(url: string): string {
  const host = readUrlHost(url);
  return host === undefined ? "" : host.port === null ? host.hostname : `${host.hostname}:${host.port}`;
}

/** `faultline decode`: prints what was decoded and returns the exit code. */
export function decodeCommand(args: DecodeArguments, recording: Recording, providers: Providers, io: CliIo): number {
  const redact: TextRedaction = {
    url: (url) => redactUrl(url, providers),
    text: (text) => redactText(text, providers),
  };
  for (const entry of recording.entries) {
    if (entry.kind === "unreadable" && !(args.json && args.all))
      io.complain(`Entry ${entry.index} was skipped: ${entry.problem}`);
  }
  if (recording.withheld)
    io.complain(
      "This HAR holds no Authorization and no Cookie at all, as Chrome exports it by default: nothing is said about missing credentials.",
    );
  if (args.json) {
    for (const entry of recording.entries) {
      const line = jsonLine(entry, recording, args.all, redact);
      if (line !== undefined) io.print(JSON.stringify(line));
    }
  } else printTable(recording, redact, io);
  return exitCode(args, recording);
}

function jsonLine(entry: DecodedEntry, recording: Recording, all: boolean, redact: TextRedaction): object | undefined {
  switch (entry.kind) {
    case "event": {
      const findings = recording.findings.get(entry.event.id) ?? [];
      return {
        entry: entry.index,
        ...eventJson(entry.event, findings, hostOf(entry.event.exchange.request.url), redact),
      };
    }
    case "other":
      return all ? { entry: entry.index, ...unwatchedJson(entry, redact) } : undefined;
    case "unreadable":
      return all ? { entry: entry.index, provider: null, meaning: "none", problem: entry.problem } : undefined;
  }
}

/** An entry of a host no provider answers for: what was sent, and that nothing was decoded. */
function unwatchedJson({ exchange }: Extract<DecodedEntry, { kind: "other" }>, redact: TextRedaction) {
  return {
    at: isoInstant(exchange.startedAt),
    method: exchange.request.method,
    url: redact.url(exchange.request.url),
    host: hostOf(exchange.request.url),
    provider: null,
    status: exchange.response.status,
    code: null,
    type: null,
    message: null,
    field: null,
    requestId: null,
    meaning: "none",
    title: null,
    causes: [],
    fixes: [],
    docs: null,
    advice: null,
    rateLimit: null,
    findings: [],
  };
}

function printTable(recording: Recording, redact: TextRedaction, io: CliIo): void {
  const rows = recording.entries.flatMap((entry) =>
    entry.kind === "event"
      ? [
          {
            index: entry.index,
            event: entry.event,
            url: redact.url(entry.event.exchange.request.url),
            findings: recording.findings.get(entry.event.id) ?? [],
          },
        ]
      : [],
  );
  const others = recording.entries.filter((entry) => entry.kind === "other").length;
  for (const line of tableLines(rows, io.columns, io.colours)) io.print(line);
  if (rows.length === 0 && others > 0)
    io.print(`None of the ${others} entries is a call to a known API: map a host with --provider HOST=ID.`);
}

function exitCode(args: DecodeArguments, recording: Recording): number {
  const failed = recording.entries.some((entry) => entry.kind === "event" && entry.event.outcome === "failure");
  const all: readonly Finding[] = [...recording.findings.values()].flat();
  const found = all.some((finding) => args.failOn.includes(finding.id));
  return (args.failOnError && failed) || found ? EXIT_FOUND : EXIT_OK;
}
