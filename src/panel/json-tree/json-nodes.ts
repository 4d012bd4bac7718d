import { endOfString, isCutJson, parseJson } from "../../web/json.ts";

/**
 * A JSON text as a flat list of its nodes in the order they stand in it: parallel arrays of positions, so that 100,000
 * members cost no objects, a depth of 100,000 no stack, and every token keeps its spelling (a parsed and re-written
 * 78-digit amount would be another number; a parsed object has lost its duplicate members).
 */
export type JsonNodes = {
  readonly text: string;
  readonly count: number;
  /** Where the value starts and ends. An empty range: the text was cut before the value. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** In an object the opening quote of the member's name, in an array the item's index, -1 for the root. */
  readonly key: Int32Array;
  /** -1 for the root. */
  readonly parent: Int32Array;
  /** The node behind this one's last descendant. */
  readonly next: Int32Array;
  readonly depth: Int32Array;
  /** How many members or items it has itself; 0 for scalars. */
  readonly size: Int32Array;
};

export type NodeKind = "object" | "array" | "string" | "number" | "word" | "cut";

/**
 * The nodes of a JSON text; undefined where it is none. `wasCut` also takes text that ends within a value, as far as it
 * goes. Never throws; linear in the text.
 */
export function readNodes(text: string, wasCut: boolean): JsonNodes | undefined {
  return startNodes(text, wasCut)?.(text.length);
}

/** Lists the nodes in the next so many characters, and gives all of them once the text has ended. */
export type ListNodes = (characters: number) => JsonNodes | undefined;

/**
 * The same for a text of megabytes, which is listed a portion at a time. Only whether it is JSON is found out at once: no
 * engine parses in portions.
 */
export function startNodes(text: string, wasCut: boolean): ListNodes | undefined {
  const isJson = parseJson(text) !== undefined || (wasCut && isCutJson(text));
  return isJson ? nodeLister(text) : undefined;
}

/** Trusts the text to be JSON, or the beginning of one; what is not would be listed as if it were. */
function nodeLister(text: string): ListNodes {
  const columns = emptyColumns(256);
  let count = 0;
  let container = -1;
  let key = -1;
  const add = (start: number, end: number): void => {
    if (count === columns.start.length) widen(columns);
    const inArray = container >= 0 && text.charCodeAt(at(columns.start, container)) === OPEN_ARRAY;
    columns.start[count] = start;
    columns.end[count] = end;
    columns.key[count] = inArray ? at(columns.size, container) : key;
    columns.parent[count] = container;
    columns.next[count] = count + 1;
    columns.depth[count] = container < 0 ? 0 : at(columns.depth, container) + 1;
    if (container >= 0) columns.size[container] = at(columns.size, container) + 1;
    key = -1;
    count += 1;
  };
  const close = (end: number): void => {
    columns.end[container] = end;
    columns.next[container] = count;
    container = at(columns.parent, container);
  };
  /** Lists what stands at an index, and gives the index behind it. */
  const listAt = (index: number): number => {
    const unit = text.charCodeAt(index);
    if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) {
      add(index, text.length);
      container = count - 1;
      return index + 1;
    }
    if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
      if (container >= 0) close(index + 1);
      return index + 1;
    }
    if (isBetween(unit)) return index + 1;
    if (unit !== QUOTE) {
      const end = endOfLiteral(text, index);
      add(index, end);
      return end;
    }
    const end = endOfString(text, index) ?? text.length;
    const isKey = container >= 0 && key < 0 && text.charCodeAt(at(columns.start, container)) === OPEN_OBJECT;
    if (isKey) key = index;
    else add(index, end);
    return end;
  };
  const end = (): JsonNodes => {
    // A cut text: a name without its value, and containers that never close.
    if (key >= 0) add(text.length, text.length);
    for (let open = container < 0 ? 0 : at(columns.depth, container) + 1; open > 0; open -= 1) close(text.length);
    return { text, count, ...columns };
  };
  let done = 0;
  return (characters) => {
    const stop = Math.min(text.length, done + characters);
    while (done < stop) done = listAt(done);
    return done < text.length ? undefined : end();
  };
}

type Columns = Record<keyof Omit<JsonNodes, "text" | "count">, Int32Array>;

function emptyColumns(capacity: number): Columns {
  const column = (): Int32Array => new Int32Array(capacity);
  return {
    start: column(),
    end: column(),
    key: column(),
    parent: column(),
    next: column(),
    depth: column(),
    size: column(),
  };
}

/** Makes room for twice as many nodes. */
function widen(columns: Columns): void {
  const wider = (column: Int32Array): Int32Array => {
    const twice = new Int32Array(column.length * 2);
    twice.set(column);
    return twice;
  };
  columns.start = wider(columns.start);
  columns.end = wider(columns.end);
  columns.key = wider(columns.key);
  columns.parent = wider(columns.parent);
  columns.next = wider(columns.next);
  columns.depth = wider(columns.depth);
  columns.size = wider(columns.size);
}

const QUOTE = 34;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** An entry that is known to be within the array. */
export function at(column: Int32Array, index: number): number {
  return column[index] ?? -1;
}

/** White space, comma, colon, byte order mark. */
function isBetween(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9 || unit === 44 || unit === 58 || unit === 0xfeff;
}

function endOfLiteral(text: string, from: number): number {
  let index = from + 1;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    if (isBetween(unit) || unit === CLOSE_OBJECT || unit === CLOSE_ARRAY || unit === QUOTE) break;
    index += 1;
  }
  return index;
}

/** What a node is, by its first character. */
export function kindOf(nodes: JsonNodes, node: number): NodeKind {
  const start = at(nodes.start, node);
  if (start === at(nodes.end, node)) return "cut";
  switch (nodes.text.charCodeAt(start)) {
    case OPEN_OBJECT:
      return "object";
    case OPEN_ARRAY:
      return "array";
    case QUOTE:
      return "string";
    case 116: // t
    case 102: // f
    case 110: // n
      return "word";
    default:
      return "number";
  }
}

/** Whether a node can be opened: an object or array that has something in it. */
export function isContainer(nodes: JsonNodes, node: number): boolean {
  return at(nodes.size, node) > 0;
}

/** Where a member's name stands, without its quotes; undefined for items and the root. */
export function keySpan(nodes: JsonNodes, node: number): { readonly start: number; readonly end: number } | undefined {
  const parent = at(nodes.parent, node);
  const key = at(nodes.key, node);
  if (parent < 0 || key < 0 || nodes.text.charCodeAt(at(nodes.start, parent)) === OPEN_ARRAY) return undefined;
  const end = endOfString(nodes.text, key);
  return { start: key + 1, end: end === undefined ? nodes.text.length : end - 1 };
}
