import { expect, test } from "vitest";
import type { MeterReading } from "../../timing/meters.ts";
import { meterName } from "./meter-words.ts";

function aReading(members: Partial<MeterReading>): MeterReading {
  return {
    id: "",
    api: "urblock",
    key: "none",
    window: "",
    limit: null,
    remaining: null,
    resetAt: null,
    windowSeconds: null,
    seenAt: 0,
    history: [],
    endpoints: [],
    expired: false,
    resetInMs: null,
    perMinute: null,
    limitedInMs: null,
    skewMs: null,
    ...members,
  };
}

function names(...readings: readonly Partial<MeterReading>[]): readonly string[] {
  const all = readings.map(aReading);
  return all.map((reading) => meterName(reading, all, "Urblock"));
}

test("a window alone is named after its API, and after itself where it has a name", () => {
  expect(names({})).toEqual(["Urblock"]);
  expect(names({ window: "minute" })).toEqual(["Urblock, minute"]);
});

test("two windows of one name are told apart by their length where it differs", () => {
  expect(names({ limit: 100, windowSeconds: 60 }, { limit: 1000, windowSeconds: 86_400 })).toEqual([
    "Urblock, 1 min 00 s",
    "Urblock, 1 day",
  ]);
});

test("two windows of one name and length are told apart by their limit", () => {
  expect(names({ limit: 100, windowSeconds: 60 }, { limit: 5, windowSeconds: 60 })).toEqual([
    "Urblock, limit 100",
    "Urblock, limit 5",
  ]);
  expect(names({ limit: 100 }, {})).toEqual(["Urblock, limit 100", "Urblock, limit not stated"]);
});

test("several keys are numbered, and one window for each needs nothing more", () => {
  expect(names({ key: "none", limit: 100 }, { key: "1abc", limit: 100 })).toEqual([
    "Urblock, no key",
    "Urblock, key 2",
  ]);
});
