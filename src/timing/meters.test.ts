import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMeters, readMeters } from "./meters.ts";
import type { MeterReading, Meters } from "./meters.ts";
import { headerList, parsed, RECEIVED_AT } from "./testing/a-response.ts";
import type { HeaderRecord } from "./testing/a-response.ts";
import { type MeterSample, updateMeters } from "./update-meters.ts";

type Change = Partial<Omit<MeterSample, "rateLimit" | "headers">> & {
  readonly afterMs?: number;
  readonly key?: string;
  readonly limits?: HeaderRecord;
};

/** A response `afterMs` after the first: GET /v1/things with 60 of 100 left and a reset a minute after the first. */
function sample({ afterMs = 0, key = "EXAMPLE_one", limits, ...more }: Change = {}): MeterSample {
  const at = RECEIVED_AT + afterMs;
  const headers = limits ?? left(60);
  return {
    api: "example",
    method: "GET",
    url: "https://api.example.com/v1/things",
    headers: headerList({ Authorization: `Bearer ${key}` }),
    at,
    ...more,
    rateLimit: parsed(headers, { status: 200, receivedAt: at }),
  };
}

function left(remaining: number, limit = 100): HeaderRecord {
  return {
    "X-RateLimit-Limit": `${limit}`,
    "X-RateLimit-Remaining": `${remaining}`,
    "X-RateLimit-Reset": `${RECEIVED_AT / 1000 + 60}`,
  };
}

function after(...samples: readonly MeterSample[]): Meters {
  return samples.reduce(updateMeters, createMeters());
}

function only(state: Meters, atMs = 0): MeterReading {
  const [reading, ...others] = readMeters(state, RECEIVED_AT + atMs);
  if (reading === undefined || others.length > 0) throw new Error(`expected one window, got ${others.length + 1}`);
  return reading;
}

describe("a meter", () => {
  it("shows what the last response said", () => {
    const reading = only(after(sample(), sample({ afterMs: 1000, limits: left(59) })), 2000);
    expect(reading).toMatchObject({ api: "example", window: "", limit: 100, remaining: 59, resetInMs: 58_000 });
    expect(reading.history.map((point) => point.remaining)).toEqual([60, 59]);
  });

  it("is one per API, window and key", () => {
    const tokens = { "x-ratelimit-remaining-tokens": "9", "x-ratelimit-remaining-requests": "5" };
    const state = after(
      sample(),
      sample({ key: "EXAMPLE_two" }),
      sample({ api: "other" }),
      sample({ limits: tokens }),
      sample({ limits: left(9, 10) }),
    );
    expect(readMeters(state, RECEIVED_AT)).toHaveLength(6);
  });

  it("never holds the credential", () => {
    expect(JSON.stringify(after(sample({ key: "EXAMPLE_secret" })))).not.toContain("EXAMPLE_secret");
  });

  it("ignores responses from caches", () => {
    const state = after(sample());
    expect(updateMeters(state, sample({ afterMs: 1000, limits: { ...left(5), Age: "30" } }))).toBe(state);
  });

  it("keeps the newest count when an older response arrives late, but credits its request", () => {
    const state = after(
      sample({ afterMs: 1000, limits: left(58) }),
      sample({ limits: left(59), url: "https://api.example.com/v1/late" }),
    );
    const reading = only(state);
    expect(reading.remaining).toBe(58);
    expect(reading.history).toHaveLength(1);
    expect(reading.endpoints).toEqual([
      { endpoint: "GET /v1/things", count: 1 },
      { endpoint: "GET /v1/late", count: 1 },
    ]);
  });

  it("says when its reset has passed without a newer response", () => {
    const state = after(sample());
    expect(only(state, 59_999)).toMatchObject({ expired: false, resetInMs: 1 });
    expect(only(state, 60_000)).toMatchObject({ expired: true, resetInMs: 0, limitedInMs: null, perMinute: null });
  });

  it("does not change for a response without limits, nor for a policy alone", () => {
    const state = after(sample());
    expect(updateMeters(state, sample({ limits: {} }))).toBe(state);
    expect(updateMeters(state, sample({ limits: { "RateLimit-Policy": '"a";q=5;w=1' } }))).toBe(state);
  });

  it("shows the clock's skew as the median of the responses", () => {
    const behind = new Date(RECEIVED_AT - 300_000).toUTCString();
    expect(only(after(sample({ limits: { ...left(9), Date: behind } }))).skewMs).toBe(300_000);
  });
});

