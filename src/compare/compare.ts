import type { FindingId } from "../timeline/finding.ts";
import type { CodeCount, RecordingSummary } from "./summary.ts";

/** gone: before only. new: after only. more, fewer: in both, not equally often. same: in both, equally often. */
export type Change = "gone" | "new" | "more" | "fewer" | "same";

export type CodeChange<Text extends string = string> = Omit<CodeCount<Text>, "count"> & Counts;
export type FindingChange = { readonly id: FindingId } & Counts;
type Counts = { readonly before: number; readonly after: number; readonly change: Change };

export type Comparison<Text extends string = string> = {
  readonly calls: { readonly before: number; readonly after: number };
  readonly failures: { readonly before: number; readonly after: number };
  /** What is new first, then what is gone, then what changed in count, then the rest; each by count, highest first. */
  readonly codes: readonly CodeChange<Text>[];
  readonly findings: readonly FindingChange[];
};

const ORDER: readonly Change[] = ["new", "gone", "more", "fewer", "same"];

/** Compares two recordings, as of before and after a fix: which failures and findings are gone, new or changed in count. */
export function compareRecordings<Text extends string>(
  before: RecordingSummary<Text>,
  after: RecordingSummary<Text>,
): Comparison<Text> {
  const codes = [...new Set([...before.codes.keys(), ...after.codes.keys()])].flatMap(
    (key): readonly CodeChange<Text>[] => {
      const one = before.codes.get(key);
      const other = after.codes.get(key);
      const known = other ?? one;
      if (known === undefined) return [];
      const { count: _count, ...facts } = known;
      return [{ ...facts, ...countsOf(one?.count, other?.count) }];
    },
  );
  const ids = [...new Set([...before.findings.keys(), ...after.findings.keys()])];
  const findings = ids.map((id) => ({ id, ...countsOf(before.findings.get(id), after.findings.get(id)) }));
  return {
    calls: { before: before.calls, after: after.calls },
    failures: { before: before.failures, after: after.failures },
    codes: codes.toSorted((one, other) => byChange(one, other) || compareTexts(one.key, other.key)),
    findings: findings.toSorted((one, other) => byChange(one, other) || compareTexts(one.id, other.id)),
  };
}

/** Whether a recording shows a failure or a finding that the one before does not. */
export function showsNew(comparison: Comparison): boolean {
  return [...comparison.codes, ...comparison.findings].some(({ change }) => change === "new");
}

function countsOf(before = 0, after = 0): Counts {
  return { before, after, change: changeOf(before, after) };
}

function changeOf(before: number, after: number): Change {
  if (before === 0) return "new";
  if (after === 0) return "gone";
  return before === after ? "same" : after > before ? "more" : "fewer";
}

function byChange(one: Counts, other: Counts): number {
  const largest = (counts: Counts): number => Math.max(counts.before, counts.after);
  return ORDER.indexOf(one.change) - ORDER.indexOf(other.change) || largest(other) - largest(one);
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
