import { allowWorkers } from "./worker-policy.ts";

/** A worker that takes orders. After its first failure, or after `end`, it does nothing any more. */
export type OpenWorker<Order> = { readonly send: (order: Order) => void; readonly end: () => void };

type WorkerEvents<Answer> = {
  /** Called for each message of the worker. "more" keeps waiting for the next one, "done" stops the clock. */
  readonly onAnswer: (answer: Answer) => "more" | "done";
  /**
   * Called once if the worker cannot go on: its file is gone, it threw, a message could not be copied, or it was silent
   * for `silenceMs` after an order. The worker is ended by then.
   */
  readonly onFailure: (why: "broken" | "silent") => void;
  readonly silenceMs?: number;
};

/** Calls with more recorded text than this, in characters, are redacted by a worker. Less takes a few frames at most. */
export const WRITTEN_AT_ONCE = 50_000;

/** Twelve megabytes of YAML, the slowest order there is, take about 20 s on a slow computer. */
const SILENCE_MS = 60_000;

/**
 * Starts a worker; undefined if the browser allows none, and then the caller does the work on the page. `create` must be
 * `() => new Worker(new URL("./NAME-worker.ts", import.meta.url), { type: "module" })`, written out: the bundler finds
 * workers by these words.
 */
export function openWorker<Order, Answer>(
  create: () => Worker,
  { onAnswer, onFailure, silenceMs = SILENCE_MS }: WorkerEvents<Answer>,
): OpenWorker<Order> | undefined {
  let worker: Worker;
  try {
    allowWorkers();
    worker = create();
  } catch {
    return undefined;
  }
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    isOver = true;
    clearTimeout(timer);
    worker.terminate();
  };
  const fail = (why: "broken" | "silent"): void => {
    if (isOver) return;
    end();
    onFailure(why);
  };
  const breakOff = (): void => fail("broken");
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => fail("silent"), silenceMs);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    if (isOver) return;
    clearTimeout(timer);
    if (onAnswer(data) === "more" && !isOver) wait();
  });
  worker.addEventListener("error", breakOff);
  worker.addEventListener("messageerror", breakOff);
  const send = (order: Order): void => {
    if (isOver) return;
    wait();
    try {
      // oxlint-disable-next-line require-post-message-target-origin -- a worker's own postMessage takes none
      worker.postMessage(order);
    } catch {
      breakOff();
    }
  };
  return { send, end };
}
