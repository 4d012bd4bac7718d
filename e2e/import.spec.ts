import { call, row, rowText, simulated } from "./calls.ts";
import { expect, test } from "./harness/test.ts";

const RECORDING = JSON.stringify({
  log: {
    version: "1.2",
    entries: [
      {
        startedDateTime: "2024-03-01T10:30:00.000Z",
        time: 100,
        request: { method: "GET", url: "https://api.urblock.io/v1/theirs", httpVersion: "h2", headers: [] },
        response: {
          status: 404,
          statusText: "",
          httpVersion: "h2",
          headers: [],
          content: { size: -1, mimeType: "application/json", text: '{"error":{"code":"scan_not_found"}}' },
        },
        timings: { send: 0, wait: 100, receive: 0 },
      },
    ],
  },
});

test("a file dropped on the panel shows its calls, and one click leads back to the page's own", async ({
  tab,
  panel,
}) => {
  await call(tab, simulated("token_not_found"));
  await rowText(panel, "token_not_found");
  await panel.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], "theirs.har"));
    const panelRoot = document.querySelector(".panel");
    for (const type of ["dragenter", "dragover", "drop"])
      panelRoot?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, RECORDING);
  expect(await rowText(panel, "/v1/theirs")).toContain("scan_not_found");

  // The panel goes on below.
  await call(tab, simulated("scan_not_found"));
  await panel.click({ role: "button", name: "Back to the panel" });
  await expect.poll(() => panel.count(row("/v1/theirs"))).toBe(0);
  await rowText(panel, "token_not_found");
  await rowText(panel, "scan_not_found");
});

test("the menu behind » opens the viewer, and is there again when it is closed", async ({ panel }) => {
  await panel.click({ role: "button", name: "More" });
  await panel.click({ role: "menuitem", text: "Open a recording" });
  await expect.poll(() => panel.count({ css: ".import-overlay" })).toBe(1);
  await panel.click({ role: "button", name: "Back to the panel" });
  await expect.poll(() => panel.count({ css: ".import-overlay" })).toBe(0);
  expect(await panel.evaluate(() => document.activeElement?.getAttribute("aria-label"), null)).toBe("More");
});
