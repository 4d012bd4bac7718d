import { describe, expect, test } from "vitest";
import { waitInText } from "./text-waits.ts";

const NOW = Date.UTC(2026, 0, 14, 10, 30);

describe("a wait that a sentence states is read", () => {
  test.each([
    ["Try again in 2 seconds.", 2000],
    ["Please retry after 86400 seconds.", 86_400_000],
    ["Please try again in 20s.", 20_000],
    ["Please try again in 1m30s. Visit the page to learn more.", 90_000],
    ["Please try again in 7m12s", 432_000],
    ["Please try again in 120ms", 120],
    ["Please retry in 47.123s.", 47_123],
    ["Too Many Requests: retry after 5", 5000],
    ["Request was throttled. Expected available in 86399 seconds.", 86_399_000],
    ["You are doing that too much. Try again in 9 minutes.", 540_000],
    ["Wait 5 minutes before the next request.", 300_000],
    ["too many requests from this IP, more requests available in 51 seconds", 51_000],
    ["Rate limit is exceeded. Try again in 1 hour and 5 minutes.", 3_900_000],
    ["A wait of 51 seconds is required", 51_000],
    ["Please wait a minute.", 60_000],
  ])("%s", (text, ms) => {
    expect(waitInText(text, NOW)?.time).toMatchObject({ kind: "relative", ms });
  });

  test.each([
    ["IP banned until 1768387423228. Please use the stream", 1_768_387_423_228],
    ["Rate limit resets at 2026-01-14T10:31:00Z", Date.UTC(2026, 0, 14, 10, 31)],
    ["You are blocked until 2026-01-14 11:00:00 UTC", Date.UTC(2026, 0, 14, 11)],
  ])("%s", (text, ms) => {
    expect(waitInText(text, NOW)?.time).toMatchObject({ kind: "absolute", ms });
  });
});

test.each([
  "Max 5 requests per 10 seconds",
  "The request timed out after 30 seconds",
  "You have exceeded 100 requests in 60 seconds",
  "Please wait a few minutes before you try again.",
  "The token expired at 2026-01-14T10:00:00Z",
  "Try again later.",
  "Order 12345 not found",
])("a sentence that states no wait gives none: %s", (text) => {
  expect(waitInText(text, NOW)).toBeNull();
});

test("a text made to be slow is read at once", () => {
  const startedAt = performance.now();
  for (const part of ["try again in ", "1s ", "wait ", "1 hour and ", "9".repeat(9)])
    waitInText(part.repeat(20_000), NOW);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});
