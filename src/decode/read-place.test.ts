import { describe, expect, test } from "vitest";
import { document, entry, event, page } from "./testing/written-document.ts";

describe("a wait", () => {
  const retry = { advise: "after-delay", reason: "Wait.", basis: "documented", waitSeconds: 60 };
  const acme = document({
    envelopes: [
      {
        name: "e",
        requires: ["/message"],
        message: "/message",
        code: "/code",
        wait: [
          { at: "/message", after: "try again in ", unit: "duration" },
          { at: "/message", after: "after ", before: " seconds", unit: "seconds" },
        ],
        limit: { at: "/message", after: "Limit " },
        source: page,
      },
    ],
    codes: { slow: entry("Too many requests", { retry }) },
  });

  test.each([
    ["Rate limit reached. Limit 3. Please try again in 6m0s. Visit us.", 360],
    ["Please try again in 1.5s.", 2],
    ["you can only request this after 54 seconds.", 54],
    ["no wait at all", 60],
  ])("is read from the text %j, else taken from the document", (message, waitSeconds) => {
    expect(event(acme, { status: 429, body: { code: "slow", message } }).advice).toMatchObject({ waitSeconds });
  });

  test("gives way to a Retry-After header", () => {
    const response = {
      status: 429,
      headers: { "retry-after": "7" },
      body: { code: "slow", message: "try again in 20s" },
    };
    expect(event(acme, response).advice.waitSeconds).toBe(7);
  });

  test("comes with a limit that the text names", () => {
    const body = { code: "slow", message: "Limit 3 reached" };
    expect(event(acme, { status: 429, body }).rateLimit.limit).toBe(3);
  });
});
