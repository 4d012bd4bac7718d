import { call, detail, simulated } from "./calls.ts";
import { expect, test } from "./harness/test.ts";

test("the extension asks for nothing but its own files", async ({ freshTab, browserUnderTest, standIn }) => {
  await browserUnderTest.takeOwnRequests();
  const panel = await freshTab.openPanel();
  await call(freshTab, simulated("token_not_found"));
  await detail(panel, "token_not_found", "Explanation");
  await panel.click({ role: "button", name: "Copy report" });
  await panel.click({ role: "button", name: "Copy as cURL" });
  await panel.type({ role: "combobox", name: "Filter" }, "status:404");
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
  const refusal = await panel.evaluate(async () => {
    const refused = new Promise<string>((resolve) => {
      const tell = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) =>
        resolve(`${effectiveDirective} ${blockedURI}`);
      document.addEventListener("securitypolicyviolation", tell, { once: true });
    });
    const reached = fetch("https://mintboard.example/").then(
      () => "reached",
      () => refused,
    );
    return reached;
  }, null);
  expect(refusal).toBe("connect-src https://mintboard.example/");
  // Firefox also reports it as an error of the page, by a way of its own and so at a time of its own.
  if (browserUnderTest.name === "firefox")
    await expect.poll(() => browserUnderTest.takeErrors()).toEqual([expect.stringContaining("connect-src")]);
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
