import { describe, expect, test } from "vitest";
import type { LaneAttempt } from "../../timeline/attempts.ts";
import { START } from "../testing/panel.tsx";
import { drawn, textOf } from "../testing/render.ts";
import { byRole } from "../testing/roles.ts";
import { AttemptLane } from "./attempt-lane.tsx";
import { laneScale } from "./lane-scale.ts";

/** A call of 100 ms, sent `at` ms after START, that asked for a wait of `asked` ms. */
function anAttempt(at: number, asked: number | null = null, members: Partial<LaneAttempt> = {}): LaneAttempt {
  const receivedAt = START + at + 100;
  return {
    id: String(at),
    startedAt: START + at,
    receivedAt,
    status: 429,
    code: null,
    failed: true,
    advice: "after-delay",
    gapMs: null,
    statedWait: asked === null ? null : { until: receivedAt + asked, from: "Retry-After" },
    earlyMs: 0,
    ...members,
  };
}

function lane(...attempts: readonly LaneAttempt[]): HTMLElement {
  return drawn(<AttemptLane attempts={attempts} current="0" />);
}

describe("the attempts lane", () => {
  test("is not drawn for a single call", () => {
    expect(lane(anAttempt(0, 5_000)).querySelector("svg")).toBeNull();
  });

  test("draws each call, and the wait below it up to where it ended", () => {
    const root = lane(anAttempt(0, 400), anAttempt(900));
    expect(root.querySelectorAll(".lane-failed")).toHaveLength(2);
    const wait = root.querySelector(".lane-wait");
    // From 100 ms to 500 ms of 1,000 ms.
    expect([wait?.getAttribute("x"), wait?.getAttribute("width")]).toEqual(["10%", "40%"]);
    expect(root.querySelector(".lane-early")).toBeNull();
  });

  test("marks a call that came too early, and says so in words", () => {
    const root = lane(anAttempt(0, 5_000), anAttempt(400, 5_000, { earlyMs: 4_700 }), anAttempt(900));
    expect(root.querySelectorAll(".lane-early")).toHaveLength(1);
    expect(byRole(root, "img").getAttribute("aria-label")).toBe("3 attempts in 2.00 s, retried too early: 1");
    expect(textOf(root)).toContain("Retried too early");
  });

  test("gives a wait of an hour no more room than the calls, and says that it goes on", () => {
    const attempts = [anAttempt(0, 3_600_000), anAttempt(900)];
    expect(laneScale(attempts)).toMatchObject({ start: START, end: START + 2_000, isCut: true });
    expect(textOf(lane(...attempts))).toContain("continues beyond this chart");
  });

  test("draws calls that took no time at all", () => {
    const root = lane(anAttempt(0, null, { receivedAt: START }), anAttempt(0, null, { id: "x", receivedAt: START }));
    expect([...root.querySelectorAll("rect")].map((rect) => rect.getAttribute("width"))).toEqual(["0.5%", "0.5%"]);
  });
});
