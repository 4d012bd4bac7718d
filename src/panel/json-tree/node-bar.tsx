import { at, type JsonNodes } from "./json-nodes.ts";
import { shownPath } from "./node-path.ts";
import { detailWords } from "../words/english/detail.ts";

type Props = {
  readonly nodes: JsonNodes;
  readonly active: number;
  readonly onCopy: (want: "value" | "json-pointer" | "js-path") => void;
};

/** Where the active node stands, and what can be copied of it. */
export function NodeBar({ nodes, active, onCopy }: Props) {
  const path = shownPath(nodes, active);
  const isRoot = at(nodes.parent, active) < 0;
  return (
    <div class="json-bar json-node-bar">
      <code class="json-path">{isRoot ? detailWords.jsonWholeBody : path}</code>
      <span class="json-copies">
        <button type="button" class="button" title={detailWords.jsonCopyValueHint} onClick={() => onCopy("value")}>
          {detailWords.jsonCopyValue}
        </button>
        <button
          type="button"
          class="button"
          title={detailWords.jsonCopyPathHint}
          disabled={isRoot}
          onClick={() => onCopy("js-path")}
        >
          {detailWords.jsonCopyPath}
        </button>
        <button
          type="button"
          class="button"
          title={detailWords.jsonCopyPointerHint}
          disabled={isRoot}
          onClick={() => onCopy("json-pointer")}
        >
          {detailWords.jsonCopyPointer}
        </button>
      </span>
    </div>
  );
}
