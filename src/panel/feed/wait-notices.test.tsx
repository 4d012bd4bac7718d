import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import type { FeedRecord } from "../../exchange/feed.ts";
import { decode } from "../../decode/decode.ts";
import { append } from "../../timeline/append.ts";
import { emptyTimeline, type Timeline } from "../../timeline/timeline.ts";
import type { Clock } from "./clock.ts";
import { aCall, aFeed, aPanel, EXAMPLE, START } from "../testing/panel.tsx";
import { textOf } from "../testing/render.ts";
import { allByRole } from "../testing/roles.ts";
import { tellOfWaits } from "./wait-notices.ts";

/** A call that takes 120 ms and is told to wait `seconds` from then on. */
function refused(at: number, seconds: number, path = "/v1/things"): FeedRecord {
  return aCall({ at, path, status: 429, code: "slow_down", headers: { "Retry-After": String(seconds) } });
}

function timelineOf(records: readonly FeedRecord[]): Timeline {
  return records.reduce((timeline, record) => {
    const event = record.kind === "exchange" ? decode(record.read(), EXAMPLE) : undefined;
    return event === undefined ? timeline : append(timeline, { kind: "event", event });
  }, emptyTimeline());
}

/** What is told while the time goes through `moments` (milliseconds from START). */
function told(records: readonly FeedRecord[], moments: readonly number[]): readonly string[] {
  const texts: string[] = [];
  const now = signal(START + 200);
  const clock: Clock = { now, watch: () => () => undefined, stop: () => undefined };
  const end = tellOfWaits(
    signal(timelineOf(records)),
    clock,
    () => now.peek(),
    (text) => texts.push(text),
  );
  for (const moment of moments) now.value = START + moment;
  end();
  return texts;
}

describe("when a stated wait is over", () => {
  test("says which call may be retried, once", () => {
    expect(told([refused(0, 30)], [30_000, 30_200, 31_000])).toEqual(["You may retry now: GET /v1/things"]);
  });

  test("says nothing before it", () => {
    expect(told([refused(0, 30)], [30_000])).toEqual([]);
  });

  test("says nothing of a wait that was over before it was seen", () => {
    expect(told([refused(-60_000, 30)], [30_000])).toEqual([]);
  });

  test("says nothing of a call that was answered meanwhile", () => {
    expect(told([refused(0, 30), aCall({ at: 5_000 })], [31_000])).toEqual([]);
  });

  test("tells of one wait where the same call was refused many times", () => {
    expect(told([refused(0, 30), refused(10, 40)], [30_200, 40_200])).toEqual(["You may retry now: GET /v1/things"]);
  });

  test("tells of several calls that waited for the same moment in one sentence", () => {
    expect(told([refused(0, 30), refused(0, 30, "/v1/others")], [31_000])).toEqual([
      "You may retry now: GET /v1/things and 1 other endpoint",
    ]);
  });

  test("tells of two waits one after the other", () => {
    expect(told([refused(0, 30), refused(0, 40, "/v1/others")], [30_200, 40_200])).toEqual([
      "You may retry now: GET /v1/things",
      "You may retry now: GET /v1/others",
    ]);
  });
});

describe("the panel", () => {
  test("says in its polite live region that a wait is over", async () => {
    const panel = await aPanel({ feed: aFeed([refused(0, 30)]), now: START + 5_000 });
    panel.setNow(START + 30_200);
    // What a panel does that is shown again.
    document.dispatchEvent(new Event("visibilitychange"));
    await panel.settled();
    const notice = allByRole(panel.root, "status").find((region) => textOf(region).includes("You may retry now"));
    expect(notice?.getAttribute("aria-live")).toBe("polite");
    expect(textOf(notice ?? panel.root)).toBe("You may retry now: GET /v1/things");
    panel.unmount();
  });
});
