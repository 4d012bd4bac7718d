import { describe, expect, test } from "vitest";
import { memorySettings } from "../../settings/memory-settings.ts";
import { DEFAULT_SETTINGS } from "../../settings/settings.ts";
import { drawn, textOf } from "../testing/render.ts";
import { byRole } from "../testing/roles.ts";
import { SettingsView } from "./settings-view.tsx";
import type { SettingsPorts } from "./settings-ports.ts";
import { drawnAnew, settingsPorts, write } from "./testing/settings-ports.ts";

async function aView(members: Partial<SettingsPorts> = {}) {
  const ports = settingsPorts(members);
  const root = drawn(<SettingsView ports={ports} />);
  await drawnAnew();
  return { root, ports };
}

function choose(root: HTMLElement, label: string): void {
  const input = [...root.querySelectorAll("label")].find((one) => textOf(one) === label)?.querySelector("input");
  if (input === null || input === undefined) throw new Error(`no choice ${label}`);
  input.click();
}

describe("the settings", () => {
  test("hold as soon as they are chosen", async () => {
    const { root, ports } = await aView();
    choose(root, "Dark");
    choose(root, "Compact");
    choose(root, "Show a preview before copying");
    choose(root, "Keep e-mail addresses");
    expect(ports.settings.current()).toEqual({
      ...DEFAULT_SETTINGS,
      theme: "dark",
      density: "compact",
      previewBeforeCopy: true,
      keepEmails: true,
    });
  });

  test("follow what another page changes", async () => {
    const { root, ports } = await aView();
    ports.settings.save({ maxExchanges: 500 });
    await drawnAnew();
    expect(root.querySelector<HTMLInputElement>("input[inputmode=numeric]")?.value).toBe("500");
  });

  test.each(["99", "100001", "1.5", "many", ""])("take no limit that is no number in range: %s", async (written) => {
    const { root, ports } = await aView();
    const [field] = root.querySelectorAll<HTMLInputElement>("input[inputmode=numeric]");
    if (field === undefined) throw new Error("no field");
    write(field, written);
    await drawnAnew();
    expect(ports.settings.current().maxExchanges).toBe(DEFAULT_SETTINGS.maxExchanges);
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(textOf(root)).toContain("a whole number from 100 to 100,000");
    write(field, "250");
    await drawnAnew();
    expect(ports.settings.current().maxExchanges).toBe(250);
    expect(field.getAttribute("aria-invalid")).toBe("false");
  });

  test("say what is wrong with what is stored", async () => {
    const settings = memorySettings({}, [
      { kind: "invalid", names: ["theme", "maxExchanges"] },
      { kind: "newer-version", stored: 9, known: 2 },
      { kind: "not-saved", full: true, reason: "quota" },
    ]);
    const { root } = await aView({ settings });
    const said = [...root.querySelectorAll(".settings-problem")].map(textOf);
    expect(said).toEqual([
      expect.stringContaining("theme, maxExchanges"),
      expect.stringContaining("newer version"),
      expect.stringContaining("full"),
    ]);
  });

  test("go back to their defaults, and the step can be undone", async () => {
    const { root, ports } = await aView({ settings: memorySettings({ theme: "dark", maxExchanges: 500 }) });
    byRole(root, "button", "Reset settings").click();
    await drawnAnew();
    expect(ports.settings.current()).toEqual(DEFAULT_SETTINGS);
    byRole(root, "button", "Undo").click();
    expect(ports.settings.current()).toEqual({ ...DEFAULT_SETTINGS, theme: "dark", maxExchanges: 500 });
  });
});

describe("hosts", () => {
  test("are added in their one spelling, and a mistake is explained and not taken", async () => {
    const { root, ports } = await aView();
    write(byRole(root, "textbox", "New host pattern"), "*");
    byRole(root, "button", "Add host").click();
    await drawnAnew();
    expect(textOf(root)).toContain("would watch every site");
    expect(ports.settings.current().mappings).toEqual([]);
    write(byRole(root, "textbox", "New host pattern"), "LocalHost:4010/");
    await drawnAnew();
    byRole(root, "button", "Add host").click();
    await drawnAnew();
    expect(ports.settings.current().mappings).toEqual([{ host: "localhost:4010", providerId: "generic" }]);
    expect(textOf(root)).not.toContain("would watch every site");
  });

  test("are edited in place and removed, and the focus stays in the settings", async () => {
    const mappings = [
      { host: "one.test", providerId: "example" },
      { host: "other.test", providerId: "example" },
    ];
    const { root, ports } = await aView({ settings: memorySettings({ mappings }) });
    const [first] = root.querySelectorAll<HTMLInputElement>(".settings-hosts input");
    if (first === undefined) throw new Error("no row");
    write(first, "a b");
    await drawnAnew();
    expect(textOf(root)).toContain("no spaces");
    expect(ports.settings.current().mappings).toEqual(mappings);
    write(first, "*.one.test");
    await drawnAnew();
    expect(ports.settings.current().mappings[0]).toEqual({ host: "*.one.test", providerId: "example" });
    byRole(root, "button", "Remove other.test").click();
    await drawnAnew();
    expect(ports.settings.current().mappings).toHaveLength(1);
    expect(root.contains(document.activeElement)).toBe(true);
  });

  test("that meet each other are shown with what decides", async () => {
    const mappings = [
      { host: "localhost:4010", providerId: "example" },
      { host: "localhost:4010", providerId: "generic" },
    ];
    const { root } = await aView({ settings: memorySettings({ mappings }) });
    expect(textOf(root)).toContain("localhost:4010 is already");
  });
});
