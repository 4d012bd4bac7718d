import { compareRecordings, showsNew, type Change, type Comparison } from "../compare/compare.ts";
import { summarize, type RecordingSummary } from "../compare/summary.ts";
import type { Providers } from "../catalogue/provider.ts";
import { SCHEMA_VERSION } from "../report/output/event-json.ts";
import { presentFailure } from "../report/present-call.ts";
import type { RecordingSecrets } from "../report/redact/recording-secrets.ts";
import type { SafeText } from "../report/report-text.ts";
import type { CompareArguments } from "./arguments.ts";
import { EXIT_FOUND, EXIT_OK, type CliIo } from "./io.ts";
import type { Recording } from "./recording.ts";
import { clipped, plain, plainJson, styled, type Style } from "./terminal-text.ts";

/** `faultline compare`: prints what is gone, new or changed between two recordings and returns the exit code. */
export function compareCommand(
  args: CompareArguments,
  before: Recording,
  after: Recording,
  providers: Providers,
  io: CliIo,
): number {
  // The survey went on from one to the other: the later one knows the secrets of both.
  const { secrets } = after;
  const comparison = compareRecordings(summaryOf(before, secrets, providers), summaryOf(after, secrets, providers));
  if (args.json) io.print(plainJson(JSON.stringify(comparisonJson(comparison))));
  else for (const line of comparisonLines(comparison, io.columns, io.colours)) io.print(line);
  return args.failOnNew && showsNew(comparison) ? EXIT_FOUND : EXIT_OK;
}

function summaryOf(
  { entries, findings }: Recording,
  secrets: RecordingSecrets,
  providers: Providers,
): RecordingSummary<SafeText> {
  return summarize(
    entries.flatMap((entry) => (entry.kind === "event" ? [entry.event] : [])),
    findings,
    (event) => presentFailure(event, { providers, secrets }),
  );
}

function comparisonJson({ calls, failures, codes, findings }: Comparison<SafeText>) {
  return {
    schemaVersion: SCHEMA_VERSION,
    calls,
    failures,
    codes: codes.map(({ providerId, code, status, title, before, after, change }) => ({
      provider: providerId,
      code,
      status: status === 0 ? null : status,
      title,
      before,
      after,
      change,
    })),
    findings,
  };
}

const STYLES: Readonly<Record<Change, Style>> = {
  new: "red",
  more: "red",
  gone: "green",
  fewer: "green",
  same: "dim",
};
const WIDTHS = { change: 6, count: 7, provider: 14 } as const;
const NARROWEST_NAME = 24;

function comparisonLines(comparison: Comparison<SafeText>, columns: number, colours: boolean): readonly string[] {
  const { calls, failures, codes, findings } = comparison;
  const nameWidth = Math.max(NARROWEST_NAME, columns - WIDTHS.change - 2 * WIDTHS.count - WIDTHS.provider - 4);
  const line = (change: string, before: string, after: string, provider: string, name: string): string =>
    [
      change.padEnd(WIDTHS.change),
      before.padStart(WIDTHS.count),
      after.padStart(WIDTHS.count),
      clipped(plain(provider), WIDTHS.provider).padEnd(WIDTHS.provider),
      clipped(plain(name), nameWidth),
    ].join(" ");
  const changed = ({ change, before, after }: Comparison["codes"][number] | Comparison["findings"][number]) =>
    [change, String(before), String(after)] as const;
  return [
    styled(line("", "before", "after", "API", "failure or finding"), "bold", colours),
    ...codes.map((code) => {
      const kind = code.code ?? (code.status === 0 ? "no response" : `status ${code.status}`);
      return styled(line(...changed(code), code.providerName, `${kind}: ${code.title}`), STYLES[code.change], colours);
    }),
    ...findings.map((finding) => styled(line(...changed(finding), "", finding.id), STYLES[finding.change], colours)),
    styled(
      `${calls.before} API ${calls.before === 1 ? "call" : "calls"} before, ${calls.after} after; ${failures.before} failed before, ${failures.after} after.`,
      "bold",
      colours,
    ),
  ];
}
