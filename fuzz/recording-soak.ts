import { createRecorder } from "../src/browser/recorder.ts";
import { annotateFeed } from "../src/exchange/annotated-feed.ts";
import { createIntake, type Taken } from "../src/panel/feed/intake.ts";
import { allProviders } from "../src/providers/testing/sample-files.ts";

/** As the settings have it. */
const CAP = 10_000;
const MAX_BODY_BYTES = 64 * 1024 * 1024;
/** The heap is looked at when the cap was reached for good, and at the end. */
const FIRST_LOOK = 20_000;
/** What is kept is the same; code is compiled and caches fill in between. */
const MOST_GROWTH = 1.2;
const AT_ONCE = 1000;
export const RECORDED_ERRORS = 100_000;

/** What a recorder and its panel held over many errors (more than 20,000), in bytes after a garbage collection; `lost` are calls missing. */
export type SoakResult = {
  readonly early: number;
  readonly late: number;
  readonly kept: number;
  readonly isFlat: boolean;
};

/**
 * Records `errors` failed calls, each to another resource with another body, and reads them as an open panel does. Needs
 * `--expose-gc`. What the recorder's cap lets go must also be let go by everything else.
 */
export async function soakRecording(errors: number): Promise<SoakResult> {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error("Run with --expose-gc: the heap is measured after a garbage collection.");
  const providers = allProviders();
  const watched = providers.providers.map(({ id, hosts }) => ({ id, hosts }));
  const recorder = createRecorder(
    {
      browser: "chromium",
      now: Date.now,
      askDocumentStart: () => Promise.resolve(0),
      isConnected: () => true,
      providers: watched,
    },
    { maxExchanges: CAP, maxBodyBytes: MAX_BODY_BYTES, mappings: [] },
  );
  const shown: { taken?: Taken } = {};
  const intake = createIntake(
    { feed: annotateFeed(recorder.feed), providers: () => providers, loadDocument: () => undefined },
    PAGE,
    (taken) => {
      shown.taken = taken;
    },
    () => import("../src/panel/feed/reading.ts"),
  );
  intake.restart();
  const usedBytes = (): number => {
    gc();
    return process.memoryUsage().heapUsed;
  };

  const isRead = (count: number): boolean => shown.taken?.timeline.items.at(-1)?.id === `e${count}`;
  const read = async (count: number): Promise<void> => {
    while (!isRead(count)) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  let early = 0;
  for (let count = 1; count <= errors; count += 1) {
    const body = JSON.stringify({ error: { code: "invalid_api_key", message: `No key opens ${count}.` } });
    recorder.onEntry(anEntry(count, body), () => Promise.resolve([body, ""]));
    // No page calls faster than a panel reads for so long.
    if (count % AT_ONCE === 0) await read(count);
    if (count === FIRST_LOOK) early = usedBytes();
  }
  await read(errors);
  const late = usedBytes();
  const kept = shown.taken?.timeline.items.length ?? 0;
  intake.dispose();
  return { early, late, kept, isFlat: late <= early * MOST_GROWTH && kept > CAP * 0.9 && kept <= CAP };
}

/** Node's timers in the place of a page's: a frame comes as often as a screen draws. */
const PAGE: Parameters<typeof createIntake>[1] = {
  requestAnimationFrame: (callback) => Number(setTimeout(() => callback(performance.now()), 16)),
  cancelAnimationFrame: (id) => clearTimeout(id),
  setTimeout: ((callback: () => void, ms: number) => Number(setTimeout(callback, ms))) as Window["setTimeout"],
  clearTimeout: (id) => clearTimeout(id),
  performance,
};

function anEntry(count: number, body: string): object {
  return {
    _resourceType: "fetch",
    startedDateTime: new Date(Date.now()).toISOString(),
    time: 12,
    request: {
      method: "GET",
      url: `https://api.urblock.io/v1/tokens/${count}`,
      httpVersion: "h2",
      headers: [
        { name: "Accept", value: "*/*" },
        { name: "X-Trace", value: `trace-${count}` },
      ],
      bodySize: 0,
    },
    response: {
      status: 401,
      statusText: "",
      httpVersion: "h2",
      headers: [
        { name: "Content-Type", value: "application/json" },
        { name: "X-Request-ID", value: `req_${count}` },
      ],
      content: { size: body.length, mimeType: "application/json" },
      redirectURL: "",
      headersSize: -1,
      bodySize: -1,
    },
    timings: { send: 0, wait: 12, receive: 0 },
  };
}
