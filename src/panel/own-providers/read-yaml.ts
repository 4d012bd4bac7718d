import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";

/** A YAML document as JSON would give it, or why it cannot be read, as a sentence. */
export type ReadYaml =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

/** The largest public descriptions have about 10 MB; their trees take fifty times that. */
export const LONGEST_YAML = 12_000_000;
/** Nested deeper than any description, and less deep than what overflows a stack. */
const DEEPEST = 200;
/** Values that a document stands for once its aliases are written out: a few lines can name billions. */
const MOST_VALUES = 5_000_000;

/** Ends the reading from wherever it is; never leaves this file. */
class Refusal extends Error {}

/**
 * Reads one YAML 1.2 document (core schema: no dates, no "yes"). Aliases become the same object again, merge keys (`<<`,
 * YAML 1.1) are merged, keys become texts, a key that comes twice counts the last time, as in JSON. Tags are not
 * followed. Refused are documents that are too long or too deep, that hold themselves, or whose aliases stand for more
 * than five million values. Never throws.
 */
export function readYaml(yamlText: string): ReadYaml {
  if (yamlText.length > LONGEST_YAML)
    return { ok: false, problem: `The YAML has more than ${LONGEST_YAML / 1_000_000} million characters.` };
  try {
    // Comparing each key with all others takes 18 s for 20,000 of them; the library's own way from nodes to values
    // goes through the whole document for each alias.
    const document = parseDocument(yamlText, {
      version: "1.2",
      logLevel: "error",
      merge: false,
      uniqueKeys: false,
      resolveKnownTags: false,
    });
    const [error] = document.errors;
    if (error !== undefined) return { ok: false, problem: describe(error.message) };
    return { ok: true, value: newReader().read(document.contents, 0).value };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.message };
    return { ok: false, problem: "The YAML is nested too deeply." };
  }
}

/** "Tabs are not allowed as indentation at line 2, column 1:" with the lines in question below. */
function describe(message: string): string {
  const first = (message.split("\n", 1)[0] ?? "").replace(/:$/, "");
  return first.startsWith("Maximum call stack")
    ? "The YAML is nested too deeply."
    : `The YAML cannot be read: ${first}.`;
}

/** A value, and how many it stands for. */
type Read = { readonly value: unknown; readonly size: number };

function newReader() {
  const anchored = new Map<string, Read>();
  const open = new Set<string>();

  const bounded = (size: number): number => {
    if (size <= MOST_VALUES) return size;
    throw new Refusal("The YAML's aliases stand for more than five million values: it is not read.");
  };

  const read = (node: unknown, depth: number): Read => {
    if (depth > DEEPEST) throw new Refusal("The YAML is nested too deeply.");
    if (isAlias(node)) {
      if (open.has(node.source)) throw new Refusal(`The YAML's anchor "${node.source}" holds itself.`);
      const known = anchored.get(node.source);
      if (known === undefined) throw new Refusal(`The YAML names an anchor "${node.source}" that is not there.`);
      return known;
    }
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor !== undefined) open.add(anchor);
    const found = isMap(node)
      ? readMap(node.items, depth)
      : isSeq(node)
        ? readList(node.items, depth)
        : readScalar(node);
    if (anchor !== undefined) {
      open.delete(anchor);
      anchored.set(anchor, found);
    }
    return found;
  };

  const readScalar = (node: unknown): Read => {
    const value = isScalar(node) ? node.value : null;
    // What a tag made of a text (bytes, a symbol) has no place in JSON.
    const isPlain = value === null || ["string", "number", "boolean"].includes(typeof value);
    return { value: isPlain ? value : null, size: 1 };
  };

  const readList = (items: readonly unknown[], depth: number): Read => {
    const values: unknown[] = [];
    let size = 1;
    for (const item of items) {
      const found = read(isPair(item) ? null : item, depth + 1);
      values.push(found.value);
      size = bounded(size + found.size);
    }
    return { value: values, size };
  };

  const readMap = (items: readonly unknown[], depth: number): Read => {
    const members = new Map<string, unknown>();
    const merged: unknown[] = [];
    let size = 1;
    for (const item of items) {
      if (!isPair(item)) continue;
      const key = keyOf(read(item.key, depth + 1).value);
      const found = read(item.value, depth + 1);
      size = bounded(size + found.size);
      if (key === "<<") merged.push(...(Array.isArray(found.value) ? (found.value as unknown[]) : [found.value]));
      else members.set(key, found.value);
    }
    // Of several the first counts, and what stands here itself before all of them (yaml.org/type/merge.html).
    for (const source of merged) {
      if (typeof source !== "object" || source === null) continue;
      for (const [key, value] of Object.entries(source)) if (!members.has(key)) members.set(key, value);
    }
    // fromEntries defines members, so that one named "__proto__" is nothing special.
    return { value: Object.fromEntries(members), size };
  };

  return { read };
}

function keyOf(value: unknown): string {
  return typeof value === "object" && value !== null ? "" : String(value);
}
