import { describe, expect, it } from "vitest";
import { fromReceipt, parsed } from "./testing/a-response.ts";
import type { HeaderRecord } from "./testing/a-response.ts";

type Row = readonly [
  name: string,
  limit: number | null,
  remaining: number | null,
  reset: number | null,
  window: number | null,
];

function windowsOf(headers: HeaderRecord): readonly Row[] {
  return parsed(headers, { status: 200 }).windows.map(({ name, limit, remaining, resetAt, windowSeconds }) => [
    name,
    limit?.value ?? null,
    remaining?.value ?? null,
    fromReceipt(resetAt?.value ?? null),
    windowSeconds,
  ]);
}

describe("the generations of the RateLimit draft", () => {
  it.each<[string, HeaderRecord, readonly Row[]]>([
    [
      "00 to 03: policies after the limit",
      {
        "RateLimit-Limit": '100, 100;w=10;comment="sliding, mostly", 1000;w=3600',
        "RateLimit-Remaining": "50",
        "RateLimit-Reset": "5",
      },
      [
        ["", 100, 50, 5, 10],
        ["3600s", 1000, null, null, 3600],
      ],
    ],
    [
      "04 to 06: policies in a field of their own",
      {
        "RateLimit-Limit": "100",
        "RateLimit-Remaining": "50",
        "RateLimit-Reset": "5",
        "RateLimit-Policy": "100;w=10, 1000;w=3600",
      },
      [
        ["", 100, 50, 5, 10],
        ["3600s", 1000, null, null, 3600],
      ],
    ],
    [
      "07: a dictionary",
      { RateLimit: "limit=100, remaining=50, reset=5", "RateLimit-Policy": "100;w=10" },
      [["", 100, 50, 5, 10]],
    ],
    ["07, as one of its own examples without remaining", { RateLimit: "limit=10, reset=1" }, [["", 10, null, 1, null]]],
    [
      "08 to 10: named items, the limit in the policy",
      {
        RateLimit: '"burst";r=9;t=1, "daily";r=900',
        "RateLimit-Policy": '"burst";q=10;w=1, "daily";q=1000;w=86400;qu="requests";pk=:c2FtcGxl:',
      },
      [
        ["burst", 10, 9, 1, 1],
        ["daily", 1000, 900, null, 86_400],
      ],
    ],
    [
      "10 over several field lines",
      { RateLimit: ['"burst";r=9;t=1', '"daily";r=900;t=60'] },
      [
        ["burst", null, 9, 1, null],
        ["daily", null, 900, 60, null],
      ],
    ],
    ["10 with a token for a name", { RateLimit: "default;r=50;t=30" }, [["default", null, 50, 30, null]]],
    ["a policy alone", { "RateLimit-Policy": '"daily";q=1000;w=86400' }, [["daily", 1000, null, null, 86_400]]],
    ["the last of two equal parameters", { RateLimit: '"a";r=1;r=2' }, [["a", null, 2, null, null]]],
  ])("reads %s", (_, headers, rows) => {
    expect(windowsOf(headers)).toEqual(rows);
  });

  it.each([
    '"default";r=50;t=30,',
    '"default;r=50;t=30',
    '"default";R=50',
    '"default"; r = 50',
    '"default";r=1234567890123456',
    "('default');r=50",
    '("default");r=50',
    "limit=100, remaining=5x, reset=5",
    "limit=100; remaining=50; reset=5 ;",
    "limit:100",
    '"default";r=-1;t=-5',
    '"default";r=1.5',
    '"default";r="50"',
    "limit=abc",
    "100",
    "",
  ])("ignores a malformed RateLimit %j whole", (value) => {
    expect(windowsOf({ RateLimit: value })).toEqual([]);
    expect(windowsOf({ RateLimit: value, "X-RateLimit-Remaining": "7" })).toEqual([["", null, 7, null, null]]);
  });

  it.each(["100;w=", '"daily";q=', "100;;w=1", '"daily";w=60', "-5;w=60", "w=60"])(
    "ignores a malformed policy %j",
    (value) => {
      expect(windowsOf({ "RateLimit-Policy": value })).toEqual([]);
    },
  );

  it("reads one unusable number of a well-formed field as unknown", () => {
    expect(windowsOf({ RateLimit: '"default";r=50;t=-30' })).toEqual([["default", null, 50, null, null]]);
    expect(windowsOf({ RateLimit: "limit=100, remaining=-1" })).toEqual([["", 100, null, null, null]]);
  });

  it("lets Retry-After precede the reset", () => {
    const headers = { RateLimit: '"default";r=0;t=30', "Retry-After": "10" };
    expect(fromReceipt(parsed(headers).retryAt)).toBe(10);
    expect(fromReceipt(parsed({ RateLimit: '"default";r=0;t=30' }).retryAt)).toBe(30);
  });
});
