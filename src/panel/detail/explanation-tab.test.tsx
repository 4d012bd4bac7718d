import { describe, expect, test, vi } from "vitest";
import { aProvider } from "../../catalogue/testing/a-provider.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import type { Finding } from "../../timeline/finding.ts";
import { anEvent, type EventShape, START } from "../../timeline/testing/an-event.ts";
import { aClock, drawn, textOf } from "../testing/render.ts";
import { allByRole, byRole } from "../testing/roles.ts";
import { ExplanationTab } from "./explanation-tab.tsx";

const provider = aProvider({ requestId: { headers: [{ name: "X-Request-ID", source: "seed" }] } });

function tab(
  event: ApiEvent,
  extra: {
    readonly findings?: readonly Finding[];
    readonly onCopy?: () => void;
    readonly onDescribe?: () => void;
    readonly sliding?: boolean;
  } = {},
): HTMLElement {
  return drawn(
    <ExplanationTab
      event={event}
      provider={
        extra.sliding === true ? { ...provider, rateLimit: { headers: { source: "seed" }, sliding: true } } : provider
      }
      findings={extra.findings ?? []}
      notes={event.notes}
      clock={aClock(START)}
      onCopyRequestId={extra.onCopy ?? (() => undefined)}
      onCopyCode={() => undefined}
      onDescribe={extra.onDescribe ?? (() => undefined)}
    />,
  );
}

function aFailure(shape: EventShape = {}): ApiEvent {
  return anEvent({ status: 429, code: "slow_down", title: "Too many requests", ...shape });
}

