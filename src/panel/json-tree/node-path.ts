import { at, type JsonNodes, keySpan } from "./json-nodes.ts";
import { readEscapes } from "../../web/json.ts";

/** One step into a body: the index of an item, or where the member's name stands in the text, without its quotes. */
export type PathStep = number | { readonly start: number; readonly end: number };

/** The steps from the root to a node. */
export function stepsTo(nodes: JsonNodes, node: number): readonly PathStep[] {
  const steps: PathStep[] = [];
  for (let step = node; at(nodes.parent, step) >= 0; step = at(nodes.parent, step))
    steps.push(keySpan(nodes, step) ?? at(nodes.key, step));
  return steps.toReversed();
}

/** On screen at most this many steps of a path are shown, the last ones. */
const STEPS_SHOWN = 40;

/** A node's place for the screen, as JavaScript writes it: `error.details[0]`; "" for the root. */
export function shownPath(nodes: JsonNodes, node: number): string {
  const steps: string[] = [];
  let step = node;
  for (; at(nodes.parent, step) >= 0 && steps.length < STEPS_SHOWN; step = at(nodes.parent, step)) {
    const span = keySpan(nodes, step);
    if (span === undefined) steps.push(`[${at(nodes.key, step)}]`);
    else {
      const name = readEscapes(nodes.text.slice(span.start, span.end));
      steps.push(/^[A-Za-z_$][\w$]{0,199}$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`);
    }
  }
  const path = steps.toReversed().join("");
  return at(nodes.parent, step) >= 0 ? `…${path}` : path.replace(/^\./, "");
}
