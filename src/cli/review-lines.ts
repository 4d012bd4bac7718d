import type { UncertainItem } from "../report/redact/uncertain.ts";

const REASONS: Readonly<Record<Extract<UncertainItem, { state: "kept" }>["reason"], string>> = {
  random: "looks generated",
  "near-secret-name": "has a name that is nearly a secret's",
  hex: "may be a key or a hash",
};

/**
 * What a reader of a report should look at, for standard error. The values themselves are in the report; here are only
 * their places, because logs keep standard error.
 */
export function reviewLines(items: readonly UncertainItem[]): readonly string[] {
  return items.map((item) =>
    item.state === "kept"
      ? `Needs review: ${placeOf(item.where)} holds a value of ${item.text.length} characters that ${REASONS[item.reason]}.`
      : `Needs review: ${placeOf(item.where)} held a value that was cut for its look alone (${item.kind} ${item.number}).`,
  );
}

/** The place by the words of ours. The name of a header or field follows only if it can be no generated value. */
function placeOf(where: string): string {
  const [, side = "", name] =
    /^((?:earlier call, )?(?:request header|response header|form field)) (.*)$/s.exec(where) ?? [];
  if (name === undefined) return where === "" ? "the call" : `the ${where}`;
  return /^[A-Za-z]+(?:[-_][A-Za-z]+){0,8}$/.test(name) && name.length <= 40 ? `the ${side} ${name}` : `a ${side}`;
}
