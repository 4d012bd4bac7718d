import type { Providers } from "../../catalogue/provider.ts";
import { describe, expect, test, vi } from "vitest";
import { createIntake, type Taken } from "./intake.ts";
import * as reading from "./reading.ts";
import { aCall, aFeed, EXAMPLE } from "../testing/panel.tsx";

/** A page whose frames, timers and clock are moved by hand. `readingMs`: how long the clock goes on at each look. */
function aPage(readingMs: number) {
  let now = 0;
  let frame: FrameRequestCallback | undefined;
  let lastTimer = 0;
  const timers = new Map<number, { readonly at: number; readonly callback: () => void }>();
  /** Those that are due now; not those that they set. */
  const runTimers = async (): Promise<boolean> => {
    const due = [...timers].filter(([, { at }]) => at <= now);
    for (const [id, { callback }] of due) {
      timers.delete(id);
      callback();
      await Promise.resolve();
    }
    return due.length > 0;
  };
  return {
    requestAnimationFrame: (callback: FrameRequestCallback) => {
      frame = callback;
      return 1;
    },
    cancelAnimationFrame: () => {
      frame = undefined;
    },
    setTimeout: (callback: () => void, milliseconds: number) => {
      lastTimer += 1;
      timers.set(lastTimer, { at: now + milliseconds, callback });
      return lastTimer;
    },
    clearTimeout: (id: number | undefined) => {
      if (id !== undefined) timers.delete(id);
    },
    performance: { now: () => (now += readingMs) },
    wait: async (milliseconds: number): Promise<void> => {
      now += milliseconds;
      await runTimers();
    },
    isFrameWanted: () => frame !== undefined,
    /** Runs the frame that was asked for, what follows it in microtasks, and timers without a delay; false where nothing was. */
    frame: async (): Promise<boolean> => {
      const callback = frame;
      frame = undefined;
      callback?.(now);
      await Promise.resolve();
      return (await runTimers()) || callback !== undefined;
    },
  };
}

function calls(count: number) {
  return Array.from({ length: count }, () => aCall());
}

type Started = {
  readonly showing?: () => void;
  readonly load?: () => Promise<typeof reading>;
  readonly providers?: () => Providers;
  readonly loadDocument?: (providerId: string) => void;
};

async function started(
  page: ReturnType<typeof aPage>,
  feed: ReturnType<typeof aFeed>,
  {
    showing = () => undefined,
    load = () => Promise.resolve(reading),
    providers = () => EXAMPLE,
    loadDocument = () => undefined,
  }: Started = {},
) {
  const shown: number[] = [];
  const intake = createIntake(
    { feed, providers, loadDocument },
    // The rest of a Performance is not asked for.
    page as unknown as Parameters<typeof createIntake>[1],
    (taken: Taken) => {
      showing();
      shown.push(taken.timeline.items.length);
    },
    load,
  );
  intake.restart();
  await Promise.resolve();
  return { shown, intake };
}

