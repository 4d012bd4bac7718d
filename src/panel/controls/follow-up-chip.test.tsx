import { expect, test } from "vitest";
import { anEvent, START } from "../../timeline/testing/an-event.ts";
import type { FollowUp } from "../../timeline/follow-up.ts";
import { aClock, drawn, textOf } from "../testing/render.ts";
import { OutcomeChip } from "./follow-up-chip.tsx";

function chip(kind: FollowUp["kind"] | null, now: number, retryAt: number | null = START + 30_000): string {
  const { advice } = anEvent({ status: 503 });
  const followUp = kind === null ? null : { kind, by: "next", afterMs: 400, tries: 3 };
  return textOf(
    drawn(
      <OutcomeChip
        advice={{ ...advice, retryAt, retry: "after-delay" }}
        followUp={followUp}
        receivedAt={START}
        clock={aClock(now)}
      />,
    ),
  );
}

test.each([
  ["recovered", "Recovered"],
  ["retried", "Retried"],
  ["retried-too-early", "Too early"],
] as const)("a failure that was %s says so at once, instead of its advice", (kind, words) => {
  expect(chip(kind, START)).toBe(words);
});

test("a client has given up after a minute of silence since the stated wait was over", () => {
  expect(chip("gave-up", START + 10_000)).toBe("20 s");
  expect(chip("gave-up", START + 30_000)).toBe("Retry now");
  expect(chip("gave-up", START + 90_000)).toBe("Gave up");
});

test("without a stated wait, a client has given up after a minute of silence", () => {
  expect(chip("gave-up", START + 59_000, null)).toBe("Wait");
  expect(chip("gave-up", START + 60_000, null)).toBe("Gave up");
});

test("a failure that nothing followed keeps its advice", () => {
  expect(chip(null, START + 60_000)).toBe("Retry now");
});
