import type { BodyPick } from "../../report/output/body-pick.ts";
import { at, type JsonNodes, keySpan, readNodes } from "../json-tree/json-nodes.ts";

/**
 * What was picked of a body as presentation mode shows it, as a pick of the body as received: the same member or item,
 * which stands somewhere else there, since marks are shorter or longer than what they stand for. Undefined where the
 * received body has nothing in that place. Linear in both.
 */
export function recordedPick(pick: BodyPick, shown: string, received: string): BodyPick | undefined {
  if (shown === received) return pick;
  if (pick.want === "value" && pick.start === 0 && pick.end === shown.length) return { ...pick, end: received.length };
  const from = readNodes(shown, true);
  const to = readNodes(received, true);
  if (from === undefined || to === undefined) return undefined;
  if (pick.want === "value") {
    const edge = pick.isString ? 1 : 0;
    const node = counterpart(from, nodeAt(from.start, from.count, pick.start - edge), to);
    if (node === undefined) return undefined;
    const isString = received.charAt(at(to.start, node)) === '"';
    const inside = isString ? 1 : 0;
    return { ...pick, isString, start: at(to.start, node) + inside, end: at(to.end, node) - inside };
  }
  const steps = pick.steps.map((step) => {
    if (typeof step === "number") return step;
    const node = counterpart(from, nodeAt(from.key, from.count, step.start - 1, isMember(from)), to);
    return node === undefined ? undefined : keySpan(to, node);
  });
  return steps.includes(undefined) ? undefined : { ...pick, steps: steps.filter((step) => step !== undefined) };
}

function nodeAt(column: Int32Array, count: number, wanted: number, fits = (_node: number): boolean => true): number {
  for (let node = 0; node < count; node += 1) if (column[node] === wanted && fits(node)) return node;
  return -1;
}

/** An item's key is its number, which may be the place of another node's name. */
function isMember(nodes: JsonNodes): (node: number) => boolean {
  return (node) => keySpan(nodes, node) !== undefined;
}

/** The node at the same place of another reading of the body: the third member of the second item, and so on. */
function counterpart(from: JsonNodes, node: number, to: JsonNodes): number | undefined {
  if (node < 0) return undefined;
  const places: number[] = [];
  for (let step = node; at(from.parent, step) >= 0; step = at(from.parent, step)) {
    let place = 0;
    for (let sibling = at(from.parent, step) + 1; sibling < step; sibling = at(from.next, sibling)) place += 1;
    places.push(place);
  }
  let found = 0;
  for (const place of places.toReversed()) {
    if (place >= at(to.size, found)) return undefined;
    found += 1;
    for (let step = 0; step < place; step += 1) found = at(to.next, found);
  }
  return found;
}
