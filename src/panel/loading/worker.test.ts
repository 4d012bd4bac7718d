import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { openWorker } from "./worker.ts";
import { WORKER_NAMES } from "./worker-policy.ts";

/** A worker that only hears what the test says. */
class SilentWorker extends EventTarget {
  readonly postMessage = vi.fn();
  readonly terminate = vi.fn();
  readonly answer = (data: string): void => void this.dispatchEvent(new MessageEvent("message", { data }));
}

function opened(silenceMs = 1000) {
  const own = new SilentWorker();
  const onFailure = vi.fn();
  const onAnswer = vi.fn((answer: string): "more" | "done" => (answer === "more" ? "more" : "done"));
  const worker = openWorker<string, string>(() => own as unknown as Worker, { onAnswer, onFailure, silenceMs });
  if (worker === undefined) throw new Error("not opened");
  return { own, worker, onAnswer, onFailure };
}

afterEach(() => void vi.useRealTimers());

test("a worker's answers reach the caller until it is ended", () => {
  const { own, worker, onAnswer } = opened();
  worker.send("order");
  own.answer("one");
  worker.end();
  own.answer("two");
  expect(own.postMessage).toHaveBeenCalledWith("order");
  expect(onAnswer.mock.calls).toEqual([["one"]]);
  expect(own.terminate).toHaveBeenCalledTimes(1);
});

test.each(["error", "messageerror"])("a worker that reports %s is ended, and its failure reported once", (type) => {
  const { own, worker, onFailure } = opened();
  worker.send("order");
  own.dispatchEvent(new Event(type));
  own.dispatchEvent(new Event(type));
  worker.send("another");
  expect(onFailure.mock.calls).toEqual([["broken"]]);
  expect(own.terminate).toHaveBeenCalledTimes(1);
  expect(own.postMessage).toHaveBeenCalledTimes(1);
});

test("a worker that is silent for too long after an order has failed", () => {
  vi.useFakeTimers();
  const { own, worker, onFailure } = opened(1000);
  worker.send("order");
  vi.advanceTimersByTime(900);
  own.answer("more");
  vi.advanceTimersByTime(900);
  expect(onFailure).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(onFailure.mock.calls).toEqual([["silent"]]);
});

test("a worker without an order may be silent for as long as it likes", () => {
  vi.useFakeTimers();
  const { own, worker, onFailure } = opened(1000);
  worker.send("order");
  own.answer("done");
  vi.advanceTimersByTime(100_000);
  expect(onFailure).not.toHaveBeenCalled();
});

test("an order that cannot be copied is a failure, not a throw", () => {
  const { own, worker, onFailure } = opened();
  own.postMessage.mockImplementation(() => {
    throw new DOMException("not cloneable", "DataCloneError");
  });
  worker.send("order");
  expect(onFailure.mock.calls).toEqual([["broken"]]);
});

test("a browser that allows no worker is not an error", () => {
  const create = (): Worker => {
    throw new TypeError("blocked by the policy");
  };
  expect(openWorker(create, { onAnswer: () => "done", onFailure: () => undefined })).toBeUndefined();
});

test("the policy and SECURITY.md name every worker there is", () => {
  const files = readdirSync(new URL("../", import.meta.url), { recursive: true, encoding: "utf8" });
  const workers = files.map((file) => basename(file)).filter((file) => file.endsWith("-worker.ts"));
  expect(workers.toSorted()).toEqual(WORKER_NAMES.map((name) => `${name}-worker.ts`));
  const security = readFileSync(new URL("../../../SECURITY.md", import.meta.url), "utf8");
  for (const name of WORKER_NAMES) expect(security).toContain(`\`${name}-worker\``);
});
