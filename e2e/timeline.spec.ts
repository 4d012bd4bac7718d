import { call, rows } from "./calls.ts";
import { expect, test } from "./harness/test.ts";

test("shows errors from before the panel was first shown", async ({ freshTab }) => {
  await call(freshTab, {
    url: "https://api.urblock.io/v1/tokens?simulate=missing_token",
    headers: { authorization: "Bearer sk_test_EXAMPLE" },
  });
  const panel = await freshTab.openPanel();
  await expect.poll(() => rows(panel)).toEqual(["?"]);
});
test("live", async ({ tab, panel }) => {
  await call(tab, {
    url: "https://api.urblock.io/v1/tokens?simulate=rate_limit_exceeded",
    headers: { authorization: "Bearer sk_test_EXAMPLE" },
  });
  await expect.poll(() => rows(panel)).toEqual(["?"]);
});