describe("the explanation", () => {
  test("offers to describe a code that the catalogue lacks, and no other", () => {
    let described = 0;
    const onDescribe = (): void => {
      described += 1;
    };
    const unknown = aFailure({ meaning: "unknown-code", explainedBy: "status" });
    byRole(tab(unknown, { onDescribe }), "button", "Add to the catalogue").click();
    expect(described).toBe(1);
    expect(allByRole(tab(aFailure()), "button", "Add to the catalogue")).toHaveLength(0);
  });

  test("lists the parts of an answer with the status, code and advice of each", () => {
    const good = { status: 201, failed: false, code: null, message: null, retry: null };
    const bad = { status: 503, failed: true, code: "busy", message: "Later.", retry: "yes" } as const;
    const few = tab({
      ...aFailure(),
      items: [
        { ...good, label: "a" },
        { ...bad, label: "b" },
      ],
    });
    expect([...few.querySelectorAll(".items tbody tr")].map((row) => textOf(row))).toEqual([
      "a 201",
      expect.stringMatching(/^b 503 ?busy ?Later\. ?\S/),
    ]);
    // Of very many, those that failed.
    const many = Array.from({ length: 300 }, (_, index) => ({ ...(index % 2 === 0 ? good : bad), label: `n${index}` }));
    const root = tab({ ...aFailure(), items: many });
    expect(root.querySelectorAll(".items tbody tr")).toHaveLength(100);
    expect(root.querySelector(".items caption")?.textContent).toMatch(/150 of 300 failed\. .*first 100/);
    expect(tab(aFailure()).querySelector(".items")).toBeNull();
  });

  test("puts the verdict first, as the heading", () => {
    expect(textOf(byRole(tab(aFailure()), "heading", "Too many"))).toBe("Too many requests");
  });

  test("says each cause's verdict in words, confirmed ones first", () => {
    const root = tab(
      aFailure({
        causes: [
          { text: "The key expired.", verdict: "ruled-out" },
          { text: "The plan is too small.", verdict: "cannot-tell" },
          { text: "Bearer is missing.", verdict: "confirmed", evidence: "Authorization holds no Bearer." },
        ],
      }),
    );
    expect([...root.querySelectorAll(".cause")].map(textOf)).toEqual([
      "ConfirmedBearer is missing.Authorization holds no Bearer.",
      "Cannot tellThe plan is too small.",
      "Ruled outThe key expired.",
    ]);
  });

  test("keeps the earliest retry and the window's reset apart", () => {
    const event = aFailure({ retryAfter: 30, rateLimit: { resetAt: START + 600_000 } });
    const box = textOf(byRole(tab(event), "region", "Advice"));
    expect(box).toContain("May retry at");
    expect(box).toContain("(31 s)");
    expect(box).toContain("Window resets at");
    expect(box).toContain("(10 min 00 s)");
  });

  test("for a sliding window, promises more quota and no reset", () => {
    const box = textOf(
      byRole(tab(aFailure({ rateLimit: { resetAt: START + 60_000 } }), { sliding: true }), "region", "Advice"),
    );
    expect(box).toContain("More quota from");
    expect(box).not.toContain("resets");
  });

  test("counts nothing down for a monthly quota", () => {
    const resetAt = START + 10_000;
    const provenance = { from: "header", name: "X", raw: "10", form: "delta-seconds", skewMs: 0 } as const;
    const event = aFailure({
      rateLimit: {
        resetAt,
        windows: [
          { name: "", limit: null, remaining: null, resetAt: { value: resetAt, provenance }, windowSeconds: null },
        ],
      },
    });
    const root = tab({ ...event, advice: { ...event.advice, retryAt: null, cautions: ["quota"] } });
    const box = byRole(root, "region", "Advice");
    expect(allByRole(root, "timer")).toHaveLength(0);
    expect(textOf(box)).toContain("daily or monthly quota");
  });

  test.each([
    ["shows a short wait on an allowance as a time and does not count it down", 30, 0],
    ["counts down to the end of an allowance that is hours away", 3600, 1],
  ])("%s", (_, waitSeconds, timers) => {
    const event = aFailure({ retryAfter: waitSeconds });
    const box = byRole(tab({ ...event, advice: { ...event.advice, cautions: ["quota"] } }), "region", "Advice");
    expect(textOf(box)).toContain("May retry at");
    expect(allByRole(box, "timer").length > 0).toBe(timers > 0);
  });

  test("says where the advice comes from", () => {
    const event = aFailure({ retryAfter: 30 });
    const withSource: ApiEvent = {
      ...event,
      advice: { ...event.advice, basis: "header" },
      rateLimit: {
        ...event.rateLimit,
        retryProvenance: { from: "header", name: "Retry-After", raw: "30", form: "delta-seconds", skewMs: 0 },
      },
    };
    expect(textOf(byRole(tab(withSource), "region", "Advice"))).toContain("a response header: Retry-After 30");
  });

  test("shows a request id with a button that copies it", () => {
    const onCopy = vi.fn();
    const root = tab(aFailure({ requestId: { value: "req_EXAMPLE", from: "header", name: "X-Request-ID" } }), {
      onCopy,
    });
    expect(textOf(root)).toContain("req_EXAMPLEfrom the header X-Request-ID");
    byRole(root, "button", "Copy request id").click();
    expect(onCopy).toHaveBeenCalledOnce();
  });

  test("without a request id, says where it was looked for", () => {
    const line = [...tab(aFailure()).querySelectorAll("p")].find((one) => textOf(one).startsWith("No request id"));
    expect(line?.title).toBe("Checked: the header X-Request-ID");
  });

  test("shows both sides of a contradiction with their sources, and what no page says", () => {
    const root = tab(
      aFailure({
        unstated: ["No page states the status."],
        conflicts: [
          {
            about: "Whether to retry.",
            sides: [
              { says: "One page says yes.", source: "https://docs.example.test/a" },
              { says: "The table says no.", source: "seed" },
            ],
          },
        ],
      }),
    );
    expect(textOf(root)).toContain("No page states the status.");
    expect(textOf(root)).toContain("One page says yes. (docs.example.test/a)");
    expect(textOf(root)).toContain("The table says no. (the provider’s error reference)");
  });

  test("links only to https, in a new tab and without a referrer", () => {
    const link = byRole(tab(aFailure({ docs: "https://docs.example.test/errors" })), "link");
    expect([link.getAttribute("href"), link.getAttribute("target"), link.getAttribute("rel")]).toEqual([
      "https://docs.example.test/errors",
      "_blank",
      "noreferrer",
    ]);
    expect(allByRole(tab(aFailure({ docs: "javascript:alert(1)" })), "link")).toHaveLength(0);
  });

  test("shows markup in a message as the text it is", () => {
    const root = tab(aFailure({ message: "<img src=x onerror=alert(1)>" }));
    expect(textOf(root)).toContain("<img src=x onerror=alert(1)>");
    expect(root.querySelector("img")).toBeNull();
  });

  test("shows findings with the change that mends them and their rule", () => {
    const finding: Finding = {
      id: "retried-too-early",
      text: "Retried 0.3 s after a 429 that asked for 45 s.",
      change: "Wait as long as Retry-After says.",
      rule: "RFC 9110 section 10.2.3",
      related: [],
    };
    const text = textOf(tab(aFailure(), { findings: [finding] }));
    expect(text).toContain("Retried 0.3 s after a 429 that asked for 45 s.");
    expect(text).toContain("Wait as long as Retry-After says.");
    expect(text).toContain("retried-too-early · RFC 9110 section 10.2.3");
  });

  test("given an unknown code, says that the catalogue lacks it", () => {
    expect(textOf(tab(aFailure({ meaning: "unknown-code", explainedBy: "status" })))).toContain(
      "Not in Example’s catalogue",
    );
  });
});
