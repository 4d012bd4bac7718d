import { call, row, rowText, simulated } from "./calls.ts";
import { expect, test } from "./harness/test.ts";

test("the countdown says that it is over when the API really accepts again", async ({ tab, panel }) => {
  const limited = simulated("rate_limit_exceeded&simulate_wait=3");
  expect(await call(tab, limited)).toMatchObject({ status: 429 });
  expect(await rowText(panel, "rate_limit_exceeded")).toMatch(/ [1-4] s /);
  expect(await call(tab, limited)).toMatchObject({ status: 429 });
  await expect.poll(() => panel.count({ ...row("rate_limit_exceeded"), text: "Retry now" })).toBe(1);
  expect(await panel.count({ ...row("rate_limit_exceeded"), text: "Too early" })).toBe(1);
  expect(await call(tab, limited)).toMatchObject({ status: 200 });
});

test("the countdown is right when the server's clock is ten minutes ahead", async ({ tab, panel, standIn }) => {
  standIn.setClockOffset(600_000);
  await call(tab, simulated("rate_limit_exceeded&simulate_wait=date"));
  expect(await rowText(panel, "simulate_wait=date")).toMatch(/ ([1-9]|1[0-3]) s /);
});
