import type { ApiEvent } from "../../decode/api-event.ts";
import type { Body } from "../../exchange/exchange.ts";
import type { HarOptions } from "../../report/har-in-portions.ts";
import { allowWorkers } from "../loading/worker-policy.ts";
import { type HarFile, writeHarFile } from "./har-file.ts";
import type { HarAnswer, HarOrder } from "./har-worker.ts";
import { saveHarWords } from "../words/english/save-har.ts";

/** A file that is being written. */
export type HarJob = {
  /** Never rejects: what went wrong is a refusal. Never settles once it is cancelled. */
  readonly written: Promise<HarFile>;
  readonly cancel: () => void;
};

/** Characters of bodies handed to the worker in one message: copying them takes a few milliseconds. */
const MESSAGE = 500_000;
/** Calls in one message, for those with hardly any body. */
const MESSAGE_CALLS = 200;
/** Where there is no worker, the panel's other work is let in after this long. */
const SLICE_MS = 10;

/** Writes a redacted HAR of these calls, in a worker where the browser has one. `onProgress`: from 0 to 1. */
export function startHar(
  events: readonly ApiEvent[],
  options: HarOptions,
  onProgress: (fraction: number) => void,
): HarJob {
  const worker = startWorker();
  return worker === undefined ? onPage(events, options, onProgress) : inWorker(worker, events, options, onProgress);
}

function startWorker(): Worker | undefined {
  try {
    allowWorkers();
    return new Worker(new URL("./har-worker.ts", import.meta.url), { type: "module" });
  } catch {
    return undefined;
  }
}

function inWorker(
  worker: Worker,
  events: readonly ApiEvent[],
  options: HarOptions,
  onProgress: (fraction: number) => void,
): HarJob {
  let isCancelled = false;
  const written = new Promise<HarFile>((resolve) => {
    const finish = (file: HarFile): void => {
      worker.terminate();
      resolve(file);
    };
    const fail = (): void => finish({ outcome: { ok: false, reason: saveHarWords.saveHarWorkerFailed }, file: null });
    worker.addEventListener("message", ({ data }: MessageEvent<HarAnswer>) => {
      if (data.kind === "progress") onProgress(data.fraction);
      else finish(data.written);
    });
    worker.addEventListener("error", fail);
    worker.addEventListener("messageerror", fail);
    const send = (order: HarOrder): void => {
      // oxlint-disable-next-line require-post-message-target-origin -- a worker's own postMessage takes none
      worker.postMessage(order);
    };
    const sendAll = async (): Promise<void> => {
      for (const portion of portionsOf(events)) {
        if (isCancelled) return;
        send({ kind: "calls", events: portion });
        await nextTask();
      }
      send({ kind: "write", options });
    };
    void sendAll().catch(fail);
  });
  const cancel = (): void => {
    isCancelled = true;
    worker.terminate();
  };
  return { written, cancel };
}

function onPage(events: readonly ApiEvent[], options: HarOptions, onProgress: (fraction: number) => void): HarJob {
  let isCancelled = false;
  let pausedAt = performance.now();
  const pause = async (): Promise<void> => {
    if (isCancelled) await new Promise(() => undefined);
    if (performance.now() - pausedAt < SLICE_MS) return;
    await nextTask();
    pausedAt = performance.now();
  };
  const written = nextTask().then(() => writeHarFile(events, options, onProgress, pause));
  const cancel = (): void => {
    isCancelled = true;
  };
  return { written, cancel };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function lengthOf(body: Body): number {
  return body.kind === "text" ? body.text.length : body.kind === "binary" ? body.base64.length : 0;
}

/** The calls in messages of bounded size. */
export function* portionsOf(events: readonly ApiEvent[]): Generator<readonly ApiEvent[]> {
  let portion: ApiEvent[] = [];
  let length = 0;
  for (const event of events) {
    portion.push(event);
    length += lengthOf(event.exchange.request.body) + lengthOf(event.exchange.response.body);
    if (length < MESSAGE && portion.length < MESSAGE_CALLS) continue;
    yield portion;
    portion = [];
    length = 0;
  }
  if (portion.length > 0) yield portion;
}
