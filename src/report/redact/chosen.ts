import type { Finding } from "../find/finding.ts";
import { buildMatcher, type Pattern } from "../taint/matcher.ts";
import { buildTable, type Secret } from "../taint/table.ts";
import type { Span, View } from "../views/view.ts";
import { spanOf } from "../views/view.ts";
import type { Reason } from "./origin.ts";

/** A text that must go because someone said so, not because a rule knows it. */
export type Chosen = {
  /** "by-hand", "wallet-address"… */
  readonly kind: string;
  readonly value: string;
  /** Further readings of it: what was selected in a report may be escaped there. */
  readonly also: readonly string[];
  readonly reason: Reason;
};

/** Kind of what the user marked in the preview. */
export const BY_HAND = "by-hand";

/** A shorter text would be found in half of the words of a report. */
export const SHORTEST_CHOICE = 3;

export type ChosenCut = Span & { readonly secret: Secret; readonly reason: Reason; readonly view: View };
export type FindChosen = (views: readonly View[], report: (cut: ChosenCut) => void) => void;

/** Chosen texts, made findable; `kept` are those that stay all the same, on the user's word. */
export type ChosenTexts = { readonly find: FindChosen; readonly kept: readonly Secret[] };

function findingOf({ kind, value, also }: Chosen): Finding {
  return {
    start: 0,
    end: 0,
    kind,
    rule: "place",
    value,
    facts: "",
    style: "text",
    bare: false,
    also,
    spreads: true,
    opaque: false,
  };
}

/**
 * Makes chosen texts findable in any text, in the spellings every other secret is found in. Unlike a rule's finding a
 * choice is followed however weak it is ("bob"), and whatever fact it names. Numbers start at `firstNumber`. Choices of
 * a policy that `isKept` knows by their id stay.
 */
export function findChosen(
  all: readonly Chosen[],
  firstNumber: number,
  isKept: (id: string) => boolean = () => false,
): ChosenTexts {
  const chosen = all.filter(({ value }) => value.trim().length >= SHORTEST_CHOICE);
  if (chosen.length === 0) return { find: () => undefined, kept: [] };
  const findings = chosen.map(findingOf);
  const table = buildTable(findings, new Set(), firstNumber, isKept);
  const reasons = new Map<Secret, Reason>();
  const patterns: Pattern[] = [];
  const secrets: Secret[] = [];
  const kept: Secret[] = [];
  for (const [index, finding] of findings.entries()) {
    const secret = table.of(finding);
    reasons.set(secret, chosen[index]?.reason ?? "by-hand");
    if (isKept(secret.id)) {
      kept.push(secret);
      continue;
    }
    for (const value of [finding.value, finding.value.trim(), ...finding.also]) {
      if (value.trim().length < SHORTEST_CHOICE) continue;
      patterns.push({ text: value, id: secrets.length });
      secrets.push(secret);
    }
  }
  const match = buildMatcher(patterns);
  const find: FindChosen = (views, report) => {
    table.spread(views, ({ start, end }, secret, view) => {
      report({ start, end, secret, reason: reasons.get(secret) ?? "by-hand", view });
    });
    for (const view of views) {
      match(view.text, ({ start, end, id }) => {
        const secret = secrets[id];
        if (secret !== undefined)
          report({ ...spanOf(view, start, end), secret, reason: reasons.get(secret) ?? "by-hand", view });
      });
    }
  };
  return { find, kept };
}
