import type { ApiEvent } from "../decode/api-event.ts";
import type { HostCount } from "./host-summary.ts";
import type { Recording } from "./recording.ts";

/** What a recording holds, in numbers. */
export type RecordingCounts = {
  readonly calls: number;
  readonly failures: number;
  readonly findings: number;
  readonly hosts: readonly HostCount[];
  /** Calls that `--only-known` left out, and those of them that failed. */
  readonly leftOut: number;
  readonly leftOutFailures: number;
  /** Entries that are no API calls: files of the page. */
  readonly files: number;
};

/** Counts the calls of a recording. `hostOf` gives the host of a call as it may be shown. */
export function countRecording(
  { entries, findings }: Recording,
  hostOf: (event: ApiEvent) => string | null,
): RecordingCounts {
  const hosts = new Map<string | null, { calls: number; failures: number }>();
  let [leftOut, leftOutFailures, files] = [0, 0, 0];
  for (const entry of entries) {
    if (entry.kind === "unreadable") continue;
    const failed = entry.event.outcome === "failure";
    if (entry.kind === "other") {
      if (entry.reason === "not-an-api-call") files += 1;
      else if (entry.event.outcome !== "evidence") {
        leftOut += 1;
        leftOutFailures += failed ? 1 : 0;
      }
      continue;
    }
    if (entry.event.outcome === "evidence") continue;
    const name = hostOf(entry.event);
    const host = hosts.get(name) ?? { calls: 0, failures: 0 };
    hosts.set(name, { calls: host.calls + 1, failures: host.failures + (failed ? 1 : 0) });
  }
  const list = [...hosts].map(([name, counts]) => ({ name, ...counts }));
  return {
    calls: list.reduce((sum, { calls }) => sum + calls, 0),
    failures: list.reduce((sum, { failures }) => sum + failures, 0),
    findings: [...findings.values()].reduce((sum, made) => sum + made.length, 0),
    hosts: list,
    leftOut,
    leftOutFailures,
    files,
  };
}

/** "3 API calls to 2 hosts, 2 failed, 1 finding." and what else there was. */
export function countLine({
  calls,
  failures,
  findings,
  hosts,
  leftOut,
  leftOutFailures,
  files,
}: RecordingCounts): string {
  const sentences: string[] = [];
  if (calls > 0 || leftOut === 0) {
    const where = hosts.length > 1 ? ` to ${hosts.length} hosts` : "";
    sentences.push(
      calls === 0 && findings === 0
        ? "No API call."
        : `${counted(calls, "API call")}${where}, ${failures} failed, ${counted(findings, "finding")}.`,
    );
  }
  if (leftOut > 0)
    sentences.push(
      `--only-known left out ${counted(leftOut, "call")} to hosts without a document, ${leftOutFailures} of them failed.`,
    );
  if (files > 0 && calls === 0)
    sentences.push(`${counted(files, "other entry", "other entries")}: documents, scripts, images and other files.`);
  return sentences.join(" ");
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
