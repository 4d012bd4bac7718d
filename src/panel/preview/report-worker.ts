import type { ApiEvent } from "../../decode/api-event.ts";
import { report, type ReportOptions } from "../../report/report.ts";
import type { WorkerAnswer } from "./report-job.ts";

/*
 * Writes one report beside the panel, so that megabytes do not freeze it. Ended from outside: by being terminated.
 */

/** Progress more often than this is not seen. */
const EVERY_MS = 60;

function answer(message: WorkerAnswer): void {
  postMessage(message);
}

addEventListener(
  "message",
  ({ data }: MessageEvent<{ readonly events: readonly ApiEvent[]; readonly options: ReportOptions }>) => {
    let toldAt = 0;
    const onProgress = (fraction: number): void => {
      const now = performance.now();
      if (now - toldAt < EVERY_MS) return;
      toldAt = now;
      answer({ kind: "progress", fraction });
    };
    answer({ kind: "done", result: report(data.events, { ...data.options, onProgress }) });
  },
);
