import { at, isContainer, type JsonNodes } from "./json-nodes.ts";

/** Which containers are open: one byte a node. */
export type OpenNodes = Uint8Array;

/** At most this many nodes are all open at first; of larger bodies only the top. */
const ALL_OPEN_UP_TO = 300;

/** What is open when a body is first shown. */
export function openAtFirst(nodes: JsonNodes): OpenNodes {
  const open = new Uint8Array(nodes.count);
  if (nodes.count <= ALL_OPEN_UP_TO) open.fill(1);
  else open[0] = 1;
  return open;
}

/** The nodes whose containers are all open, in order: the rows of the tree. */
export function visibleNodes(nodes: JsonNodes, open: OpenNodes): Int32Array {
  const visible = new Int32Array(nodes.count);
  let count = 0;
  for (let node = 0; node < nodes.count;) {
    visible[count] = node;
    count += 1;
    node = open[node] === 1 ? node + 1 : at(nodes.next, node);
  }
  return visible.subarray(0, count);
}

/** All containers open, or all closed but the root. */
export function openAll(nodes: JsonNodes, isOpen: boolean): OpenNodes {
  const open = new Uint8Array(nodes.count);
  if (isOpen) open.fill(1);
  else open[0] = 1;
  return open;
}

/** With one container opened or closed. */
export function withNode(open: OpenNodes, node: number, isOpen: boolean): OpenNodes {
  const next = open.slice();
  next[node] = isOpen ? 1 : 0;
  return next;
}

/** With everything around a node open, so that it is among the rows. */
export function revealing(nodes: JsonNodes, open: OpenNodes, node: number): OpenNodes {
  const next = open.slice();
  for (let parent = at(nodes.parent, node); parent >= 0; parent = at(nodes.parent, parent)) next[parent] = 1;
  return next;
}

/** With all containers open that stand beside a node: the tree pattern's key "*". */
export function withSiblings(nodes: JsonNodes, open: OpenNodes, node: number): OpenNodes {
  const next = open.slice();
  const parent = at(nodes.parent, node);
  const end = parent < 0 ? nodes.count : at(nodes.next, parent);
  for (let sibling = parent + 1; sibling < end; sibling = at(nodes.next, sibling))
    if (isContainer(nodes, sibling)) next[sibling] = 1;
  return next;
}

/** The row in which a node stands, or that of the closed container around it. */
export function rowOf(visible: Int32Array, node: number): number {
  let low = 0;
  let high = visible.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (at(visible, middle) <= node) low = middle;
    else high = middle - 1;
  }
  return low;
}
