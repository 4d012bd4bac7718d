import type { ApiEvent } from "../../decode/api-event.ts";
import type { Body } from "../../exchange/exchange.ts";
import type { ReportOptions, ReportResult } from "../../report/report.ts";
import { loadedReport } from "../loading/report-loader.ts";
import { openWorker, WRITTEN_AT_ONCE } from "../loading/worker.ts";
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

type WorkerOrder = { readonly events: readonly ApiEvent[]; readonly options: ReportOptions };

/** Undefined if the browser allows no worker: then the report is written at once, and the panel waits for it. */
function inWorker(order: WorkerOrder, onProgress: (fraction: number) => void): ReportJob | undefined {
  let resolve: (result: ReportResult) => void = () => undefined;
  const result = new Promise<ReportResult>((resolver) => {
    resolve = resolver;
  });
  const worker = openWorker<WorkerOrder, WorkerAnswer>(
    () => new Worker(new URL("./report-worker.ts", import.meta.url), { type: "module" }),
    {
      onAnswer: (answer) => {
        if (answer.kind === "progress") {
          onProgress(answer.fraction);
          return "more";
        }
        worker?.end();
        resolve(answer.result);
        return "done";
      },
      onFailure: () => resolve(refused()),
    },
  );
  if (worker === undefined) return undefined;
  worker.send(order);
  return { state: "running", result, cancel: worker.end };
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
  const job = sizeOf(all) > WRITTEN_AT_ONCE ? inWorker({ events, options }, onProgress) : undefined;
  if (job !== undefined) return job;
  const build = loadedReport();
  if (build === undefined) return { state: "done", result: { ok: false, reason: panelWords.previewNotLoaded } };
  return { state: "done", result: build(events, options) };
}
