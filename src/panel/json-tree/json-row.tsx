import { formatCount } from "../words/format-amount.ts";
import { at, isContainer, type JsonNodes, kindOf } from "./json-nodes.ts";
import { shownKey, shownValue } from "./token-text.ts";
import { detailWords } from "../words/english/detail.ts";

type Props = {
  readonly nodes: JsonNodes;
  readonly node: number;
  /** The element's id, to which the tree points while the row is the active one. */
  readonly id: string;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  /** What is searched for: marked where it is seen. */
  readonly wanted: string;
  readonly onActivate: (node: number) => void;
  readonly onToggle: (node: number) => void;
};

/** Deeper levels are told by their number: they would move out of sight. */
const DEEPEST_INDENT = 24;

/** One node of a JSON body: its name, its value, and whether it is open. */
export function JsonRow({ nodes, node, id, isOpen, isActive, wanted, onActivate, onToggle }: Props) {
  const canOpen = isContainer(nodes, node);
  const depth = at(nodes.depth, node);
  const parent = at(nodes.parent, node);
  const key = shownKey(nodes, node);
  const isItem = parent >= 0 && kindOf(nodes, parent) === "array";
  return (
    <div
      class="json-row"
      role="treeitem"
      id={id}
      aria-level={depth + 1}
      aria-posinset={placeOf(nodes, node)}
      aria-setsize={parent < 0 ? 1 : at(nodes.size, parent)}
      aria-expanded={canOpen ? isOpen : undefined}
      aria-selected={isActive}
      style={{ paddingInlineStart: `${Math.min(depth, DEEPEST_INDENT) * 12}px` }}
      onClick={() => onActivate(node)}
      onDblClick={() => onToggle(node)}
    >
      <span
        class={canOpen ? "json-twist" : "json-no-twist"}
        aria-hidden="true"
        onClick={() => {
          if (canOpen) onToggle(node);
        }}
      />
      {depth > DEEPEST_INDENT && <span class="quiet json-depth">{detailWords.jsonDepth(depth)} </span>}
      {key !== "" && (
        <>
          <span class={isItem ? "json-index" : "json-key"}>
            <Marked text={key} wanted={isItem ? "" : wanted} />
          </span>
          {": "}
        </>
      )}
      <Value nodes={nodes} node={node} wanted={wanted} />
    </div>
  );
}

/** Members beyond this many are not counted for one row: it would take as long for each. */
const COUNTED_MEMBERS = 1_000;

/** Which of its siblings a node is, from 1; undefined where that would have to be counted for too long. */
function placeOf(nodes: JsonNodes, node: number): number | undefined {
  const parent = at(nodes.parent, node);
  if (parent < 0) return 1;
  if (kindOf(nodes, parent) === "array") return at(nodes.key, node) + 1;
  if (at(nodes.size, parent) > COUNTED_MEMBERS) return undefined;
  let place = 1;
  for (let sibling = parent + 1; sibling < node; sibling = at(nodes.next, sibling)) place += 1;
  return place;
}

function Value({ nodes, node, wanted }: Pick<Props, "nodes" | "node" | "wanted">) {
  const kind = kindOf(nodes, node);
  const size = at(nodes.size, node);
  switch (kind) {
    case "object":
      return <span class="json-size">{size === 0 ? "{}" : `{ ${detailWords.jsonMembers(size)} }`}</span>;
    case "array":
      return <span class="json-size">{size === 0 ? "[]" : `[ ${detailWords.jsonItems(size)} ]`}</span>;
    case "cut":
      return <span class="quiet">{detailWords.jsonCutHere}</span>;
    case "string":
    case "number":
    case "word": {
      const shown = shownValue(nodes, node);
      return (
        <>
          <span class={`json-${kind}`}>
            <Marked text={shown.text} wanted={wanted} />
          </span>
          {shown.more > 0 && <span class="quiet"> {detailWords.jsonMoreCharacters(formatCount(shown.more))}</span>}
        </>
      );
    }
  }
}

/** A text with what is searched for marked in it. */
function Marked({ text: whole, wanted }: { readonly text: string; readonly wanted: string }) {
  const lower = whole.toLowerCase();
  // Where lower case has another length (İ), positions would not agree: the row is found, but not marked.
  if (wanted === "" || lower.length !== whole.length || !lower.includes(wanted.toLowerCase())) return whole;
  const pieces: (string | { readonly marked: string })[] = [];
  const needle = wanted.toLowerCase();
  let done = 0;
  for (let found = lower.indexOf(needle); found !== -1; found = lower.indexOf(needle, done)) {
    pieces.push(whole.slice(done, found), { marked: whole.slice(found, found + needle.length) });
    done = found + needle.length;
  }
  pieces.push(whole.slice(done));
  return (
    <>{pieces.map((piece, index) => (typeof piece === "string" ? piece : <mark key={index}>{piece.marked}</mark>))}</>
  );
}
