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

type Node = { readonly next: Map<number, Node>; fail: Node | null; output: readonly Pattern[]; readonly depth: number };

function newNode(depth: number): Node {
  return { next: new Map(), fail: null, output: [], depth };
}

function buildTrie(patterns: readonly Pattern[]): Node {
  const root = newNode(0);
  for (const pattern of patterns) {
    let node = root;
    for (let index = 0; index < pattern.text.length; index++) {
      const unit = fold(pattern.text.charCodeAt(index));
      let next = node.next.get(unit);
      if (next === undefined) {
        next = newNode(index + 1);
        node.next.set(unit, next);
      }
      node = next;
    }
    node.output = [...node.output, pattern];
  }
  return root;
}

function linkFailures(root: Node): void {
  let level: Node[] = [];
  for (const child of root.next.values()) {
    child.fail = root;
    level.push(child);
  }
  while (level.length > 0) {
    const below: Node[] = [];
    for (const node of level) {
      for (const [unit, child] of node.next) {
        let fail = node.fail;
        while (fail !== null && !fail.next.has(unit)) fail = fail.fail;
        child.fail = fail?.next.get(unit) ?? root;
        if (child.fail.output.length > 0) child.output = [...child.output, ...child.fail.output];
        below.push(child);
      }
    }
    level = below;
  }
}

/** First two units of all patterns, hashed: most positions of a text can be left at once. */
function buildFilter(patterns: readonly Pattern[]): Uint8Array {
  const filter = new Uint8Array(65_536);
  for (const { text } of patterns) filter[filterKey(fold(text.charCodeAt(0)), fold(text.charCodeAt(1)))] = 1;
  return filter;
}

function filterKey(first: number, second: number): number {
  return ((first << 7) ^ second) & 0xffff;
}

/**
 * Looks for many literals in one pass, however many there are (Aho and Corasick, "Efficient string matching", 1975).
 * Patterns must have two or more characters.
 */
export function buildMatcher(patterns: readonly Pattern[]): (text: string, report: (hit: Hit) => void) => void {
  const root = buildTrie(patterns);
  linkFailures(root);
  const filter = buildFilter(patterns);
  return (text, report) => {
    if (patterns.length === 0) return;
    let node = root;
    for (let index = 0; index < text.length; index++) {
      const unit = fold(text.charCodeAt(index));
      if (node === root && filter[filterKey(unit, fold(text.charCodeAt(index + 1)))] !== 1) continue;
      let next = node.next.get(unit);
      while (next === undefined && node.fail !== null) {
        node = node.fail;
        next = node.next.get(unit);
      }
      node = next ?? root;
      for (const { text: found, id } of node.output) report({ start: index + 1 - found.length, end: index + 1, id });
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
