import type { Assertion, Syntax, UnitTest } from "./syntax.ts";

/** A step of a nondeterministic automaton (Thompson's construction). Steps are named by their index. */
export type Step =
  | { readonly kind: "unit"; readonly test: UnitTest; readonly next: number }
  | { readonly kind: "assert"; readonly where: Assertion; readonly next: number }
  | { readonly kind: "fork"; readonly nexts: readonly number[] }
  | { readonly kind: "match" };

export type Program = { readonly steps: readonly Step[]; readonly start: number };

const MAX_STEPS = 3000;

/**
 * Syntax to an automaton; undefined if repetitions within repetitions would make it too large. Built from the end:
 * each part is given the step that follows it.
 */
export function buildProgram(syntax: Syntax): Program | undefined {
  const steps: Step[] = [{ kind: "match" }];
  const start = build(syntax, 0, steps);
  return steps.length > MAX_STEPS ? undefined : { steps, start };
}

function add(steps: Step[], step: Step): number {
  steps.push(step);
  return steps.length - 1;
}

function build(syntax: Syntax, next: number, steps: Step[]): number {
  if (steps.length > MAX_STEPS) return next;
  switch (syntax.kind) {
    case "empty":
      return next;
    case "unit":
      return add(steps, { kind: "unit", test: syntax.test, next });
    case "assert":
      return add(steps, { kind: "assert", where: syntax.where, next });
    case "sequence":
      return syntax.parts.reduceRight((follower, part) => build(part, follower, steps), next);
    case "choice":
      return add(steps, { kind: "fork", nexts: syntax.parts.map((part) => build(part, next, steps)) });
    case "repeat":
      return buildRepeat(syntax.part, syntax.least, syntax.most, next, steps);
  }
}

function buildRepeat(part: Syntax, least: number, most: number, next: number, steps: Step[]): number {
  let follower = next;
  if (most === Infinity) {
    // The loop's fork must exist before the part that leads back to it.
    const nexts: number[] = [next];
    follower = add(steps, { kind: "fork", nexts });
    nexts.push(build(part, follower, steps));
  } else {
    for (let count = least; count < most; count += 1) {
      if (steps.length > MAX_STEPS) return next;
      follower = add(steps, { kind: "fork", nexts: [build(part, follower, steps), next] });
    }
  }
  for (let count = 0; count < least; count += 1) {
    if (steps.length > MAX_STEPS) return next;
    follower = build(part, follower, steps);
  }
  return follower;
}
