import { describe, expect, it } from "vitest";
import { skewOfResponse } from "./clock-skew.ts";
import { fieldsOf, RECEIVED_AT } from "./testing/a-response.ts";

describe("the skew of one response", () => {
  it.each<[string, Record<string, string | readonly string[]>, number | null]>([
    ["a server five minutes behind", { Date: "Mon, 15 Jan 2024 11:55:00 GMT" }, 300_000],
    ["a server ahead", { Date: "Mon, 15 Jan 2024 12:00:10 GMT" }, -10_000],
    ["a second of rounding", { Date: "Mon, 15 Jan 2024 11:59:59 GMT" }, 1000],
    ["time spent in caches", { Date: "Mon, 15 Jan 2024 11:00:00 GMT", Age: "3600" }, 0],
    ["an invalid Age", { Date: "Mon, 15 Jan 2024 11:59:00 GMT", Age: "old" }, 60_000],
    ["no Date", { Age: "3" }, null],
    ["a server without a clock", { Date: "Thu, 01 Jan 1970 00:00:09 GMT" }, null],
    ["a repeated equal Date", { Date: ["Mon, 15 Jan 2024 11:55:00 GMT", "Mon, 15 Jan 2024 11:55:00 GMT"] }, 300_000],
    ["two Dates that differ", { Date: ["Mon, 15 Jan 2024 11:55:00 GMT", "Mon, 15 Jan 2024 11:56:00 GMT"] }, null],
  ])("given %s", (_, headers, skewMs) => {
    expect(skewOfResponse(fieldsOf(headers), RECEIVED_AT)).toBe(skewMs);
  });
});
