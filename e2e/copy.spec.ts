import { URBLOCK_HOST } from "../demo/stand-in/hosts.ts";
import { call, detail, row, rowText, simulated } from "./calls.ts";
import type { Tab } from "./harness/browser-session.ts";
import { expect, test } from "./harness/test.ts";

/** What a page may send and a report must not say. None is a real secret. */
const PLANTED = {
  key: "sk_test_EXAMPLEplantedkey0001",
  queryKey: "sk_test_EXAMPLEplantedkey0002",
  password: "EXAMPLE-planted-password",
  email: "planted.person@mail.example",
  cookie: "EXAMPLEplantedcookie",
};

const LOGIN_PATH = "/v1/auth/login";

/** Signs in with the wrong password on the API's own origin, where the browser sends its cookie too. */
async function plant(tab: Tab): Promise<void> {
  // An HTML page of the API's host: Firefox shows JSON in a viewer of its own, which is of another origin.
  await tab.goto(`https://${URBLOCK_HOST}/v1/tokens?simulate=gateway-502`);
  await tab.evaluate((cookie) => {
    document.cookie = `session=${cookie}; path=/; secure`;
  }, PLANTED.cookie);
  await call(tab, {
    url: `https://${URBLOCK_HOST}${LOGIN_PATH}?api_key=${PLANTED.queryKey}&simulate=invalid_credentials`,
    method: "POST",
    headers: { authorization: `Bearer ${PLANTED.key}`, "content-type": "application/json" },
    body: JSON.stringify({ email: PLANTED.email, password: PLANTED.password }),
  });
}

for (const button of ["Copy report", "Copy as cURL"]) {
  test(`"${button}" puts a text on the clipboard that says what happened and none of the secrets`, async ({
    tab,
    panel,
    browserUnderTest,
  }) => {
    await plant(tab);
    expect(await rowText(panel, LOGIN_PATH)).toContain("invalid_credentials");
    // All of it is on screen: the user's own browser hides nothing from the user.
    expect(await detail(panel, LOGIN_PATH, "Headers")).toContain(PLANTED.cookie);
    expect(await detail(panel, LOGIN_PATH, "Request")).toContain(PLANTED.password);
    await panel.click({ role: "button", name: button });
    await expect.poll(() => panel.texts({ role: "status" })).toEqual([expect.stringMatching(/cop/i)]);

    const copied = await browserUnderTest.readClipboard();
    expect(copied).toContain(`${URBLOCK_HOST}${LOGIN_PATH}`);
    if (button === "Copy report") expect(copied).toContain("invalid_credentials");
    for (const secret of Object.values(PLANTED)) expect(copied).not.toContain(secret);
  });
}

test("the keyboard copies the selected row's report", async ({ tab, panel, browserUnderTest }) => {
  await plant(tab);
  await rowText(panel, LOGIN_PATH);
  await panel.click(row(LOGIN_PATH));
  await panel.click({ role: "grid" });
  await panel.press("Control+c");
  await expect.poll(() => browserUnderTest.readClipboard()).toContain(LOGIN_PATH);
});

test(
  "a report that takes longer than a click counts still reaches the clipboard",
  { tag: "@long" },
  async ({ tab, panel, browserUnderTest }) => {
    await call(tab, simulated("hostile-long-code"));
    await rowText(panel, "hostile-long-code");
    await panel.click(row("hostile-long-code"));
    // A click counts for five seconds in both browsers.
    await panel.evaluate((ms) => {
      Worker.prototype.addEventListener = function later(type: string, listener: (event: Event) => void) {
        EventTarget.prototype.addEventListener.call(this, type, (event) => setTimeout(() => listener(event), ms));
      };
    }, 8000);
    await panel.click({ role: "button", name: "Copy report" });
    await expect.poll(() => browserUnderTest.readClipboard(), { timeout: 30_000 }).toContain("hostile-long-code");
    await panel.evaluate(() => Reflect.deleteProperty(Worker.prototype, "addEventListener"), null);
  },
);
