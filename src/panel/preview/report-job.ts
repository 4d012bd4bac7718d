import type { ApiEvent } from "../../decode/api-event.ts";
import type { Body } from "../../exchange/exchange.ts";
import type { ReportOptions, ReportResult } from "../../report/report.ts";
import { loadedReport } from "../loading/report-loader.ts";
import { allowWorkers } from "../loading/worker-policy.ts";
import { panelWords } from "../words/english/panel.ts";

/** What the worker says. */
export type WorkerAnswer =
  | { readonly kind: "progress"; readonly fraction: number }
  | { readonly kind: "done"; readonly result: ReportResult };

/** A report that is there at once, or is being written beside the panel. */
export type ReportJob =
  | { readonly state: "done"; readonly result: ReportResult }
  | {
      readonly state: "running";
      /** Never rejects: what went wrong is a refusal. Never settles once it is cancelled. */
      readonly result: Promise<ReportResult>;
      readonly cancel: () => void;
    };

/** Calls with more recorded text than this, in characters, are redacted by a worker: less takes a few frames at most. */
export const WRITTEN_AT_ONCE = 50_000;

function lengthOf(body: Body): number {
  return body.kind === "text" ? body.text.length : body.kind === "binary" ? body.base64.length : 0;
}

function sizeOf(events: readonly ApiEvent[]): number {
  return events.reduce(
    (sum, { exchange }) => sum + lengthOf(exchange.request.body) + lengthOf(exchange.response.body),
    0,
  );
}

function refused(): ReportResult {
  return { ok: false, reason: panelWords.previewWorkerFailed };
}

function startWorker(): Worker | undefined {
  try {
    allowWorkers();
    return new Worker(new URL("./report-worker.ts", import.meta.url), { type: "module" });
  } catch {
    // A browser that allows none: the report is written at once, and the panel waits for it.
    return undefined;
  }
}

function inWorker(
  worker: Worker,
  events: readonly ApiEvent[],
  options: ReportOptions,
  onProgress: (fraction: number) => void,
): ReportJob {
  const result = new Promise<ReportResult>((resolve) => {
    const finish = (finished: ReportResult): void => {
      worker.terminate();
      resolve(finished);
    };
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.kind === "progress") onProgress(data.fraction);
      else finish(data.result);
    });
    worker.addEventListener("error", () => finish(refused()));
    worker.addEventListener("messageerror", () => finish(refused()));
    // oxlint-disable-next-line require-post-message-target-origin -- a worker's own postMessage takes none
    worker.postMessage({ events, options });
  });
  return { state: "running", result, cancel: () => worker.terminate() };
}

/**
 * Writes a report, large ones in a worker. `onProgress` is told the searched part of a large one, from 0 to 1. The
 * redactor must be loaded.
 */
export function writeReport(
  events: readonly ApiEvent[],
  options: ReportOptions,
  onProgress: (fraction: number) => void = () => undefined,
): ReportJob {
  const all = [...events, ...(options.preceding ?? [])];
  const worker = sizeOf(all) > WRITTEN_AT_ONCE ? startWorker() : undefined;
  if (worker !== undefined) return inWorker(worker, events, options, onProgress);
  const build = loadedReport();
  if (build === undefined) return { state: "done", result: { ok: false, reason: panelWords.previewNotLoaded } };
  return { state: "done", result: build(events, options) };
}
