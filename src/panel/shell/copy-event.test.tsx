import { beforeAll, describe, expect, test } from "vitest";
import type { CopyResult } from "./ports.ts";
import { loadReport } from "../loading/report-loader.ts";
import { aCall, aFeed, aPanel, type MountedPanel } from "../testing/panel.tsx";
import { textOf } from "../testing/render.ts";
import { allByRole, byRole, press } from "../testing/roles.ts";

// The redactor is a file of its own that a mounted panel loads behind its first paint.
beforeAll(async () => {
  await loadReport();
});

const SECRET = "sk_live_EXAMPLEEXAMPLEEXAMPLE0001";

async function panelWithOpenCall(copy?: () => Promise<CopyResult>): Promise<MountedPanel> {
  const panel = await aPanel({
    feed: aFeed([
      aCall({
        status: 404,
        code: "not_found",
        headers: { "X-Request-ID": "req_EXAMPLE1" },
        requestHeaders: { Authorization: `Bearer ${SECRET}` },
      }),
    ]),
    ...(copy === undefined ? {} : { copy }),
  });
  allByRole(panel.root, "row", "not_found").at(-1)?.click();
  await panel.settled();
  return panel;
}

function toast(panel: MountedPanel): string {
  return textOf(allByRole(panel.root, "status").at(-1) ?? panel.root);
}

describe("copying", () => {
  test("puts a report without the key on the clipboard, and says how much was redacted", async () => {
    const panel = await panelWithOpenCall();
    byRole(panel.root, "button", "Copy report").click();
    expect(panel.copied).toHaveLength(1);
    expect(panel.copied[0]).toContain("not_found");
    expect(panel.copied[0]).not.toContain(SECRET);
    await panel.settled();
    expect(toast(panel)).toMatch(/^Report copied, \d+ values? redacted\.$/);
  });

  test("as cURL gives a command without the key", async () => {
    const panel = await panelWithOpenCall();
    byRole(panel.root, "button", "Copy as cURL").click();
    expect(panel.copied[0]).toMatch(/^curl /m);
    expect(panel.copied[0]).not.toContain(SECRET);
  });

  test("of the request id gives the id and nothing else", async () => {
    const panel = await panelWithOpenCall();
    byRole(panel.root, "button", "Copy request id").click();
    expect(panel.copied).toEqual(["req_EXAMPLE1"]);
  });

  test("cuts out a key that only another call of the log gave away, whether before or after it", async () => {
    const token = "Zx8kQ2mVt7Rb4LpN9sWc1Yh6Jd3Gf5Ta";
    const signIn = aCall({ status: 401, code: "signed_out", requestHeaders: { Authorization: `Bearer ${token}` } });
    const echo = aCall({ status: 404, code: "not_found", headers: { "X-Request-ID": token } });
    for (const calls of [
      [signIn, echo],
      [echo, signIn],
    ]) {
      const panel = await aPanel({ feed: aFeed(calls) });
      allByRole(panel.root, "row", "not_found").at(-1)?.click();
      await panel.settled();
      byRole(panel.root, "button", "Copy report").click();
      expect(panel.copied[0]).toContain("not_found");
      expect(panel.copied[0]).not.toContain(token);
    }
  });

  test("with Ctrl+C on a row copies its report", async () => {
    const panel = await panelWithOpenCall();
    expect(press(byRole(panel.root, "grid"), "c", { ctrlKey: true })).toBe(false);
    expect(panel.copied[0]).toContain("not_found");
  });

  test("that the browser refuses is said so", async () => {
    const panel = await panelWithOpenCall(() => Promise.resolve({ ok: false, reason: "The clipboard is blocked." }));
    byRole(panel.root, "button", "Copy report").click();
    await panel.settled();
    expect(toast(panel)).toBe("Nothing was copied: The clipboard is blocked.");
  });
});
