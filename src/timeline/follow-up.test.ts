import { describe, expect, test } from "vitest";
import { decoded } from "../decode/testing/decoded.ts";
import { appendAll } from "./append.ts";
import { laneVerdict } from "./follow-up.ts";
import { attemptsOf } from "./attempts.ts";
import { rowsOf } from "./row.ts";
import { emptyTimeline } from "./timeline.ts";

const START = Date.UTC(2026, 0, 14, 10, 30);
type Try = { readonly at: number; readonly status: number; readonly wait?: number; readonly referer?: string };

function timelineOf(tries: readonly Try[]) {
  const events = tries.map(({ at, status, wait, referer }, index) => ({
    ...decoded({
      status,
      responseHeaders: wait === undefined ? {} : { "Retry-After": String(wait) },
      requestHeaders: { Authorization: "Bearer pk_EXAMPLE", ...(referer === undefined ? {} : { Referer: referer }) },
      startedDateTime: new Date(START + at).toISOString(),
      time: 100,
    }),
    id: `try-${index}`,
  }));
  return appendAll(
    emptyTimeline(),
    events.map((event) => ({ kind: "event", event }) as const),
  );
}

const kinds = (tries: readonly Try[]) =>
  rowsOf(timelineOf(tries)).map((row) => (row.kind === "event" ? (row.followUp?.kind ?? null) : null));

describe("what became of a failed call is known", () => {
  test.each<readonly [string, readonly Try[], readonly (string | null)[]]>([
    ["nothing followed", [{ at: 0, status: 503 }], [null]],
    [
      "a later try succeeded",
      [
        { at: 0, status: 503 },
        { at: 2000, status: 503 },
        { at: 6000, status: 200 },
      ],
      ["recovered", "recovered", null],
    ],
    [
      "it was tried again too early",
      [
        { at: 0, status: 429, wait: 10 },
        { at: 1000, status: 429, wait: 10 },
      ],
      ["retried-too-early", "gave-up"],
    ],
    [
      "the last try failed",
      [
        { at: 0, status: 503 },
        { at: 2000, status: 503 },
      ],
      ["retried", "gave-up"],
    ],
    [
      "a wait of one second was ignored",
      [
        { at: 0, status: 429, wait: 1 },
        { at: 150, status: 429, wait: 1 },
      ],
      ["retried-too-early", "gave-up"],
    ],
    [
      "a wait of one second was nearly kept",
      [
        { at: 0, status: 429, wait: 1 },
        { at: 800, status: 429, wait: 1 },
      ],
      ["retried", "gave-up"],
    ],
    [
      "the same call came from another origin's frame",
      [
        { at: 0, status: 503, referer: "https://a.test/" },
        { at: 2000, status: 200, referer: "https://b.test/" },
      ],
      [null, null],
    ],
    [
      "the same call came two hours later",
      [
        { at: 0, status: 503 },
        { at: 7_200_000, status: 200 },
      ],
      [null, null],
    ],
    [
      "the stated wait was two hours",
      [
        { at: 0, status: 503, wait: 7200 },
        { at: 7_300_000, status: 200 },
      ],
      ["recovered", null],
    ],
  ])("%s", (_, tries, expected) => {
    expect(kinds(tries)).toEqual(expected);
  });

  test("an order of arrival other than that of the calls changes nothing", () => {
    const tries: readonly Try[] = [
      { at: 6000, status: 200 },
      { at: 0, status: 503 },
      { at: 2000, status: 503 },
    ];
    expect(kinds(tries)).toEqual(["recovered", "recovered", null]);
  });
});

test("a lane of tries is summed up: all retries came before the second that was asked for had passed", () => {
  const timeline = timelineOf([0, 1, 2, 3].map((step) => ({ at: step * 200, status: 429, wait: 1 })));
  const ids = new Set(attemptsOf(timeline, "try-0").map(({ id }) => id));
  expect(ids.size).toBe(4);
  expect(laneVerdict(attemptsOf(timeline, "try-0"))).toEqual({
    ended: "failed",
    retries: 3,
    early: 3,
    asked: 3,
    usualWaitMs: 1000,
  });
});
