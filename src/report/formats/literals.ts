const ASCII = 128;

/** Looks for many literals at once: `next[state * 128 + unit]`. States from `accepting` on end in a literal. */
export type Literals = {
  readonly next: Uint16Array;
  readonly accepting: number;
  /** The numbers of the literals that end in a state, in their order. */
  readonly found: readonly (readonly number[])[];
};

/**
 * An automaton over ASCII literals (Aho and Corasick, "Efficient string matching", 1975) with a table row for each state:
 * one look-up a character, however many literals there are. A unit that is no ASCII leads back to state 0. With
 * `anyCase` letters of both cases are taken for the same.
 */
export function literalsOf(literals: readonly string[], anyCase = false): Literals {
  const children: Map<number, number>[] = [new Map<number, number>()];
  const ends: number[][] = [[]];
  for (const [id, literal] of literals.entries()) {
    let state = 0;
    for (const character of anyCase ? literal.toLowerCase() : literal) {
      const unit = character.charCodeAt(0);
      let child = children[state]?.get(unit);
      if (child === undefined) {
        child = children.push(new Map()) - 1;
        ends.push([]);
        children[state]?.set(unit, child);
      }
      state = child;
    }
    ends[state]?.push(id);
  }
  // Breadth first: what is shorter is complete when what is longer falls back on it.
  const next = new Uint16Array(children.length * ASCII);
  const fallback = new Uint16Array(children.length);
  const order = [0];
  for (const state of order) {
    const back = fallback[state] ?? 0;
    for (let unit = 0; unit < ASCII; unit++) {
      const child = children[state]?.get(unit);
      if (child === undefined) {
        next[state * ASCII + unit] = state === 0 ? 0 : (next[back * ASCII + unit] ?? 0);
        continue;
      }
      const behind = state === 0 ? 0 : (next[back * ASCII + unit] ?? 0);
      next[state * ASCII + unit] = child;
      fallback[child] = behind;
      ends[child]?.push(...(ends[behind] ?? []));
      order.push(child);
    }
    if (anyCase)
      for (let unit = 65; unit <= 90; unit++) next[state * ASCII + unit] = next[state * ASCII + unit + 32] ?? 0;
  }
  return withAcceptingLast(next, ends);
}

/** Renumbers the states so that one comparison tells whether a literal ends in one. */
function withAcceptingLast(next: Uint16Array, ends: readonly (readonly number[])[]): Literals {
  const plain = [...ends.keys()].filter((state) => ends[state]?.length === 0);
  const order = [...plain, ...[...ends.keys()].filter((state) => ends[state]?.length !== 0)];
  const renamed = new Uint16Array(ends.length);
  for (const [to, from] of order.entries()) renamed[from] = to;
  const table = new Uint16Array(next.length);
  for (const [to, from] of order.entries()) {
    for (let unit = 0; unit < ASCII; unit++) table[to * ASCII + unit] = renamed[next[from * ASCII + unit] ?? 0] ?? 0;
  }
  return { next: table, accepting: plain.length, found: order.map((state) => ends[state] ?? []) };
}
