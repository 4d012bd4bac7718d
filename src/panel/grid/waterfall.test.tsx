import { expect, test } from "vitest";
import { aCall, aFeed, aPanel } from "../testing/panel.tsx";

test("a retried call shows the gap since the attempt before, and says whether it came too early", async () => {
  const refused = { path: "/v1/refused", status: 429, code: "slow_down", headers: { "retry-after": "30" } };
  const panel = await aPanel({
    feed: aFeed([
      aCall({ ...refused, at: 0 }),
      aCall({ ...refused, at: 1_120 }),
      aCall({ path: "/v1/gone", status: 404, code: "not_found", at: 2_000 }),
      aCall({ path: "/v1/gone", status: 404, code: "not_found", at: 3_120 }),
    ]),
  });
  const cells = [...panel.root.querySelectorAll<HTMLElement>(".row .cell-waterfall")];
  expect(cells.map(({ className }) => className)).toEqual([
    "cell-waterfall",
    "cell-waterfall waterfall-early",
    "cell-waterfall",
    "cell-waterfall waterfall-retry",
  ]);
  expect(cells.map(({ title }) => title.split("\n")[1])).toEqual([
    undefined,
    "Retried 1.00 s after the previous attempt, which asked for 30.00 s.",
    undefined,
    "Retried 1.00 s after the previous attempt.",
  ]);
  // The list spans 3,240 ms. Bars last 120 and leave 3,120, gaps last 1,000 and leave 2,240.
  const left = cells.map(({ style }) =>
    style.backgroundPositionX.split(/, ?/).map((share) => Number.parseFloat(share)),
  );
  const near = (...shares: number[]) => shares.map((share) => expect.closeTo(share * 100, 6) as number);
  expect(left).toEqual([near(0), near(1120 / 3120, 120 / 2240), near(2000 / 3120), near(1, 2120 / 2240)]);
});
