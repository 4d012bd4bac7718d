/** A literal to look for; `id` says whose it is. */
export type Pattern = { readonly text: string; readonly id: number };
export type Hit = { readonly start: number; readonly end: number; readonly id: number };

/** ASCII letters compare without case: an upper-case copy of a key is the key. */
function fold(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}

/** The unit at `index`, as texts are compared. */
export function foldedUnit(text: string, index: number): number {
  return fold(text.charCodeAt(index));
}

/** The text as texts are compared: ASCII letters in lower case, all else as it is. */
export function foldedText(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** States are numbers, 0 the start; all edges are in one table, which is small beside one for each state. */
type Trie = {
  readonly edges: Map<number, number>;
  readonly fallbacks: number[];
  readonly outputs: (readonly Pattern[])[];
};

const NO_OUTPUT: readonly Pattern[] = [];

function edgeOf(state: number, unit: number): number {
  return state * 65_536 + unit;
}

function buildTrie(patterns: readonly Pattern[]): Trie {
  const edges = new Map<number, number>();
  const fallbacks = [0];
  const outputs: (readonly Pattern[])[] = [NO_OUTPUT];
  for (const pattern of patterns) {
    let state = 0;
    for (let index = 0; index < pattern.text.length; index++) {
      const edge = edgeOf(state, foldedUnit(pattern.text, index));
      let next = edges.get(edge);
      if (next === undefined) {
        next = outputs.push(NO_OUTPUT) - 1;
        fallbacks.push(0);
        edges.set(edge, next);
      }
      state = next;
    }
    outputs[state] = [...(outputs[state] ?? NO_OUTPUT), pattern];
  }
  return { edges, fallbacks, outputs };
}

/** The state after `unit` in `state`, with fallbacks. */
function step({ edges, fallbacks }: Trie, state: number, unit: number): number {
  for (let at = state; ; at = fallbacks[at] ?? 0) {
    const next = edges.get(edgeOf(at, unit));
    if (next !== undefined) return next;
    if (at === 0) return 0;
  }
}

/** Each state falls back on the longest other one that ends as it does; see Aho and Corasick. */
function linkFallbacks(trie: Trie): void {
  const children: (readonly [number, number])[][] = trie.outputs.map(() => []);
  for (const [edge, child] of trie.edges) children[Math.floor(edge / 65_536)]?.push([edge % 65_536, child]);
  const order = [0];
  for (const state of order) {
    for (const [unit, child] of children[state] ?? []) {
      order.push(child);
      if (state === 0) continue;
      const behind = step(trie, trie.fallbacks[state] ?? 0, unit);
      trie.fallbacks[child] = behind;
      const inherited = trie.outputs[behind] ?? NO_OUTPUT;
      if (inherited.length > 0) trie.outputs[child] = [...(trie.outputs[child] ?? NO_OUTPUT), ...inherited];
    }
  }
}

/** So many units at the end of a window say how far it may move on. */
const LOOK = 3;
const MAX_WINDOW = 200;

function shiftKey(first: number, second: number, third: number): number {
  return ((first << 10) ^ (second << 5) ^ third) & 0xffff;
}

/**
 * How far a window as long as the shortest pattern may move on, by its last units: up to where they stand in the starts
 * of the patterns (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994). Most of a text is never read.
 */
function buildShifts(patterns: readonly Pattern[], window: number): Uint8Array {
  const shifts = new Uint8Array(65_536).fill(window - LOOK + 1);
  for (const { text } of patterns) {
    for (let end = LOOK - 1; end < window; end++) {
      const key = shiftKey(foldedUnit(text, end - 2), foldedUnit(text, end - 1), foldedUnit(text, end));
      shifts[key] = Math.min(shifts[key] ?? 0, window - 1 - end);
    }
  }
  return shifts;
}

/**
 * Looks for many literals in one pass, however many there are (Aho and Corasick, "Efficient string matching", 1975).
 * Patterns must have three or more characters.
 */
export function buildMatcher(patterns: readonly Pattern[]): (text: string, report: (hit: Hit) => void) => void {
  if (patterns.length === 0) return () => undefined;
  const trie = buildTrie(patterns);
  linkFallbacks(trie);
  const { outputs } = trie;
  const window = patterns.reduce((least, { text }) => Math.min(least, text.length), MAX_WINDOW);
  const shifts = buildShifts(patterns, window);
  /** Reads on from `from` to where no pattern can have begun any more; returns that place. */
  const follow = (text: string, from: number, report: (hit: Hit) => void): number => {
    let state = 0;
    for (let index = from; index < text.length; index++) {
      state = step(trie, state, foldedUnit(text, index));
      if (state === 0) return index + 1;
      for (const { text: pattern, id } of outputs[state] ?? NO_OUTPUT)
        report({ start: index + 1 - pattern.length, end: index + 1, id });
    }
    return text.length;
  };
  return (text, report) => {
    const { length } = text;
    for (let end = window - 1; end < length;) {
      const first = fold(text.charCodeAt(end - 2));
      const second = fold(text.charCodeAt(end - 1));
      const shift = shifts[shiftKey(first, second, fold(text.charCodeAt(end)))] ?? 0;
      end = shift === 0 ? follow(text, end - window + 1, report) + window - 1 : end + shift;
    }
  };
}

/** How far `text` from `at` on agrees with `wanted`, without case. */
export function agreement(text: string, at: number, wanted: string): number {
  let length = 0;
  while (
    length < wanted.length &&
    at + length < text.length &&
    fold(text.charCodeAt(at + length)) === fold(wanted.charCodeAt(length))
  ) {
    length += 1;
  }
  return length;
}