describe("the pace", () => {
  const spend = (everyMs: number, counts: readonly number[]): Meters =>
    after(...counts.map((remaining, index) => sample({ afterMs: index * everyMs, limits: left(remaining) })));

  it("forecasts when nothing will remain", () => {
    const reading = only(spend(1000, [60, 57, 54, 51, 48]), 4000);
    expect(reading.perMinute).toBeCloseTo(180);
    expect(reading.limitedInMs).toBeCloseTo(16_000);
  });

  it("forecasts nothing if the window resets first", () => {
    expect(only(spend(1000, [60, 59, 58, 57]), 3000)).toMatchObject({ perMinute: 60, limitedInMs: null });
  });

  it("says 0 if nothing remains", () => {
    expect(only(spend(1000, [2, 1, 0]), 2000).limitedInMs).toBe(0);
  });

  it("cannot be told from two responses, nor from a moment", () => {
    expect(only(spend(5000, [60, 50]), 5000)).toMatchObject({ perMinute: null, limitedInMs: null });
    expect(only(spend(10, [60, 50, 40]), 20)).toMatchObject({ perMinute: null, limitedInMs: null });
  });

  it("falls when requests stop", () => {
    const state = spend(1000, [60, 57, 54]);
    expect(only(state, 4000).perMinute).toBeCloseTo(90);
    expect(only(state, 12_000).perMinute).toBeCloseTo(30);
  });

  it("starts again when the count rises", () => {
    expect(only(spend(1000, [10, 5, 0, 100, 99, 98]), 5000).perMinute).toBeCloseTo(60);
  });

  it("takes an idle window's pace for none", () => {
    expect(only(spend(1000, [60, 60, 60]), 2000)).toMatchObject({ perMinute: 0, limitedInMs: null });
  });
});

describe("who spends a window", () => {
  it("counts requests per endpoint, ids taken out, the busiest first", () => {
    const to = (path: string, method = "GET"): MeterSample => sample({ url: `https://api.example.com${path}`, method });
    const state = after(
      to("/v1/scans/scan_18", "GET"),
      to("/v1/scans", "POST"),
      to("/v1/scans/scan_19?expand=all#x"),
      to("/v1/address/0x00000000000000000000000000000000000000aa/risk"),
    );
    expect(only(state).endpoints).toEqual([
      { endpoint: "GET /v1/scans/:id", count: 2 },
      { endpoint: "POST /v1/scans", count: 1 },
      { endpoint: "GET /v1/address/:id/risk", count: 1 },
    ]);
  });

  it("finds the busy endpoint among very many", () => {
    const words = "abcdefghijklmnopqrstuvwxyz";
    let state = createMeters();
    for (let index = 0; index < 500; index += 1) {
      const word = `${words[index % 26] ?? ""}${words[Math.floor(index / 26)] ?? ""}`;
      const path = index % 2 === 0 ? "busy" : word;
      state = updateMeters(state, sample({ url: `https://api.example.com/${path}` }));
    }
    const [first, ...others] = only(state).endpoints;
    expect(first).toEqual({ endpoint: "GET /busy", count: 250 });
    expect(others).toHaveLength(4);
  });
});

describe("the size of the state", () => {
  it("stays bounded over any stream of responses", () => {
    let state = createMeters();
    for (let index = 0; index < 3000; index += 1) {
      state = updateMeters(
        state,
        sample({
          afterMs: index * 10,
          key: `EXAMPLE_${index % 150}`,
          url: `https://a.example/${"x".repeat(index % 60)}`,
        }),
      );
    }
    expect(readMeters(state, RECEIVED_AT)).toHaveLength(100);
    for (const meter of state.meters) expect(meter.history.length).toBeLessThanOrEqual(60);
    expect(JSON.stringify(state).length).toBeLessThan(500_000);
  });

  it("gives finite numbers or null for any times and counts", () => {
    const step = fc.record({
      at: fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.double()),
      remaining: fc.oneof(fc.integer({ min: 0, max: 200 }).map(String), fc.string({ maxLength: 5 })),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.double(), (steps, now) => {
        const state = steps.reduce(
          (known, { at, remaining }) =>
            updateMeters(known, sample({ afterMs: at, limits: { ...left(1), "X-RateLimit-Remaining": remaining } })),
          createMeters(),
        );
        for (const reading of readMeters(state, now)) {
          for (const value of [reading.perMinute, reading.limitedInMs, reading.resetInMs, reading.skewMs]) {
            if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
            expect(Number.isNaN(value)).toBe(false);
          }
        }
      }),
    );
  });
});
