import { BLOCKSECOPS_HOST, CHAINGUARD_HOST, URBLOCK_HOST } from "../demo/stand-in/hosts.ts";
import { allRows, call, detail, KEY, ROW, row, rowText, simulated } from "./calls.ts";
import { DEMO_PAGE, expect, test } from "./harness/test.ts";

test("an error from before the panel was first shown is there, decoded", async ({ tab, panel }) => {
  await call(tab, simulated("insufficient_scope"));
  expect(await rowText(panel, "simulate=insufficient_scope")).toContain("403");
});

test("an error that happens while the panel is open appears by itself", async ({ tab, panel }) => {
  await call(tab, simulated("token_not_found"));
  expect(await rowText(panel, "token_not_found")).toContain("404");
});

const PROVIDERS = [
  {
    name: "BlockSecOps",
    url: `https://${BLOCKSECOPS_HOST}/api/v1/projects?simulate=INTERNAL_ERROR`,
    code: "INTERNAL_ERROR",
  },
  { name: "ChainGuard", url: `https://${CHAINGUARD_HOST}/v1/risk?simulate=NOT_FOUND`, code: "NOT_FOUND" },
  { name: "Urblock", url: `https://${URBLOCK_HOST}/v1/tokens?simulate=internal_error`, code: "internal_error" },
];
for (const { name, url, code } of PROVIDERS) {
  test(`${name} is decoded under its real host name over HTTP/2`, async ({ tab, panel }) => {
    await call(tab, { url, headers: KEY });
    await expect.poll(() => rowText(panel, `simulate=${code}`)).toContain(` ${code} `);
    expect(await rowText(panel, `simulate=${code}`)).toContain(`${name} `);
    expect(await detail(panel, `simulate=${code}`, "Headers")).toMatch(/Protocol http\/2/i);
  });
}

test("of 300 calls at once none is lost, and they are listed in the order they started", async ({ tab, panel }) => {
  await tab.evaluate(async (host) => {
    const numbers = Array.from({ length: 300 }, (_, index) => index);
    await Promise.all(numbers.map((number) => fetch(`https://${host}/v1/tokens?n=${number}.`)));
  }, URBLOCK_HOST);
  await expect.poll(() => panel.count({ text: "300 of 300" }), { timeout: 15_000 }).toBe(1);
  const texts = (await allRows(panel)).filter((text) => !text.includes("Navigated"));
  const numbers = texts.map((text) => Number(/\?n=(\d+)\./.exec(text)?.[1]));
  expect(numbers.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 300 }, (_, index) => index));
  const times = texts.map((text) => text.slice(0, "00:00:00.000".length));
  expect(times).toEqual(times.toSorted());
});

test("a list at its end follows new calls, also with a filter that lets all of them through", async ({
  tab,
  panel,
}) => {
  await tab.evaluate(async (host) => {
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    await Promise.all(numbers.map((number) => fetch(`https://${host}/v1/tokens?n=${number}`)));
  }, URBLOCK_HOST);
  await expect.poll(() => panel.count({ text: "60 of 60" }), { timeout: 15_000 }).toBe(1);
  await panel.type({ css: ".filter-input" }, "tokens");
  await call(tab, simulated("token_not_found"));
  await expect.poll(() => panel.count({ text: "61 of 61" })).toBe(1);
  const below = () =>
    panel.evaluate(() => {
      const grid = document.querySelector("[role=grid]");
      return grid === null ? Number.NaN : grid.scrollHeight - grid.clientHeight - grid.scrollTop;
    }, null);
  await expect.poll(below).toBeLessThan(1);
});

test("a navigation keeps the log and is marked in it", async ({ tab, panel }) => {
  await call(tab, simulated("token_not_found"));
  await rowText(panel, "token_not_found");
  await tab.goto(`${DEMO_PAGE}calls-on-load`);
  await rowText(panel, "from=load");
  await rowText(panel, "calls-on-load");
  const texts = await panel.texts(ROW);
  const at = (part: string) => texts.findIndex((text) => text.includes(part));
  expect(at("token_not_found")).toBeLessThan(at("Navigated to https://mintboard.example/calls-on-load"));
  expect(at("calls-on-load")).toBeLessThan(at("from=load"));
});

test("with the log not preserved, a navigation drops the old page's calls and keeps those of the new page", async ({
  tab,
  panel,
}) => {
  await panel.click({ role: "checkbox", name: "Preserve log" });
  await call(tab, simulated("token_not_found"));
  await rowText(panel, "token_not_found");
  // The page calls while it loads: Firefox reports the navigation only after that call's answer.
  await tab.goto(`${DEMO_PAGE}calls-on-load`);
  await rowText(panel, "from=load");
  await expect.poll(() => panel.count(row("token_not_found"))).toBe(0);
  expect(await panel.count(row("from=load"))).toBe(1);
});

test("paused, nothing is added; started again, the next call is", async ({ tab, panel }) => {
  await panel.click({ role: "button", name: "Pause recording" });
  await call(tab, simulated("token_not_found"));
  await panel.click({ role: "button", name: "Start recording" });
  await call(tab, simulated("insufficient_scope"));
  await rowText(panel, "insufficient_scope");
  expect(await panel.count(row("token_not_found"))).toBe(0);
});

test("the filter and the errors-only switch leave what they say", async ({ tab, panel }) => {
  await call(tab, { url: `https://${URBLOCK_HOST}/v1/tokens?n=fine`, headers: KEY });
  await call(tab, simulated("token_not_found"));
  await call(tab, simulated("insufficient_scope"));
  await rowText(panel, "insufficient_scope");
  await panel.click({ role: "checkbox", name: "Errors only" });
  await expect.poll(() => panel.count(row("n=fine"))).toBe(0);
  await panel.type({ role: "combobox", name: "Filter" }, "token_not");
  await expect.poll(() => panel.count(row("insufficient_scope"))).toBe(0);
  expect(await panel.count(row("token_not_found"))).toBe(1);
});
