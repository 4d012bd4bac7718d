import type { ApiEvent } from "../../decode/api-event.ts";
import type { Body } from "../../exchange/exchange.ts";
import type { HarOptions } from "../../report/har-in-portions.ts";
import { openWorker } from "../loading/worker.ts";
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
  return inWorker(events, options, onProgress) ?? onPage(events, options, onProgress);
}

/** Undefined if the browser allows no worker. */
function inWorker(
  events: readonly ApiEvent[],
  options: HarOptions,
  onProgress: (fraction: number) => void,
): HarJob | undefined {
  let isOver = false;
  let resolve: (file: HarFile) => void = () => undefined;
  const written = new Promise<HarFile>((resolver) => {
    resolve = resolver;
  });
  const worker = openWorker<HarOrder, HarAnswer>(
    () => new Worker(new URL("./har-worker.ts", import.meta.url), { type: "module" }),
    {
      onAnswer: (answer) => {
        if (answer.kind === "progress") {
          onProgress(answer.fraction);
          return "more";
        }
        isOver = true;
        worker?.end();
        resolve(answer.written);
        return "done";
      },
      onFailure: () => {
        isOver = true;
        resolve({ outcome: { ok: false, reason: saveHarWords.saveHarWorkerFailed }, file: null });
      },
    },
  );
  if (worker === undefined) return undefined;
  const sendAll = async (): Promise<void> => {
    for (const portion of portionsOf(events)) {
      if (isOver) return;
      worker.send({ kind: "calls", events: portion });
      await nextTask();
    }
    worker.send({ kind: "write", options });
  };
  void sendAll();
  const cancel = (): void => {
    isOver = true;
    worker.end();
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
