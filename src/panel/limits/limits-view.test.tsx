import { describe, expect, test } from "vitest";
import { aProvider } from "../../catalogue/testing/a-provider.ts";
import { parseRateLimit } from "../../timing/parse-rate-limit.ts";
import { createMeters, type Meters } from "../../timing/meters.ts";
import { updateMeters } from "../../timing/update-meters.ts";
import { aCall, aFeed, aPanel, START } from "../testing/panel.tsx";
import { aClock, drawn, textOf } from "../testing/render.ts";
import { allByRole, byRole } from "../testing/roles.ts";
import { LimitsView } from "./limits-view.tsx";

const SECONDS = 1_000;
const PROVIDER = aProvider({
  limits: [
    { scope: "Free plan (limits page)", says: "60 requests a minute", limit: 60, windowSeconds: 60, source: "seed" },
    {
      scope: "Old plan (FAQ)",
      says: "1,000 requests a day",
      limit: 1000,
      windowSeconds: 86_400,
      source: "https://docs.example.test/faq",
    },
  ],
  conflicts: [
    {
      about: "How many requests a plan allows.",
      sides: [
        { says: "60 a minute", source: "seed" },
        { says: "1,000 a day", source: "https://docs.example.test/faq" },
      ],
    },
    {
      about: "How lists are paged.",
      sides: [
        { says: "By cursor.", source: "seed" },
        { says: "By page.", source: "https://docs.example.test/lists" },
      ],
    },
  ],
});

/** Meters after one response each `everySeconds`, counting down from `from`. */
function metersOf(
  counts: readonly number[],
  options: { readonly headers?: Readonly<Record<string, string>>; readonly everySeconds?: number } = {},
): Meters {
  return counts.reduce((meters, remaining, index) => {
    const at = START + index * (options.everySeconds ?? 5) * SECONDS;
    const headers = { "X-RateLimit-Limit": "60", "X-RateLimit-Remaining": String(remaining), ...options.headers };
    return updateMeters(meters, {
      api: "example",
      method: "GET",
      url: "https://api.example.test/v1/things",
      headers: [],
      rateLimit: parseRateLimit({
        url: "https://api.example.test/v1/things",
        status: 200,
        headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
        body: null,
        receivedAt: at,
      }),
      at,
    });
  }, createMeters());
}

function shown(meters: Meters, provider = PROVIDER, now = START + 10 * SECONDS): HTMLElement {
  return drawn(<LimitsView meters={meters} providerOf={() => provider} clock={aClock(now)} />);
}

describe("the Limits view", () => {
  test("without any response that told of a limit says so", () => {
    expect(textOf(shown(createMeters()))).toContain("No rate limits seen yet");
  });

  test("shows a meter, the reset and what spends the window", () => {
    const root = shown(metersOf([60], { headers: { "X-RateLimit-Reset": "30" } }));
    expect(byRole(root, "meter").getAttribute("aria-valuenow")).toBe("60");
    expect(byRole(root, "timer").textContent).toBe("20 s");
    expect(textOf(root)).toContain("60 of 60 left");
    expect(textOf(root)).toContain("1 × GET /v1/things");
  });

  test("draws what was left over time, and says it in words", () => {
    const root = shown(metersOf([60, 50, 40]));
    expect(byRole(root, "img").getAttribute("aria-label")).toBe(
      "Remaining went from 60 to 40 in 10 s, over 3 responses",
    );
    expect(root.querySelector(".sparkline-line")?.getAttribute("d")).toMatch(/^M2 2H80V[\d.]+H158V[\d.]+$/);
  });

  test("says when the limit will be reached at this pace", () => {
    expect(textOf(shown(metersOf([60, 50, 40])))).toContain(
      "Used at 120 a minute. At this pace the limit is reached in about 20 s.",
    );
  });

  test("says that the window resets first where it does", () => {
    const root = shown(metersOf([60, 59, 58], { headers: { "X-RateLimit-Reset": "30" } }));
    expect(textOf(root)).toContain("At this pace the window resets before the limit is reached.");
  });

  test("tells no pace from a single response", () => {
    expect(textOf(shown(metersOf([60])))).toContain("Too few calls in the last minute to calculate a pace.");
  });

  test("names the plan the numbers look like, and the pages that disagree about plans only", () => {
    const text = textOf(shown(metersOf([60])));
    expect(text).toContain("Free plan (limits page): 60 requests a minute");
    expect(text).not.toContain("Old plan");
    expect(text).toContain("The documentation disagrees: How many requests a plan allows.");
    expect(text).not.toContain("How lists are paged");
  });

  test("repeats the policy that the response states", () => {
    const root = shown(metersOf([60], { headers: { "X-RateLimit-Policy": "60;w=60" } }));
    expect(textOf(root)).toContain("60 a minute, as stated by the response");
  });

  test("of a sliding window reads more quota from, not resets", () => {
    const sliding = aProvider({ rateLimit: { headers: { source: "seed" }, sliding: true } });
    const text = textOf(shown(metersOf([0], { headers: { "X-RateLimit-Reset": "30" } }), sliding));
    expect(text).toContain("More quota from");
    expect(text).not.toContain("Resets at");
  });

  test("says how far this computer's clock is off where it matters, and is silent where it is not", () => {
    const ahead = { Date: new Date(START - 300 * SECONDS).toUTCString() };
    expect(textOf(shown(metersOf([60], { headers: ahead })))).toContain(
      "This computer’s clock is 5 min 00 s ahead of the server’s",
    );
    const exact = { Date: new Date(START).toUTCString() };
    expect(textOf(shown(metersOf([60], { headers: exact })))).not.toContain("clock is");
  });

  test("does not count a response from a cache", () => {
    const root = shown(metersOf([60], { headers: { Age: "30" } }));
    expect(textOf(root)).toContain("No rate limits seen yet");
  });
});

describe("the Limits toggle", () => {
  test("shows the limits instead of the timeline and the timeline again", async () => {
    const panel = await aPanel({
      feed: aFeed([aCall({ headers: { "X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "12" } })]),
    });
    const toggle = byRole(panel.root, "button", "Limits");
    expect(toggle.getAttribute("aria-pressed")).toBe("false");
    toggle.click();
    await panel.settled();
    expect(toggle.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => byRole(panel.root, "region", "Limits")).toBeDefined();
    const view = byRole(panel.root, "region", "Limits");
    expect(textOf(view)).toContain("12 of 60 left");
    expect(allByRole(panel.root, "grid")).toHaveLength(0);
    // The strip above the timeline would say the same once more.
    expect(allByRole(panel.root, "list", "Rate limits")).toHaveLength(0);
    toggle.click();
    await panel.settled();
    expect(allByRole(panel.root, "grid")).toHaveLength(1);
  });
});
