import type { Panel } from "./harness/browser-session.ts";
import { expect, test } from "./harness/test.ts";
import { readStored } from "./stored.ts";

const OPTIONS = "/src/entry/options.html";

function attribute(page: Panel, name: "theme" | "density"): Promise<string | undefined> {
  return page.evaluate((wanted) => document.documentElement.dataset[wanted], name);
}

test("the options page says where Faultline is, with a picture", async ({ tab: _open, browserUnderTest }) => {
  const options = await browserUnderTest.openExtensionPage(OPTIONS);
  await expect.poll(() => options.count({ role: "heading", name: "Where to find Faultline" })).toBe(1);
  expect(await options.count({ css: "svg[role=img]" })).toBe(1);
  const [text] = await options.texts({ css: "main" });
  for (const part of ["F12", "Faultline tab", "Firefox", "Chrome"]) expect(text).toContain(part);
  expect(await options.count({ role: "link", name: "Open a HAR file without developer tools" })).toBe(1);
  await options.close();
});

test("what is changed on the options page holds in the open panel at once, and after it", async ({
  panel,
  browserUnderTest,
}) => {
  await browserUnderTest.setTheme("light");
  await expect.poll(() => attribute(panel, "theme")).toBe("light");
  const options = await browserUnderTest.openExtensionPage(OPTIONS);
  await options.click({ role: "radio", name: "Dark" });
  await options.click({ role: "radio", name: "Compact" });
  await expect.poll(() => attribute(options, "theme")).toBe("dark");
  await expect.poll(() => attribute(panel, "theme")).toBe("dark");
  await expect.poll(() => attribute(panel, "density")).toBe("compact");
  await expect
    .poll(() => readStored(panel, "settings"))
    .toMatchObject({ values: { theme: "dark", density: "compact" } });
  await options.click({ role: "button", name: "Reset settings" });
  await expect.poll(() => attribute(panel, "theme")).toBe("light");
  await options.close();
});
