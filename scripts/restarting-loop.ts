import { RegExpParser, type AST } from "@eslint-community/regexpp";

/**
 * Finds loops in which a pattern starts again: in `ab[^c]*c` every "ab" of "ababab…" begins a match that reads to the end
 * of the text for its "c". That is quadratic although nothing backtracks. `scslre` finds such loops only at the start of
 * a pattern.
 *
 * A pattern is read as an automaton; it restarts in a loop if one word leads from any place of the text into the loop and
 * also once around it (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991).
 */
type Node = { readonly edges: { readonly mask: bigint; readonly to: number }[]; readonly free: number[] } & {
  /** Reached only if an assertion holds. */
  readonly asserted: number[];
};
type Automaton = { readonly nodes: Node[]; readonly loops: { readonly at: number; readonly rescans: boolean }[] };

/** Repetitions up to this often count as bounded: they make a search slower by a constant. */
const BOUNDED = 500;
/** Code units that represent all: ASCII, and a few of what classes tell apart beyond it. */
const SAMPLE = [
  ...Array.from({ length: 128 }, (_, unit) => unit),
  0xa0,
  0xab,
  0xe9,
  0x130,
  0x2028,
  0x2029,
  0x4e00,
  0xfeff,
].map((unit) => String.fromCharCode(unit));
const ALL = (1n << BigInt(SAMPLE.length)) - 1n;

function maskOf(test: (unit: string) => boolean): bigint {
  return SAMPLE.reduce((mask, unit, index) => (test(unit) ? mask | (1n << BigInt(index)) : mask), 0n);
}

const LINE_ENDS = maskOf((unit) => /[\n\r\u2028\u2029]/.test(unit));
const NO_WORD = maskOf((unit) => /\W/.test(unit));

class Builder {
  readonly automaton: Automaton = { nodes: [], loops: [] };
  readonly #flags: string;
  readonly #masks = new Map<string, bigint>();
  #inLookaround = 0;

  constructor(flags: string) {
    this.#flags = flags.replace(/[gym]/g, "");
  }

  node(): number {
    return this.automaton.nodes.push({ edges: [], free: [], asserted: [] }) - 1;
  }

  at(index: number): Node {
    const node = this.automaton.nodes[index];
    if (node === undefined) throw new Error("There is no such state.");
    return node;
  }

  alternatives(list: readonly AST.Alternative[], from: number, isFirst: boolean, isMultiline: boolean): number {
    const end = this.node();
    for (const { elements } of list) {
      const start = this.node();
      this.at(from).free.push(start);
      let at: number | null = start;
      for (const [index, element] of elements.entries()) {
        if (at !== null) at = this.#element(element, at, isFirst && index === 0, isMultiline);
      }
      if (at !== null) this.at(at).free.push(end);
    }
    return end;
  }

