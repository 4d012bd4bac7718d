import { parseHar } from "../src/report/testing/har-format.ts";
import { call, KEY, row, rowText, simulated } from "./calls.ts";
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

test("more than a hundred calls of the live panel are saved as one valid HAR, redacted", async ({ tab, panel }) => {
  await tab.evaluate(
    async ({ url, headers }) => {
      for (let first = 0; first < 104; first += 26)
        await Promise.all(Array.from({ length: 26 }, (_, index) => fetch(`${url}&n=${first + index}`, { headers })));
    },
    { ...simulated("token_not_found"), headers: KEY },
  );
  await expect.poll(() => panel.texts({ css: ".toolbar-counts" })).toEqual([expect.stringContaining("104 of 104")]);
  await panel.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      URL.createObjectURL = make;
      if (blob instanceof Blob)
        void blob.text().then((content) => {
          document.body.dataset["saved"] = content;
        });
      return make(blob);
    };
    // The file itself would go to whatever place the browser saves to.
    Object.defineProperty(HTMLAnchorElement.prototype, "click", {
      configurable: true,
      // Its own again from then on: HTMLElement has it.
      value: () => Reflect.deleteProperty(HTMLAnchorElement.prototype, "click"),
    });
  }, null);
  await panel.click({ role: "button", name: "More" });
  await panel.click({ role: "menuitem", text: "Save calls as HAR" });
  await panel.click({ role: "button", name: "Save 104 calls" });
  await expect
    .poll(() => panel.texts({ css: ".save-har-dialog [role=status]" }))
    .toEqual([expect.stringContaining("104 calls were saved.")]);
  const saved = await panel.evaluate(() => document.body.dataset["saved"] ?? "", null);
  const { entries } = parseHar(saved).log;
  expect(entries).toHaveLength(104);
  expect(new Set(entries.map(({ request }) => request.url.split("n=")[1])).size).toBe(104);
  expect(entries.every(({ response }) => response.content.text?.includes("token_not_found") === true)).toBe(true);
  expect(saved).not.toContain(KEY.authorization.replace("Bearer ", ""));
  await panel.click({ role: "button", name: "Close" });
});

const DESCRIPTION = `openapi: 3.1.0
info: {title: Parcels, version: "1"}
servers: [{url: https://api.parcels.example.test}]
paths:
  /parcels:
    get:
      responses:
        404:
          description: none
          content:
            application/json:
              schema:
                properties:
                  code: {enum: [no_such_parcel]}
                  message: {type: string}
`;

test("an OpenAPI description in YAML becomes a draft of a provider", async ({ tab: _open, browserUnderTest }) => {
  const options = await browserUnderTest.openExtensionPage("/src/entry/options.html");
  await expect.poll(() => options.count({ role: "button", name: "Draft from OpenAPI…" })).toBe(1);
  await options.evaluate((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "parcels.yaml"));
    const input = document.querySelector<HTMLInputElement>('input[aria-label^="Draft from OpenAPI"]');
    if (input === null) throw new Error("There is no input for it.");
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, DESCRIPTION);
  const source = () =>
    options.evaluate(() => document.querySelector<HTMLTextAreaElement>(".source-text")?.value ?? "", null);
  await expect.poll(source).toContain("no_such_parcel");
  expect(JSON.parse(await source())).toMatchObject({ hosts: [{ host: "api.parcels.example.test" }] });
  await options.close();
});
