import { describe, expect, test } from "vitest";
import type { ApiEvent } from "../decode/api-event.ts";
import type { Finding, FindingId } from "../timeline/finding.ts";
import { anEvent } from "../timeline/testing/an-event.ts";
import { compareRecordings, showsNew } from "./compare.ts";
import { summarize } from "./summary.ts";

const failures = (code: string | null, count: number, status = 429): readonly ApiEvent[] =>
  Array.from({ length: count }, () => anEvent({ status, code, catalogueCode: null, title: `about ${code}` }));

const finding = (id: FindingId): Finding => ({ id, text: "", change: "", rule: "", related: [] });

function compared(before: readonly ApiEvent[], after: readonly ApiEvent[]) {
  return compareRecordings(summarize(before, new Map()), summarize(after, new Map()));
}

describe("comparing two recordings", () => {
  test("tells which codes are new, gone, more, fewer and the same, in this order", () => {
    const before = [...failures("a", 1), ...failures("b", 2), ...failures("c", 3), ...failures("d", 1)];
    const after = [...failures("e", 4), ...failures("b", 5), ...failures("c", 1), ...failures("d", 1)];
    const { codes } = compared(before, after);
    expect(codes.map((code) => [code.code, code.before, code.after, code.change])).toEqual([
      ["e", 0, 4, "new"],
      ["a", 1, 0, "gone"],
      ["b", 2, 5, "more"],
      ["c", 3, 1, "fewer"],
      ["d", 1, 1, "same"],
    ]);
  });

  test("takes failures without a code by their status, and the same code of two APIs apart", () => {
    const other = anEvent({ status: 429, code: "a", providerId: "other", providerName: "Other" });
    const { codes } = compared([...failures(null, 2, 502)], [...failures(null, 1, 500), ...failures("a", 1), other]);
    expect(codes.map((code) => [code.providerId, code.code, code.status, code.change])).toEqual([
      ["example", "a", 429, "new"],
      ["example", null, 500, "new"],
      ["other", "a", 429, "new"],
      ["example", null, 502, "gone"],
    ]);
  });

  test("takes the spellings of one code as one", () => {
    const spelled = anEvent({ status: 429, code: "RATE_LIMITED", catalogueCode: "rate_limited" });
    expect(compared([spelled], failures("rate_limited", 1)).codes.map(({ change }) => change)).toEqual(["same"]);
  });

  test("counts calls and failures, and leaves preflights out", () => {
    const { calls, failures: failed } = compared(
      [anEvent(), ...failures("a", 2), anEvent({ outcome: "evidence" })],
      [anEvent()],
    );
    expect(calls).toEqual({ before: 3, after: 1 });
    expect(failed).toEqual({ before: 2, after: 0 });
  });

  test("tells which findings are new or gone", () => {
    const [one, two] = [anEvent({ id: "one" }), anEvent({ id: "two" })];
    const before = summarize([one], new Map([["one", [finding("retry-storm")]]]));
    const after = summarize([two], new Map([["two", [finding("retried-too-early"), finding("retried-too-early")]]]));
    const comparison = compareRecordings(before, after);
    expect(comparison.findings).toEqual([
      { id: "retried-too-early", before: 0, after: 2, change: "new" },
      { id: "retry-storm", before: 1, after: 0, change: "gone" },
    ]);
    expect(showsNew(comparison)).toBe(true);
  });

  test("a recording compared with itself shows nothing new", () => {
    const events = [...failures("a", 2), anEvent()];
    const comparison = compared(events, events);
    expect(comparison.codes.map(({ change }) => change)).toEqual(["same"]);
    expect(showsNew(comparison)).toBe(false);
  });
});
