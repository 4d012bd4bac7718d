import type { Finding } from "../find/finding.ts";
import type { Secret } from "../taint/table.ts";
import type { Span } from "../views/view.ts";
import type { MarkStyle } from "../views/view.ts";
import type { Redacted, Segment } from "./mark.ts";
import type { Reason } from "./origin.ts";

/** A stretch to cut, whose secret it is, and how the mark must be written there. */
export type Cut = Span & {
  readonly secret: Secret;
  readonly style: MarkStyle;
  readonly bare: boolean;
  /** Of cuts that overlap, the longest names the mark; of equally long ones the highest rank. */
  readonly rank: number;
  readonly reason: Reason;
};

const RANKS = { name: 1, place: 2, format: 3 } as const;

/** The cut of a finding. */
export function cutOf(finding: Finding, secret: Secret): Cut {
  const { start, end, style, bare } = finding;
  return {
    start,
    end,
    style,
    bare,
    secret,
    rank: RANKS[finding.rule] - (finding.opaque ? 3 : 0),
    reason: finding.rule,
  };
}

/** Overlapping cuts become one. */
export function mergeCuts(cuts: readonly Cut[]): readonly Cut[] {
  const sorted = cuts.toSorted((a, b) => a.start - b.start || b.end - a.end || b.rank - a.rank);
  const merged: Cut[] = [];
  for (const cut of sorted) {
    const last = merged.at(-1);
    if (last === undefined || cut.start >= last.end) {
      merged.push(cut);
      continue;
    }
    const lastLength = last.end - last.start;
    const length = cut.end - cut.start;
    const named = length > lastLength || (length === lastLength && cut.rank > last.rank) ? cut : last;
    const covers = named.start === last.start && named.end === Math.max(last.end, cut.end);
    merged[merged.length - 1] = {
      ...named,
      start: last.start,
      end: Math.max(last.end, cut.end),
      style: last.style === "url" || cut.style === "url" ? "url" : "text",
      bare: covers && (last.bare || cut.bare),
    };
  }
  return merged;
}

/**
 * Cuts the stretches out of the original text; everything between them stays character for character. `where` names the
 * text for lists of what was redacted.
 */
export function applyCuts(text: string, cuts: readonly Cut[], where: string): Redacted {
  const segments: Segment[] = [];
  let at = 0;
  for (const cut of mergeCuts(cuts)) {
    if (cut.start > at) segments.push(text.slice(at, cut.start));
    const { kind, number, facts, id } = cut.secret;
    const origin = { where, reason: cut.reason };
    segments.push({ kind, number, facts, id, style: cut.style, quoted: cut.bare, origin, length: cut.end - cut.start });
    at = cut.end;
  }
  if (at < text.length) segments.push(text.slice(at));
  return segments;
}
