import type { Slot } from "../exchange-parts.ts";
import { WITHHELD, writeMark, type Mark, type Redacted } from "../redact/mark.ts";
import { canBeKept, isCredentialKind } from "../redact/keep.ts";
import type { Origin } from "../redact/origin.ts";
import type { SafeText } from "../report-text.ts";

export type RedactionCount = { readonly kind: string; readonly count: number };

/** One secret at one place of the exchange, and how often its mark was written from there. */
export type RedactionPlace = Origin & {
  readonly kind: string;
  readonly number: number;
  readonly count: number;
  /** For `ReportOptions.keep`; null where there is no single value that could come back. */
  readonly id: string | null;
  /** Whether keeping it takes a second, explicit step. */
  readonly isCredential: boolean;
};

/** Writes slots and counts the marks that really went into the text. */
export type Writer = {
  readonly write: (slot: Slot) => SafeText;
  /** "" and absent slots both read as absent. */
  readonly maybe: (slot: Slot | null) => SafeText | null;
  readonly segments: (slot: Slot) => Redacted;
  readonly count: (mark: Mark) => void;
  readonly counts: () => readonly RedactionCount[];
  /** The same one by one, in order of appearance. */
  readonly places: () => readonly RedactionPlace[];
  /** Values, not places, that stay on the user's word. */
  readonly kept: readonly RedactionCount[];
};

export function newWriter(redacted: readonly Redacted[], kept: readonly RedactionCount[] = []): Writer {
  const counts = new Map<string, number>();
  const places = new Map<string, RedactionPlace>();
  const count = (mark: Mark): void => {
    counts.set(mark.kind, (counts.get(mark.kind) ?? 0) + 1);
    const { kind, number, id, origin = { where: "", reason: "place" } } = mark;
    const key = `${kind}:${number} ${origin.reason} ${origin.where}`;
    places.set(key, {
      ...origin,
      kind,
      number,
      count: (places.get(key)?.count ?? 0) + 1,
      id: id !== undefined && canBeKept(kind) ? id : null,
      isCredential: isCredentialKind(kind),
    });
  };
  const write = (slot: Slot): SafeText => {
    let text = "";
    for (const segment of slot(redacted)) {
      if (typeof segment === "string") text += segment;
      else {
        count(segment);
        text += writeMark(segment);
      }
    }
    // oxlint-disable-next-line no-unsafe-type-assertion -- the one place where a safe text is made: of redacted segments
    return text as SafeText;
  };
  return {
    write,
    maybe: (slot) => {
      const text = slot === null ? null : write(slot);
      return text === "" ? null : text;
    },
    segments: (slot) => slot(redacted),
    count,
    counts: () =>
      [...counts].map(([kind, number]) => ({ kind, count: number })).toSorted((a, b) => a.kind.localeCompare(b.kind)),
    places: () => [...places.values()],
    kept,
  };
}

/** "2 api-key, 1 cookie": what was cut out, by kind and number of places, and what the user wanted to stay. */
export function describeWritten(writer: Writer): string {
  const kept = writer.kept.map(({ kind, count }) => `${count} ${kind}`);
  const cut = describeCounts(writer.counts());
  return kept.length === 0 ? cut : `${cut} Kept on the user's word: ${kept.join(", ")}.`;
}

/** "Redacted: 2 api-key, 1 cookie." */
export function describeCounts(counts: readonly RedactionCount[]): string {
  if (counts.length === 0) return "Nothing had to be redacted.";
  const said = counts.map(({ kind, count }) => `${count} ${kind === WITHHELD ? "withheld value" : kind}`);
  return `Redacted: ${said.join(", ")}.`;
}

export const DISCLAIMER = "Checked by rules, not a guarantee: read it before you share it.";
