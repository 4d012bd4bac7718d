import { afterEach, describe, expect, test, vi } from "vitest";
import { anEntry } from "../../exchange/testing/an-entry.ts";
import { loadProviders } from "../../entry/load-providers.ts";
import { memoryOwnProviders } from "../../settings/memory-own-providers.ts";
import { memorySettings } from "../../settings/memory-settings.ts";
import { openViewer } from "../import/open-viewer.ts";
import type { PanelPorts } from "../shell/ports.ts";
import { aFeed } from "../testing/panel.tsx";
import { allByRole, byRole } from "../testing/roles.ts";
import type { Settings } from "../../settings/settings.ts";
import { viewerSettings } from "./viewer-settings.ts";

const limited = anEntry({
  status: 429,
  url: "https://api.urblock.io/v1/tokens",
  body: '{"error":{"code":"rate_limited","message":"m"}}',
  responseHeaders: { "Retry-After": "45" },
});
const broken = anEntry({ status: 500, url: "https://api.urblock.io/v1/scans", body: '{"error":{"code":"nonsense"}}' });

const aFile = (name: string, ...entries: readonly unknown[]): File =>
  new File([JSON.stringify({ log: { entries } })], name);

function somePorts(set: Partial<Settings> = {}): PanelPorts {
  const settings = memorySettings(set);
  return {
    feed: aFeed(),
    providers: () => loadProviders(),
    subscribeProviders: () => () => undefined,
    shippedProviders: () => loadProviders().providers,
    loadDocument: () => undefined,
    ownProviders: memoryOwnProviders(),
    now: () => Date.UTC(2030, 0, 1),
    theme: { current: () => "light", subscribe: () => () => undefined },
    settings,
    copy: () => Promise.resolve({ ok: true }),
    version: "0.0.0-test",
  };
}

const overlay = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>(".import-overlay");
  if (found === null) throw new Error("The viewer is not open.");
  return found;
};

afterEach(() => {
  // Listeners on the page outlive its elements.
  document.querySelector<HTMLElement>(".import-overlay .viewer-close")?.click();
  document.body.replaceChildren();
});

describe("the viewer over the panel", () => {
  test("shows the calls of a file by the clock of their recording, and leads back to the panel", async () => {
    const panel = document.createElement("div");
    document.body.append(panel);
    openViewer(somePorts(), [aFile("shop.har", limited)]);
    await expect.poll(() => overlay().textContent).toContain("rate_limited");
    expect(overlay().textContent).toContain("shop.har");
    // 45 s were asked for when the recording ended; today they would be over.
    expect(overlay().querySelector("[role=grid]")?.textContent).toMatch(/45/);
    expect(allByRole(overlay(), "button", "recording").map((button) => button.textContent)).toEqual([
      "Open a recording…",
    ]);
    expect(panel.inert).toBe(true);

    byRole(overlay(), "button", "Back to the panel").click();
    expect(document.querySelector(".import-overlay")).toBeNull();
    expect(panel.inert).toBe(false);
  });

  test("compares two files and shows either of them again", async () => {
    openViewer(somePorts(), [aFile("before.har", limited, 7), aFile("after.har", broken)]);
    await expect.poll(() => overlay().querySelectorAll(".compare-table tbody tr")).toHaveLength(2);
    const rows = [...overlay().querySelectorAll(".compare-table tbody tr")].map((row) => row.textContent);
    expect(rows[0]).toMatch(/^new01Urblock nonsense/);
    expect(rows[1]).toMatch(/^gone10Urblock rate_limited/);
    expect(overlay().textContent).toContain("1 entry was skipped");

    byRole(overlay(), "button", "before.har").click();
    await expect.poll(() => overlay().querySelector("[role=grid]")?.textContent).toContain("rate_limited");
  });

  test("in presentation mode names no key, in a comparison neither", async () => {
    const key = "sk_live_EXAMPLE0123456789abcdef";
    const leaking = anEntry({ status: 500, url: "https://api.urblock.io/v1/x", body: `{"error":{"code":"${key}"}}` });
    const files = [aFile(`${key}.har`, limited), aFile("after.har", leaking)];
    openViewer(somePorts({ presentationMode: true }), files);
    await expect.poll(() => overlay().querySelectorAll(".compare-table tbody tr")).toHaveLength(2);
    await expect.poll(() => overlay().textContent).toContain("rate_limited");
    expect(overlay().innerHTML).not.toContain(key);
  });

  test("is left by Esc while no recording would be lost", async () => {
    const escape = (): boolean | undefined =>
      overlay()
        .querySelector("main")
        ?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    openViewer(somePorts(), [aFile("shop.har", limited)]);
    await expect.poll(() => overlay().textContent).toContain("rate_limited");
    expect(escape()).toBe(true);
    byRole(overlay(), "button", "Paste a report").click();
    await expect.poll(() => overlay().textContent).toContain("Drop a HAR file here");
    expect(escape()).toBe(false);
    expect(document.querySelector(".import-overlay")).toBeNull();
  });

  test("by Ctrl+O asks for another file, wherever the focus is", async () => {
    openViewer(somePorts(), [aFile("shop.har", limited)]);
    await expect.poll(() => overlay().textContent).toContain("rate_limited");
    const asked = vi.fn();
    overlay().querySelector("input[type=file]")?.addEventListener("click", asked);
    const key = new KeyboardEvent("keydown", { key: "o", ctrlKey: true, bubbles: true, cancelable: true });
    expect(byRole(overlay(), "grid").dispatchEvent(key)).toBe(false);
    expect(asked).toHaveBeenCalledOnce();
  });

  test("says why a file cannot be shown, and offers another", async () => {
    openViewer(somePorts(), [new File(["<html>"], "page.har")]);
    await expect.poll(() => overlay().querySelector("[role=alert]")?.textContent).toMatch(/not JSON/);
    expect(allByRole(overlay(), "button", "Open a recording…").length).toBeGreaterThan(0);
  });
});

describe("the settings of a recording that is looked at", () => {
  test("have a filter of their own, and share everything else", () => {
    const shared = memorySettings({ filterText: "status:4xx", errorsOnly: true });
    const own = viewerSettings(shared);
    expect(own.current()).toMatchObject({ filterText: "", errorsOnly: false });
    own.save({ filterText: "code:x", detailPercent: 31 });
    expect(own.current()).toMatchObject({ filterText: "code:x", detailPercent: 31 });
    expect(shared.current()).toMatchObject({ filterText: "status:4xx", errorsOnly: true, detailPercent: 31 });
    shared.save({ groupRepeats: true });
    expect(own.current()).toMatchObject({ filterText: "code:x", groupRepeats: true });
  });
});
