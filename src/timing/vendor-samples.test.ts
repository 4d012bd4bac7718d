import { describe, expect, it } from "vitest";
import { fromReceipt, parsed, RECEIVED_AT } from "./testing/a-response.ts";
import type { HeaderRecord } from "./testing/a-response.ts";

const EPOCH = RECEIVED_AT / 1000;
const ok = { status: 200 };

type Expected = readonly [limit: number | null, remaining: number | null, resetInSeconds: number | null];

describe("limits as vendors send them", () => {
  it.each<[string, HeaderRecord, Expected]>([
    [
      "the three APIs",
      { "X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "45", "X-RateLimit-Reset": `${EPOCH + 38}` },
      [60, 45, 38],
    ],
    [
      "Urblock's policy without a reset",
      { "X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "87", "X-RateLimit-Policy": "100;w=60" },
      [100, 87, null],
    ],
    [
      "GitHub",
      {
        "x-ratelimit-limit": "5000",
        "x-ratelimit-remaining": "4987",
        "x-ratelimit-reset": `${EPOCH + 1800}`,
        "x-ratelimit-used": "13",
        "x-ratelimit-resource": "core",
      },
      [5000, 4987, 1800],
    ],
    [
      "X/Twitter's extra hyphen",
      { "x-rate-limit-limit": "900", "x-rate-limit-remaining": "899", "x-rate-limit-reset": `${EPOCH + 900}` },
      [900, 899, 900],
    ],
    [
      "GitLab",
      {
        "RateLimit-Limit": "600",
        "RateLimit-Remaining": "599",
        "RateLimit-Reset": `${EPOCH + 60}`,
        "RateLimit-ResetTime": "Mon, 15 Jan 2024 12:01:00 GMT",
        "RateLimit-Observed": "1",
        "RateLimit-Name": "throttle_authenticated_api",
      },
      [600, 599, 60],
    ],
    [
      "Reddit",
      { "x-ratelimit-used": "1", "x-ratelimit-remaining": "299.0", "x-ratelimit-reset": "300" },
      [null, 299, 300],
    ],
    [
      "WHOOP",
      {
        "X-RateLimit-Limit": "100, 100;window=60, 10000;window=86400",
        "X-RateLimit-Remaining": "98",
        "X-RateLimit-Reset": "3",
      },
      [100, 98, 3],
    ],
    [
      "Envoy",
      { "x-ratelimit-limit": '10, 10;w=1;name="a", 1000;w=60', "x-ratelimit-remaining": "9", "x-ratelimit-reset": "1" },
      [10, 9, 1],
    ],
    [
      "OpenAI's two windows, of which the tighter counts",
      {
        "x-ratelimit-limit-requests": "60",
        "x-ratelimit-remaining-requests": "59",
        "x-ratelimit-reset-requests": "1s",
        "x-ratelimit-limit-tokens": "150000",
        "x-ratelimit-remaining-tokens": "10",
        "x-ratelimit-reset-tokens": "6m0.5s",
      },
      [150_000, 10, 360.5],
    ],
    [
      "Azure OpenAI's sentinels",
      {
        "x-ratelimit-limit-requests": "-1",
        "x-ratelimit-remaining-requests": "-1",
        "x-ratelimit-limit-tokens": "1000",
        "x-ratelimit-remaining-tokens": "900",
        "x-ratelimit-reset-tokens": "5",
      },
      [1000, 900, 5],
    ],
    [
      "Anthropic",
      {
        "anthropic-ratelimit-requests-limit": "50",
        "anthropic-ratelimit-requests-remaining": "49",
        "anthropic-ratelimit-requests-reset": "2024-01-15T12:00:01Z",
        "anthropic-ratelimit-input-tokens-limit": "40000",
        "anthropic-ratelimit-input-tokens-remaining": "0",
        "anthropic-ratelimit-input-tokens-reset": "2024-01-15T12:01:00Z",
      },
      [40_000, 0, 60],
    ],
    [
      "Discord, whose delta needs no clock",
      {
        "X-RateLimit-Limit": "5",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": `${EPOCH + 99}.12`,
        "X-RateLimit-Reset-After": "64.57",
        "X-RateLimit-Bucket": "abcd1234",
        "X-RateLimit-Scope": "user",
        "X-RateLimit-Global": "true",
      },
      [5, 0, 64.57],
    ],
    ["Shopify", { "X-Shopify-Shop-Api-Call-Limit": "32/40" }, [40, 8, null]],
    ["Azure Resource Manager", { "x-ms-ratelimit-remaining-subscription-reads": "11999" }, [null, 11_999, null]],
    [
      "Azure Compute",
      { "x-ms-ratelimit-remaining-resource": "Microsoft.Compute/HighCostGet3Min;159,Microsoft.Compute/X30Min;20" },
      [null, 20, null],
    ],
    [
      "Gravitee's milliseconds",
      { "x-rate-limit-limit": "10", "x-rate-limit-remaining": "9", "x-rate-limit-reset": `${RECEIVED_AT + 1500}` },
      [10, 9, 1.5],
    ],
    [
      "Linear",
      {
        "X-RateLimit-Requests-Limit": "1500",
        "X-RateLimit-Requests-Remaining": "1499",
        "X-RateLimit-Requests-Reset": `${RECEIVED_AT + 3_600_000}`,
        "X-RateLimit-Complexity-Limit": "250000",
        "X-RateLimit-Complexity-Remaining": "1000",
        "X-RateLimit-Complexity-Reset": `${RECEIVED_AT + 60_000}`,
      },
      [250_000, 1000, 60],
    ],
    [
      "RapidAPI's deltas under the same names",
      {
        "X-RateLimit-Requests-Limit": "500",
        "X-RateLimit-Requests-Remaining": "20",
        "X-RateLimit-Requests-Reset": "86400",
      },
      [500, 20, 86_400],
    ],
    [
      "Vimeo",
      {
        "X-RateLimit-Limit": "100",
        "X-RateLimit-Remaining": "94",
        "X-RateLimit-Reset": "2024-01-15T12:01:00+00:00",
      },
      [100, 94, 60],
    ],
    [
      "Yelp",
      {
        "RateLimit-DailyLimit": "500",
        "RateLimit-Remaining": "499",
        "RateLimit-ResetTime": "2024-01-16T00:00:00+00:00",
      },
      [500, 499, 43_200],
    ],
    [
      "Jira, without seconds",
      { "X-RateLimit-Limit": "350", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "2024-01-15T12:08Z" },
      [350, 0, 480],
    ],
    [
      "lemlist",
      {
        "X-RateLimit-Limit": "20",
        "X-RateLimit-Remaining": "19",
        "X-RateLimit-Reset": "Mon Jan 15 2024 12:00:02 GMT+0000 (Coordinated Universal Time)",
      },
      [20, 19, 2],
    ],
    ["Strava", { "X-RateLimit-Limit": "200,2000", "X-RateLimit-Usage": "10,1900" }, [2000, 100, null]],
    ["Riot", { "X-App-Rate-Limit": "100:120,20:1", "X-App-Rate-Limit-Count": "30:120,20:1" }, [20, 0, null]],
    [
      "Kong",
      {
        "RateLimit-Limit": "10",
        "RateLimit-Remaining": "4",
        "RateLimit-Reset": "47",
        "X-RateLimit-Limit-Minute": "10",
        "X-RateLimit-Remaining-Minute": "4",
        "X-RateLimit-Limit-Hour": "500",
        "X-RateLimit-Remaining-Hour": "450",
      },
      [10, 4, 47],
    ],
    [
      "Kong where only the generic reset is sent",
      { "X-RateLimit-Limit-Minute": "10", "X-RateLimit-Remaining-Minute": "0", "RateLimit-Reset": "47" },
      [10, 0, 47],
    ],
    [
      "Zendesk's endpoint bucket",
      {
        "X-Rate-Limit": "700",
        "X-Rate-Limit-Remaining": "699",
        "Zendesk-RateLimit-Tickets": "total=100; remaining=9; resets=41",
      },
      [100, 9, 41],
    ],
    [
      "Docker Hub, whose w is the window and no reset",
      { "ratelimit-limit": "100;w=21600", "ratelimit-remaining": "76;w=21600", "docker-ratelimit-source": "192.0.2.1" },
      [100, 76, null],
    ],
    [
      "Salesforce",
      { "Sforce-Limit-Info": "api-usage=18/5000; per-app-api-usage=17/250(appName=sample)" },
      [250, 233, null],
    ],
    [
      "Sentry",
      {
        "X-Sentry-Rate-Limit-Limit": "40",
        "X-Sentry-Rate-Limit-Remaining": "39",
        "X-Sentry-Rate-Limit-Reset": `${EPOCH + 1}`,
        "X-Sentry-Rate-Limit-ConcurrentLimit": "25",
        "X-Sentry-Rate-Limit-ConcurrentRemaining": "25",
      },
      [40, 39, 1],
    ],
    ["Cloudflare", { Ratelimit: '"default";r=50;t=30', "Ratelimit-Policy": '"burst";q=100;w=60' }, [null, 50, 30]],
    [
      "express-rate-limit 8, with blanks after the semicolons",
      {
        RateLimit: '"100-in-15min"; r=99; t=900',
        "RateLimit-Policy": '"100-in-15min"; q=100; w=900; pk=:c2FtcGxl:',
      },
      [100, 99, 900],
    ],
    [
      "express-rate-limit's two families at once",
      {
        "RateLimit-Policy": "5;w=60",
        "RateLimit-Limit": "5",
        "RateLimit-Remaining": "3",
        "RateLimit-Reset": "60",
        "X-RateLimit-Limit": "5",
        "X-RateLimit-Remaining": "3",
        "X-RateLimit-Reset": `${EPOCH + 60}`,
      },
      [5, 3, 60],
    ],
  ])("reads %s", (_, headers, [limit, remaining, reset]) => {
    const result = parsed(headers, ok);
    expect([result.limit, result.remaining, fromReceipt(result.resetAt)]).toEqual([limit, remaining, reset]);
    expect(result.retryAt).toBeNull();
  });

  it("lists every window with its name and length", () => {
    const result = parsed(
      {
        "X-RateLimit-Limit-Minute": "10",
        "X-RateLimit-Remaining-Minute": "4",
        "X-RateLimit-Limit-Hour": "500",
        "X-RateLimit-Remaining-Hour": "450",
      },
      ok,
    );
    expect(result.windows.map(({ name, windowSeconds }) => [name, windowSeconds])).toEqual([
      ["minute", 60],
      ["hour", 3600],
    ]);
  });

  it("names a window after GitHub's resource", () => {
    const result = parsed({ "x-ratelimit-remaining": "3", "x-ratelimit-resource": "search" }, ok);
    expect(result.windows.map((window) => window.name)).toEqual(["search"]);
  });

  it("keeps the raw text of each number", () => {
    const result = parsed({ "X-RateLimit-Remaining": "299.0", "X-RateLimit-Reset": "300" }, ok);
    expect(result.windows[0]?.remaining?.provenance).toEqual({
      from: "header",
      name: "X-RateLimit-Remaining",
      raw: "299.0",
      form: "count",
      skewMs: 0,
    });
    expect(result.windows[0]?.resetAt?.provenance).toMatchObject({ raw: "300", form: "delta-seconds" });
  });
});
