import { at, isContainer, type JsonNodes } from "./json-nodes.ts";
import { type OpenNodes, rowOf, withNode, withSiblings } from "./open-nodes.ts";

/** Where a tree stands: what is open, which rows that makes, and which node is active. */
export type TreeState = { readonly open: OpenNodes; readonly visible: Int32Array; readonly active: number };

/** What a key does: another active node, another set of open ones, or both. */
export type TreeMove = { readonly active?: number; readonly open?: OpenNodes };

/**
 * The keys of the ARIA tree view pattern: arrows, Home, End, Page Up and Down, Enter and Space, and "*" for all
 * siblings. Undefined for any other key. https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
export function moveInTree(nodes: JsonNodes, state: TreeState, key: string, rowsAPage: number): TreeMove | undefined {
  const { open, visible, active } = state;
  const row = rowOf(visible, active);
  const to = (target: number): TreeMove => ({
    active: at(visible, Math.min(visible.length - 1, Math.max(0, target))),
  });
  const canOpen = isContainer(nodes, active);
  const isOpen = canOpen && open[active] === 1;
  switch (key) {
    case "ArrowDown":
      return to(row + 1);
    case "ArrowUp":
      return to(row - 1);
    case "PageDown":
      return to(row + rowsAPage);
    case "PageUp":
      return to(row - rowsAPage);
    case "Home":
      return to(0);
    case "End":
      return to(visible.length - 1);
    case "ArrowRight":
      if (!canOpen) return {};
      return isOpen ? to(row + 1) : { open: withNode(open, active, true) };
    case "ArrowLeft":
      if (isOpen) return { open: withNode(open, active, false) };
      return { active: Math.max(0, at(nodes.parent, active)) };
    case "Enter":
    case " ":
      return canOpen ? { open: withNode(open, active, !isOpen) } : {};
    case "*":
      return { open: withSiblings(nodes, open, active) };
    default:
      return undefined;
  }
}
