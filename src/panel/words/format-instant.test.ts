import { expect, test } from "vitest";
import { formatInstant, formatMoment, formatTimeOfDay } from "./format-instant.ts";

// Built from local parts, so that the tests hold in every time zone.
const at = new Date(2026, 0, 31, 14, 3, 9, 82).getTime();

test("writes the local time of day to the millisecond", () => {
  expect(formatTimeOfDay(at)).toBe("14:03:09.082");
});

test("writes an instant with its date and distance from UTC", () => {
  expect(formatInstant(at)).toMatch(/^2026-01-31 14:03:09\.082 [+-]\d\d:\d\d$/);
  expect(Date.parse(formatInstant(at).replace(" ", "T").replace(" ", ""))).toBe(at);
});

test("names the day of a moment only when it is not today, and the year when it is not this one", () => {
  expect(formatMoment(at, at)).toBe("14:03:09");
  expect(formatMoment(at, new Date(2026, 0, 30, 23).getTime())).toBe("Jan 31, 14:03:09");
  expect(formatMoment(at, new Date(2025, 11, 31).getTime())).toBe("Jan 31 2026, 14:03:09");
});

test("writes nothing for what is no instant", () => {
  expect([formatTimeOfDay(Number.NaN), formatInstant(Infinity), formatMoment(9e15, at)]).toEqual(["", "", ""]);
});