  #consume(from: number, mask: bigint): number {
    const to = this.node();
    this.at(from).edges.push({ mask, to });
    return to;
  }

  #element(element: AST.Element, from: number, isFirst: boolean, isMultiline: boolean): number | null {
    switch (element.type) {
      case "Character":
      case "CharacterSet":
      case "CharacterClass":
      case "ExpressionCharacterClass":
        return this.#consume(from, this.#mask(element.raw));
      case "Group":
      case "CapturingGroup":
        return this.alternatives(element.alternatives, from, isFirst, isMultiline);
      case "Quantifier":
        return this.#quantifier(element, from, isFirst, isMultiline);
      case "Backreference":
        return this.#consume(from, ALL);
      case "Assertion":
        return this.#assertion(element, from, isFirst, isMultiline);
    }
  }

  #mask(raw: string): bigint {
    const known = this.#masks.get(raw);
    if (known !== undefined) return known;
    const pattern = new RegExp(`^(?:${raw})$`, this.#flags);
    const mask = maskOf((unit) => pattern.test(unit));
    this.#masks.set(raw, mask);
    return mask;
  }

  #quantifier(
    { min, max, element }: AST.Quantifier,
    from: number,
    isFirst: boolean,
    isMultiline: boolean,
  ): number | null {
    let at: number | null = from;
    for (let count = 0; count < Math.min(min, 2) && at !== null; count++)
      at = this.#element(element, at, isFirst && count === 0, isMultiline);
    if (at === null) return min === 0 ? from : null;
    if (max === min) return at;
    const entry = this.node();
    this.at(at).free.push(entry);
    const around = this.#element(element, entry, isFirst && min === 0, isMultiline);
    const end = this.node();
    this.at(entry).free.push(end);
    if (around === null) return end;
    if (max <= BOUNDED) this.at(around).free.push(end);
    else {
      this.at(around).free.push(entry);
      this.automaton.loops.push({ at: entry, rescans: this.#inLookaround > 0 });
    }
    return end;
  }

  #assertion(assertion: AST.Assertion, from: number, isFirst: boolean, isMultiline: boolean): number | null {
    const to = this.node();
    switch (assertion.kind) {
      case "start":
        return isMultiline ? this.#consume(from, LINE_ENDS) : null;
      case "word":
        if (isFirst) return this.#consume(from, NO_WORD);
        break;
      case "lookbehind": {
        const [only, ...more] = assertion.alternatives.flatMap(({ elements }) => elements);
        if (isFirst && more.length === 0 && only !== undefined && only.type.startsWith("Character")) {
          const mask = this.#mask(only.raw);
          return this.#consume(from, assertion.negate ? ALL & ~mask : mask);
        }
        break;
      }
      case "lookahead":
        this.#inLookaround += 1;
        this.alternatives(assertion.alternatives, from, false, isMultiline);
        this.#inLookaround -= 1;
        break;
      case "end":
        break;
    }
    this.at(from).asserted.push(to);
    return to;
  }
}

function closure({ nodes }: Automaton, from: number, throughAssertions: boolean): readonly number[] {
  const seen = new Set([from]);
  for (const at of seen) {
    const node = nodes[at];
    for (const to of node?.free ?? []) seen.add(to);
    for (const to of (throughAssertions && node?.asserted) || []) seen.add(to);
  }
  return [...seen];
}

/** Whether one word leads from `start`, where any text may come before, to `loop` and from `loop` around to itself. */
function restarts(automaton: Automaton, start: number, loop: number): boolean {
  const steps = automaton.nodes.map((_, from) =>
    closure(automaton, from, true).flatMap((at) => automaton.nodes[at]?.edges ?? []),
  );
  const reach = automaton.nodes.map((_, from) => closure(automaton, from, true));
  const size = automaton.nodes.length;
  const seen = new Set<number>([start * size + loop]);
  for (const pair of seen) {
    const one = Math.floor(pair / size);
    const other = pair % size;
    const ones = one === start ? [...(steps[one] ?? []), { mask: ALL, to: start }] : (steps[one] ?? []);
    for (const first of ones) {
      for (const second of steps[other] ?? []) {
        if ((first.mask & second.mask) === 0n) continue;
        if (reach[first.to]?.includes(loop) === true && reach[second.to]?.includes(loop) === true) return true;
        seen.add(first.to * size + second.to);
      }
    }
  }
  return false;
}

/** Whether a search with this pattern can start again and again in one of its loops, and each time fail or look ahead. */
export function hasRestartingLoop(source: string, flags: string): boolean {
  // It matches at one place only.
  if (flags.includes("y")) return false;
  const parsed = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes("u") });
  const builder = new Builder(flags);
  const start = builder.node();
  const end = builder.alternatives(parsed.alternatives, start, true, flags.includes("m"));
  return builder.automaton.loops.some(
    ({ at, rescans }) =>
      (rescans || !closure(builder.automaton, at, false).includes(end)) && restarts(builder.automaton, start, at),
  );
}
