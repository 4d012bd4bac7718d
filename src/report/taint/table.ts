import type { Finding } from "../find/finding.ts";
import type { View } from "../views/view.ts";
import { spanOf, type Span } from "../views/view.ts";
import { isVersionAt } from "../formats/ip.ts";
import { agreement, buildMatcher, foldedText, foldedUnit, type Pattern } from "./matcher.ts";
import { secretId } from "./secret-id.ts";
import { isStrong, spreadsByPrefix } from "./strength.ts";
import { variantsOf, type Variant } from "./variants.ts";

/** One secret of the report: equal values share it, whatever their spelling and place. */
export type Secret = {
  readonly kind: string;
  readonly number: number;
  readonly facts: string;
  /** The same in every report, whatever its number; see `secretId`. */
  readonly id: string;
};

const PREFIX = 20;
const RANK = { name: 0, place: 1, format: 2 } as const;

/** One spelling, so that "0xAB", "ab" and " ab" are the same secret. */
export function identityOf(value: string): string {
  const trimmed = value.trim();
  return /^(?:0x)?[0-9a-fA-F]{32,}$/.test(trimmed) ? trimmed.replace(/^0x/, "").toLowerCase() : trimmed;
}

export type SecretTable = {
  /** The secret a finding belongs to. */
  readonly of: (finding: Finding) => Secret;
  /** How each secret reads, by its id. */
  readonly values: ReadonlyMap<string, string>;
  /** Every place in the views where a strong secret stands, in any spelling. */
  readonly spread: (views: readonly View[], report: (span: Span, secret: Secret, view: View) => void) => void;
};

type Reading = { readonly variant: Variant; readonly folded: string; readonly secret: Secret };

/**
 * Spellings that are looked for by one start: JWTs of one issuer share more than that. Sorted, so that the one that
 * agrees longest with a text is found among any number of them by halving.
 */
type Readings = Reading[];

/** The spelling that agrees longest with `text` from `at` on. Of equally long ones the first in order. */
function closest(readings: Readings, text: string, at: number): Reading | undefined {
  let low = 0;
  let high = readings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const reading = readings[middle];
    if (reading === undefined) return undefined;
    const { folded } = reading;
    const same = agreement(text, at, folded);
    const isBelow =
      same < folded.length && (at + same >= text.length || foldedUnit(text, at + same) < folded.charCodeAt(same));
    if (isBelow) high = middle;
    else low = middle + 1;
  }
  // Sorted texts agree the longer with another the nearer they are to its place among them.
  const before = readings[low - 1];
  const after = readings[low];
  if (before === undefined || after === undefined) return before ?? after;
  return agreement(text, at, after.folded) > agreement(text, at, before.folded) ? after : before;
}

/**
 * Numbers the secrets in order of appearance, from `firstNumber` on (text may hold marks of an earlier report), and makes
 * the strong ones findable everywhere. What was found as a credential is cut out of facts such as codes and request ids,
 * too: a server may echo anything there. Only `documented` values, the codes that a provider document lists, never spread.
 * Nor do secrets that `isKept` knows by their id; they take a number all the same.
 */
export function buildTable(
  findings: readonly Finding[],
  documented: ReadonlySet<string>,
  firstNumber: number,
  isKept: (id: string) => boolean = () => false,
): SecretTable {
  const best = new Map<string, Finding>();
  for (const finding of findings) {
    const identity = identityOf(finding.value);
    const known = best.get(identity);
    if (
      known === undefined ||
      RANK[finding.rule] > RANK[known.rule] ||
      (known.facts === "" && finding.facts !== "" && finding.rule === known.rule)
    ) {
      best.set(identity, finding);
    }
  }
  const counters = new Map<string, number>();
  const secrets = new Map<string, Secret>();
  const values = new Map<string, string>();
  for (const [identity, finding] of best) {
    const number = counters.get(finding.kind) ?? firstNumber;
    counters.set(finding.kind, number + 1);
    const id = secretId(identity);
    secrets.set(identity, { kind: finding.kind, number, facts: finding.facts, id });
    values.set(id, finding.value);
  }
  const byStart = new Map<string, Readings>();
  const known = new Set<string>();
  const spreadAlready = new Set<string>();
  const spreadValue = (value: string, finding: Finding, secret: Secret): void => {
    // A log may hold the same address a hundred thousand times.
    const key = `${finding.kind} ${value}`;
    if (spreadAlready.has(key)) return;
    spreadAlready.add(key);
    if (!isStrong(value, finding.kind) || documented.has(value)) return;
    for (const variant of variantsOf(value)) {
      const { text } = variant;
      const start = spreadsByPrefix(text, finding.kind) ? text.slice(0, PREFIX) : text;
      const folded = foldedText(text);
      if (start.length < 6 || known.has(folded)) continue;
      known.add(folded);
      const isWhole = start.length === text.length;
      // A start of its own keeps a short spelling, which counts whole only, apart from the start of longer ones.
      const key = `${isWhole ? "=" : "^"}${foldedText(start)}`;
      const sharing = byStart.get(key);
      if (sharing === undefined) byStart.set(key, [{ variant, folded, secret }]);
      else sharing.push({ variant, folded, secret });
    }
  };
  for (const finding of findings) {
    const secret = secrets.get(identityOf(finding.value));
    if (secret === undefined || !finding.spreads || isKept(secret.id)) continue;
    spreadValue(finding.value, finding, secret);
    for (const also of finding.also) {
      const own = secrets.get(identityOf(also)) ?? secret;
      if (!isKept(own.id)) spreadValue(also, finding, own);
    }
  }
  const groups: Readings[] = [];
  const patterns: Pattern[] = [];
  for (const [key, sharing] of byStart) {
    patterns.push({ text: key.slice(1), id: groups.length });
    groups.push(sharing.toSorted((one, other) => (one.folded < other.folded ? -1 : 1)));
  }
  const match = buildMatcher(patterns);
  return {
    of: ({ value, kind }) => {
      const identity = identityOf(value);
      return secrets.get(identity) ?? { kind, number: firstNumber, facts: "", id: secretId(identity) };
    },
    values,
    spread: (views, report) => {
      for (const view of views) {
        // In a text that repeats itself every position starts a hit: each stretch is measured once.
        const measured = new Map<number, number>();
        match(view.text, (hit) => {
          const group = groups[hit.id];
          if (group === undefined || hit.start < (measured.get(hit.id) ?? 0)) return;
          const reading = group.length === 1 ? group[0] : closest(group, view.text, hit.start);
          if (reading === undefined) return;
          if (reading.secret.kind === "ip" && isVersionAt(view.text, hit.start)) return;
          const { start, end } = extent(view.text, hit.start, reading.variant);
          measured.set(hit.id, end);
          report(spanOf(view, start, end), reading.secret, view);
        });
      }
    },
  };
}

/** What goes with a hit: as much of the spelling as is there, its "0x", and neighbours that share its bits. */
function extent(text: string, at: number, variant: Variant): { readonly start: number; readonly end: number } {
  const length = agreement(text, at, variant.text);
  let start = at - variant.before;
  let end = at + length;
  if (length === variant.text.length) {
    end += variant.after;
    if (variant.before + variant.after > 0) while (text.charAt(end) === "=" && end - at < length + 3) end += 1;
  }
  if (text.slice(Math.max(0, start - 2), start).toLowerCase() === "0x") start -= 2;
  return { start: Math.max(0, start), end: Math.min(end, text.length) };
}
