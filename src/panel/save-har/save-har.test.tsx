import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { decode } from "../../decode/decode.ts";
import { parseHar } from "../../report/testing/har-format.ts";
import { aCall, aFeed, aPanel, EXAMPLE, type MountedPanel } from "../testing/panel.tsx";
import { byRole } from "../testing/roles.ts";
import { portionsOf, startHar } from "./har-job.ts";

const KEY = "sk_live_EXAMPLE4eC39HqLyjWDarjtT1";

const calls = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aCall({
      id: `call-${index}`,
      at: index * 1000,
      path: `/v1/things?n=${index}`,
      status: index % 2 === 0 ? 404 : 200,
      ...(index % 2 === 0 ? { code: "not_found" } : {}),
      requestHeaders: { Authorization: `Bearer ${KEY}` },
    }),
  );

const saved: { name: string; blob: Blob }[] = [];

beforeEach(async () => {
  // Both are loaded when they are first asked for.
  await Promise.all([import("./save-har-dialog.tsx"), import("../menu/panel-menu.tsx")]);
  let last: Blob | undefined;
  vi.stubGlobal("Worker", undefined);
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    last = blob as Blob;
    return "blob:test";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    if (last !== undefined) saved.push({ name: this.download, blob: last });
  });
  saved.length = 0;
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function openDialog(panel: MountedPanel): Promise<HTMLElement> {
  byRole(panel.root, "button", "More").click();
  await panel.settled();
  byRole(panel.root, "menuitem", "Save calls as HAR").click();
  await panel.settled();
  const dialog = panel.root.querySelector<HTMLElement>(".save-har-dialog");
  if (dialog === null) throw new Error("The dialog is not open.");
  return dialog;
}

const urls = async (): Promise<readonly string[]> =>
  parseHar((await saved[0]?.blob.text()) ?? "").log.entries.map(({ request }) => request.url);

describe("saving the calls as a HAR", () => {
  test("holds all of more than a hundred calls, redacted, and says how many", async () => {
    const panel = await aPanel({ feed: aFeed(calls(150)) });
    const dialog = await openDialog(panel);
    byRole(dialog, "button", "Save 150 calls").click();
    await expect.poll(() => dialog.textContent).toContain("150 calls were saved. 150 values were redacted.");
    expect(await urls()).toEqual(
      Array.from({ length: 150 }, (_, index) => `https://api.example.test/v1/things?n=${index}`),
    );
    expect(saved[0]?.name).toBe("faultline-2024-01-15T12-01-00.har");
    expect(await saved[0]?.blob.text()).not.toContain(KEY);
    byRole(dialog, "button", "Save the file again").click();
    expect(saved).toHaveLength(2);
  });

  test("holds the calls in the list, those folded into a row too, or all where that is chosen", async () => {
    const settings = { errorsOnly: true, groupRepeats: true };
    const panel = await aPanel({ feed: aFeed(calls(120)), settings });
    const dialog = await openDialog(panel);
    byRole(dialog, "button", "Save 60 calls").click();
    await expect.poll(() => saved).toHaveLength(1);
    expect(await urls()).toHaveLength(60);
    panel.unmount();

    const again = await aPanel({ feed: aFeed(calls(120)), settings });
    const other = await openDialog(again);
    const [, all] = other.querySelectorAll<HTMLInputElement>("input[type=radio]");
    all?.click();
    await again.settled();
    byRole(other, "button", "Save 120 calls").click();
    await expect.poll(() => saved).toHaveLength(2);
  });

  test("says why nothing is saved", async () => {
    const panel = await aPanel({ feed: aFeed() });
    const dialog = await openDialog(panel);
    byRole(dialog, "button", "Save 0 calls").click();
    await expect.poll(() => byRole(dialog, "alert").textContent).toBe("There is no call to save.");
    expect(saved).toEqual([]);
  });

  test("nothing is saved once it is cancelled", async () => {
    const events = calls(3).flatMap((record) =>
      record.kind === "exchange" ? [decode(record.read(), EXAMPLE)].filter((event) => event !== undefined) : [],
    );
    const settle = vi.fn();
    const job = startHar(events, { providers: EXAMPLE, version: "1" }, () => undefined);
    job.cancel();
    void job.written.then(settle);
    for (let task = 0; task < 20; task += 1) await new Promise((resolve) => setTimeout(resolve, 0));
    expect(settle).not.toHaveBeenCalled();
  });

  test("calls go to the worker in messages of bounded size, in their order", () => {
    const events = calls(450).flatMap((record) =>
      record.kind === "exchange" ? [decode(record.read(), EXAMPLE)].filter((event) => event !== undefined) : [],
    );
    const portions = [...portionsOf(events)];
    expect(portions.map((portion) => portion.length)).toEqual([200, 200, 50]);
    expect(portions.flat()).toEqual(events);
  });
});
