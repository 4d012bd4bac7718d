import { call, detail, simulated } from "./calls.ts";
import { expect, test } from "./harness/test.ts";

test("the extension asks for nothing but its own files", async ({ freshTab, browserUnderTest, standIn }) => {
  await browserUnderTest.takeOwnRequests();
  const panel = await freshTab.openPanel();
  await call(freshTab, simulated("token_not_found"));
  await detail(panel, "token_not_found", "Explanation");
  await panel.click({ role: "button", name: "Copy report" });
  await panel.click({ role: "button", name: "Copy as cURL" });
  await panel.type({ role: "textbox", name: "Filter" }, "status:404");
  await expect.poll(() => panel.count({ text: "1 of 1" })).toBe(1);
  const own = await browserUnderTest.takeOwnRequests();
  expect(own.filter((url) => !/^(chrome|moz)-extension:/.test(url))).toEqual([]);
  // The page's own calls, and nothing that nobody made.
  expect(standIn.requests.filter(({ method }) => method !== "OPTIONS").map(({ path }) => path)).toEqual([
    "/",
    "/v1/tokens",
  ]);
});

test("the extension could not reach the network if it tried", async ({ panel, browserUnderTest }) => {
  const outcome = await panel.evaluate(async () => {
    try {
      await fetch("https://mintboard.example/");
      return "reached";
    } catch {
      return "refused";
    }
  }, null);
  expect(outcome).toBe("refused");
  // Firefox reports the refusal as an error of the page.
  await browserUnderTest.takeErrors();
});

for (const { what, file } of [
  { what: "a file that is missing", file: "/there-is-no-such-file.js" },
  { what: "a script that throws", file: "/manifest.json" },
]) {
  test(`${what} in the extension would be noticed by these tests`, async ({ panel, browserUnderTest }) => {
    await panel.evaluate((src) => {
      document.body.append(Object.assign(document.createElement("script"), { src }));
    }, file);
    await expect.poll(async () => (await browserUnderTest.takeErrors()).length).toBeGreaterThan(0);
  });
}
