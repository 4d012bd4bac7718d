import { describe, expect, it } from "vitest";
import { matchingLimits } from "./documented-limit.ts";
import { parsed } from "./testing/a-response.ts";
import type { HeaderRecord } from "./testing/a-response.ts";

const DOCUMENTED = [
  { scope: "Free plan", limit: 60, windowSeconds: 60 },
  { scope: "Batch calls", limit: 100, windowSeconds: 3600 },
  { scope: "General", limit: 100, windowSeconds: 60 },
  { scope: "Enterprise plan" },
];

function scopes(headers: HeaderRecord): readonly string[] {
  const [window] = parsed(headers).windows;
  if (window === undefined) return [];
  const { limit, windowSeconds } = window;
  return matchingLimits({ limit: limit?.value ?? null, windowSeconds }, DOCUMENTED).map(({ scope }) => scope);
}

describe("matchingLimits", () => {
  it("goes by the limit alone if the length of the window is not stated", () => {
    expect(scopes({ "X-RateLimit-Limit": "60" })).toEqual(["Free plan"]);
    expect(scopes({ "X-RateLimit-Limit": "100" })).toEqual(["Batch calls", "General"]);
  });

  it("goes by both if the policy states it", () => {
    expect(scopes({ "X-RateLimit-Limit": "100", "X-RateLimit-Policy": "100;w=60" })).toEqual(["General"]);
  });

  it("matches nothing without a limit or with another one", () => {
    expect(scopes({ "X-RateLimit-Limit": "61" })).toEqual([]);
    expect(scopes({ "X-RateLimit-Remaining": "60" })).toEqual([]);
  });
});
