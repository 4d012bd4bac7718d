import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHttpDate, parseIsoInstant, parseJsDateText } from "./http-date.ts";

const IN_2024 = Date.UTC(2024, 0, 15, 12);
const THE_DATE = Date.UTC(1994, 10, 6, 8, 49, 37);

describe("parseHttpDate", () => {
  it.each([
    ["IMF-fixdate", "Sun, 06 Nov 1994 08:49:37 GMT"],
    ["the RFC 850 form", "Sunday, 06-Nov-94 08:49:37 GMT"],
    ["asctime", "Sun Nov  6 08:49:37 1994"],
  ])("reads %s", (_, text) => {
    expect(parseHttpDate(text, IN_2024)).toBe(THE_DATE);
  });

  it("reads an asctime with a day of two digits", () => {
    expect(parseHttpDate("Wed Nov 16 08:49:37 1994", IN_2024)).toBe(Date.UTC(1994, 10, 16, 8, 49, 37));
  });

  it("takes second 60 for the second after 59", () => {
    expect(parseHttpDate("Sat, 31 Dec 2016 23:59:60 GMT", IN_2024)).toBe(Date.UTC(2017, 0, 1));
  });

  it("does not compare the name of the day with the date", () => {
    expect(parseHttpDate("Mon, 06 Nov 1994 08:49:37 GMT", IN_2024)).toBe(THE_DATE);
  });

  it.each([
    ["Monday, 15-Jan-24 12:00:30 GMT", IN_2024, 2024],
    ["Monday, 14-Jan-74 12:00:00 GMT", IN_2024, 2074],
    ["Monday, 15-Jan-74 12:00:00 GMT", IN_2024, 2074],
    ["Monday, 16-Jan-74 12:00:00 GMT", IN_2024, 1974],
    ["Friday, 31-Dec-99 23:59:59 GMT", IN_2024, 1999],
    ["Monday, 01-Jan-01 00:00:00 GMT", Date.UTC(2099, 11, 31), 2101],
  ])("with a two-digit year reads %s, received at %d, as of %d", (text, receivedAt, year) => {
    const read = parseHttpDate(text, receivedAt);
    expect(read === null ? null : new Date(read).getUTCFullYear()).toBe(year);
  });

  it("finds the leap day of a two-digit year", () => {
    expect(parseHttpDate("Thursday, 29-Feb-24 00:00:00 GMT", IN_2024)).toBe(Date.UTC(2024, 1, 29));
  });

  it.each([
    "",
    "Fri, 30 Feb 2024 00:00:00 GMT",
    "Wed, 29 Feb 2023 00:00:00 GMT",
    "Wed, 00 Jan 2024 00:00:00 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT",
    "Sun, 06 Nov 1994 08:60:00 GMT",
    "Sun, 06 Nov 1994 08:49:61 GMT",
    "Sun, 6 Nov 1994 08:49:37 GMT",
    "sun, 06 nov 1994 08:49:37 gmt",
    "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 UTC",
    "Sun, 06 Nov 1994 08:49:37 +0000",
    "Sun, 06 Nov 94 08:49:37 GMT",
    "Sunday, 06-Nov-1994 08:49:37 GMT",
    "06 Nov 1994 08:49:37 GMT",
    "Sun Nov 6 1994",
    "Sun, 06 Nov 1994 08:49:37 GMT; foo",
    "tomorrow",
  ])("does not take %j for a date", (text) => {
    expect(parseHttpDate(text, IN_2024)).toBeNull();
  });

  it("gives null for a two-digit year if the instant of receipt is invalid", () => {
    expect(parseHttpDate("Sunday, 06-Nov-94 08:49:37 GMT", Number.NaN)).toBeNull();
  });

  it("reads back every instant that the platform writes", () => {
    const seconds = fc.integer({ min: 0, max: 253_402_300_799 });
    fc.assert(fc.property(seconds, (at) => parseHttpDate(new Date(at * 1000).toUTCString(), IN_2024) === at * 1000));
  });
});

describe("parseIsoInstant", () => {
  const AT = Date.UTC(2024, 0, 15, 14, 42, 5);
  it.each([
    ["2024-01-15T14:42:05Z", AT],
    ["2024-01-15t14:42:05z", AT],
    ["2024-01-15 14:42:05Z", AT],
    ["2024-01-15 14:42:05 UTC", AT],
    ["2024-01-15T14:42:05.250Z", AT + 250],
    ["2024-01-15T14:42:05.123456789Z", AT + 123.456789],
    ["2024-01-15T15:42:05+01:00", AT],
    ["2024-01-15T09:12:05-0530", AT],
    ["2024-01-15T15:42:05+01", AT],
    ["2024-01-15T14:42Z", AT - 5000],
    ["2016-12-31T23:59:60Z", Date.UTC(2017, 0, 1)],
  ])("reads %s", (text, at) => {
    expect(parseIsoInstant(text)).toBeCloseTo(at, 5);
  });

  it.each([
    "2024-01-15T14:42:05",
    "2024-01-15",
    "2024-02-30T00:00:00Z",
    "2024-13-01T00:00:00Z",
    "2024-01-15T24:00:00Z",
    "2024-01-15T14:42:05+24:00",
    "2024-01-15T14:42:05 CET",
    "20240115T144205Z",
    "+002024-01-15T14:42:05Z",
  ])("does not take %j for an instant", (text) => {
    expect(parseIsoInstant(text)).toBeNull();
  });

  it("reads back every instant that the platform writes", () => {
    const instants = fc.integer({ min: 0, max: 253_402_300_799_999 });
    fc.assert(
      fc.property(instants, (at) => Math.abs((parseIsoInstant(new Date(at).toISOString()) ?? NaN) - at) < 0.01),
    );
  });
});

describe("parseJsDateText", () => {
  it.each([
    ["Mon Jan 15 2024 14:42:05 GMT+0000 (Coordinated Universal Time)", Date.UTC(2024, 0, 15, 14, 42, 5)],
    ["Mon Jan 15 2024 14:42:05 GMT+0100", Date.UTC(2024, 0, 15, 13, 42, 5)],
    ["Mon Jan 15 2024 14:42:05 GMT-0930 (MART)", Date.UTC(2024, 0, 16, 0, 12, 5)],
  ])("reads %s", (text, at) => {
    expect(parseJsDateText(text)).toBe(at);
  });

  it.each(["Mon Jan 15 2024 14:42:05", "Mon Jan 15 2024", "Mon Jan 32 2024 14:42:05 GMT+0000", "Invalid Date"])(
    "does not take %j for an instant",
    (text) => {
      expect(parseJsDateText(text)).toBeNull();
    },
  );
});
