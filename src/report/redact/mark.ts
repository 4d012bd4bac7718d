import type { MarkStyle } from "../views/view.ts";
import type { Origin } from "./origin.ts";
import { matchesOf } from "../views/matches.ts";

/** What stands in a report where a secret was cut out. */
export type Mark = {
  readonly kind: string;
  /** Equal for equal secrets of a kind within one report. */
  readonly number: number;
  /** Harmless facts: "sk_live_", "alg=HS256 exp=2026-01-14T09:15:00Z". */
  readonly facts: string;
  readonly style: MarkStyle;
  /** Whether the mark must bring quotes to keep JSON valid. */
  readonly quoted: boolean;
  readonly origin?: Origin;
  /** `Secret.id`; absent where no single value could come back. */
  readonly id?: string;
  /** How many characters of the original text it stands for. */
  readonly length?: number;
};

/** Redacted text: what was there, and marks in place of what was cut. */
export type Segment = string | Mark;
export type Redacted = readonly Segment[];

/** Values of a dropped body are no secrets one could tell apart: they get no number. */
export const WITHHELD = "withheld";

/** `«redacted:api-key:1 sk_live_»`; in URLs `REDACTED-api-key-1`, which nothing needs to escape. */
export function writeMark(mark: Mark): string {
  const written = markText(mark);
  return mark.quoted ? `"${written}"` : written;
}

function markText(mark: Mark): string {
  if (mark.kind === WITHHELD) return mark.style === "url" ? "WITHHELD" : "\u00abwithheld\u00bb";
  if (mark.style === "url") return `REDACTED-${mark.kind}-${mark.number}`;
  return `\u00abredacted:${mark.kind}:${mark.number}${mark.facts === "" ? "" : ` ${mark.facts}`}\u00bb`;
}

/** Redacted text as plain text with its marks written. */
export function writeRedacted(redacted: Redacted): string {
  let text = "";
  for (const segment of redacted) text += typeof segment === "string" ? segment : writeMark(segment);
  return text;
}

const OLD_MARKS = /(?:\u00abredacted:[a-z-]{1,30}:|REDACTED-[a-z-]{1,30}-)(\d{1,6})/g;

/** The highest number among marks that the text already holds (a report pasted into a request); 0 without one. */
export function highestMark(text: string): number {
  if (!text.includes("edacted:") && !text.includes("REDACTED-")) return 0;
  let highest = 0;
  for (const match of matchesOf(OLD_MARKS, text)) highest = Math.max(highest, Number(match[1]));
  return highest;
}