describe("what is recorded", () => {
  test("is shown in outline while the document of its API is asked for", async () => {
    const page = aPage(1);
    const loadDocument = vi.fn();
    const id = EXAMPLE.providers[0]?.id ?? "";
    const providers = () => ({ ...EXAMPLE, pending: new Set([id]) });
    const { shown } = await started(page, aFeed(calls(1)), { providers, loadDocument });
    await page.frame();
    expect(shown).toEqual([1]);
    expect(loadDocument).toHaveBeenCalledWith(id);
  });

  test("is shown after the first slice of work, however much is waiting behind it", async () => {
    const page = aPage(1);
    const { shown } = await started(page, aFeed(calls(1000)));
    await page.frame();
    expect(shown).toHaveLength(1);
    expect(shown[0]).toBeGreaterThan(0);
    expect(shown[0]).toBeLessThan(50);
  });

  test("is read as soon as there is code for it, and shown in the next frame without more", async () => {
    const page = aPage(1);
    let arrive: (code: typeof reading) => void = () => undefined;
    const load = (): Promise<typeof reading> => new Promise((resolve) => (arrive = resolve));
    const { shown } = await started(page, aFeed(calls(1000)), { load });
    await page.frame();
    expect(page.isFrameWanted()).toBe(false);
    const readRecord = vi.fn(reading.readRecord);
    arrive({ ...reading, readRecord });
    await Promise.resolve();
    await Promise.resolve();
    expect(readRecord).toHaveBeenCalled();
    await page.frame();
    expect(shown).toHaveLength(1);
    // Each look at the clock is a millisecond, a slice of reading ten of them.
    expect(shown[0]).toBeGreaterThan(5);
    expect(shown[0]).toBeLessThanOrEqual(10);
  });

  test("is not read for a panel that was never shown", async () => {
    const page = aPage(1);
    const { shown } = await started(page, aFeed(calls(10)));
    await page.wait(1000);
    expect(shown).toEqual([]);
    expect(page.isFrameWanted()).toBe(true);
  });

  test("is read to the end, slice by slice, and shown only now and then", async () => {
    const page = aPage(1);
    const { shown } = await started(page, aFeed(calls(1000)));
    let frames = 0;
    while (await page.frame()) frames += 1;
    await page.wait(1000);
    await page.frame();
    expect(shown.at(-1)).toBe(1000);
    expect(shown.length).toBeLessThan(frames / 5);
  });

  test("wants no frame that would paint the same again while there is more to read", async () => {
    const page = aPage(1);
    await started(page, aFeed(calls(1000)));
    await page.frame();
    expect(page.isFrameWanted()).toBe(false);
    expect(await page.frame()).toBe(true);
    expect(page.isFrameWanted()).toBe(false);
  });

  test("is shown at once when it comes alone", async () => {
    const page = aPage(0);
    const feed = aFeed();
    const { shown } = await started(page, feed);
    await page.frame();
    await page.wait(5000);
    feed.add(aCall());
    await page.frame();
    expect(shown).toEqual([0, 1]);
    expect(await page.frame()).toBe(false);
  });

  test("is shown at once where a few come in a row", async () => {
    const page = aPage(0);
    const feed = aFeed();
    const { shown } = await started(page, feed, { showing: () => void page.wait(30) });
    await page.frame();
    for (let count = 1; count <= 5; count += 1) {
      feed.add(aCall());
      await page.frame();
      expect(shown.at(-1)).toBe(count);
    }
  });

  test("takes one part in twenty of the time where many come for long", async () => {
    const page = aPage(0);
    const feed = aFeed();
    const { shown } = await started(page, feed, { showing: () => void page.wait(30) });
    for (let elapsed = 0; elapsed < 60_000; elapsed += 100) {
      feed.add(aCall());
      await page.frame();
      await page.wait(100);
    }
    // 60 s in all: 3 s of showing, and what it may be ahead of that.
    expect(shown.length).toBeGreaterThan(90);
    expect(shown.length).toBeLessThan(115);
  });

  test("waits where showing takes long, and never gets lost", async () => {
    const page = aPage(0);
    const feed = aFeed();
    const { shown } = await started(page, feed, { showing: () => void page.wait(230) });
    await page.frame();
    feed.add(aCall());
    await page.frame();
    await page.wait(599);
    await page.frame();
    expect(shown).toEqual([0]);
    expect(page.isFrameWanted()).toBe(false);
    await page.wait(1);
    await page.frame();
    expect(shown).toEqual([0, 1]);
  });

  test("waits a second at most, however long showing takes", async () => {
    const page = aPage(0);
    const feed = aFeed();
    const { shown } = await started(page, feed, { showing: () => void page.wait(5000) });
    await page.frame();
    feed.add(aCall());
    await page.wait(1000);
    await page.frame();
    expect(shown).toEqual([0, 1]);
  });

  test("waits for the end of a burst but for its first, which are shown at once", async () => {
    const page = aPage(0);
    const feed = aFeed();
    const readRecord = vi.fn(reading.readRecord);
    const { shown } = await started(page, feed, { load: () => Promise.resolve({ ...reading, readRecord }) });
    await page.wait(8000);
    feed.add(aCall());
    await page.frame();
    for (let elapsed = 0; elapsed < 3000; elapsed += 100) {
      feed.add(...calls(20));
      await page.frame();
      await page.wait(100);
    }
    expect(shown).toEqual([1]);
    expect(readRecord).toHaveBeenCalledTimes(1);
    await page.wait(149);
    expect(page.isFrameWanted()).toBe(false);
    await page.wait(1);
    await page.frame();
    expect(shown).toEqual([1, 601]);
  });

  test("of a burst that goes on for long is shown every eight seconds, all that came so far", async () => {
    const page = aPage(0);
    const feed = aFeed();
    const { shown } = await started(page, feed);
    await page.frame();
    for (let elapsed = 0; elapsed < 16_500; elapsed += 100) {
      feed.add(...calls(20));
      // As much as a frame lets be read and more: what is read beside it is shown in the next.
      while (await page.frame());
      await page.wait(100);
    }
    expect(shown).toEqual([0, 1620, 3220]);
  });

  test("does not wait for a burst that comes out of a file", async () => {
    const page = aPage(0);
    const file = { name: "recording.har", areCredentialsWithheld: false };
    const feed = aFeed([], { file });
    const { shown } = await started(page, feed);
    await page.frame();
    feed.add(...calls(1000));
    await page.frame();
    expect(shown).toEqual([0, 1000]);
  });

  test("is gone at once when the user clears, however long showing takes", async () => {
    const page = aPage(0);
    const feed = aFeed(calls(3));
    const { shown } = await started(page, feed, { showing: () => void page.wait(30) });
    await page.frame();
    feed.clear();
    await page.frame();
    expect(shown).toEqual([3, 0]);
  });

  test("is told of, unread, where what reads it cannot be loaded", async () => {
    const page = aPage(0);
    const { shown } = await started(page, aFeed(calls(3)), { load: () => Promise.reject(new Error("gone")) });
    await page.frame();
    expect(shown).toEqual([0]);
  });

  test("is not read any more when the panel is gone", async () => {
    const page = aPage(0);
    const feed = aFeed(calls(3));
    const { shown, intake } = await started(page, feed);
    intake.dispose();
    feed.add(aCall());
    expect(await page.frame()).toBe(false);
    expect(shown).toEqual([]);
  });
});
