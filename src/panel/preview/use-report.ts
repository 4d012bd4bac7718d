import { useEffect, useMemo, useState } from "preact/hooks";
import type { ReportResult } from "../../report/report.ts";
import type { ReportJob } from "./report-job.ts";

/** A report as far as it is written. */
export type WrittenReport =
  | { readonly state: "done"; readonly result: ReportResult }
  /** `fraction` of the recorded text has been searched, from 0 to 1. */
  | { readonly state: "running"; readonly fraction: number; readonly cancel: () => void }
  | { readonly state: "cancelled"; readonly restart: () => void };

/**
 * Writes a report, and writes it anew when `key` changes; what is still being written then is dropped. A small report is
 * there at once, so that what is shown is never older than what was asked for.
 */
export function useReport(write: (onProgress: (fraction: number) => void) => ReportJob, key: string): WrittenReport {
  const [attempt, setAttempt] = useState(0);
  const wanted = `${key} ${attempt}`;
  const [progress, setProgress] = useState({ of: "", fraction: 0 });
  const [finished, setFinished] = useState<{ readonly of: ReportJob; readonly result: ReportResult }>();
  const [cancelled, setCancelled] = useState("");
  const job = useMemo(() => write((fraction) => setProgress({ of: wanted, fraction })), [wanted]);
  useEffect(() => {
    if (job.state === "done") return undefined;
    void job.result.then((result) => setFinished({ of: job, result }));
    return job.cancel;
  }, [job]);
  if (job.state === "done") return { state: "done", result: job.result };
  if (finished?.of === job) return { state: "done", result: finished.result };
  if (cancelled === wanted) return { state: "cancelled", restart: () => setAttempt(attempt + 1) };
  const cancel = (): void => {
    job.cancel();
    setCancelled(wanted);
  };
  return { state: "running", fraction: progress.of === wanted ? progress.fraction : 0, cancel };
}
