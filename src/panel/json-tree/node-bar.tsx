import { text } from "../text/text.ts";
import { at, type JsonNodes } from "./json-nodes.ts";
import { shownPath } from "./node-path.ts";

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
      <code class="json-path">{isRoot ? text("jsonWholeBody") : path}</code>
      <span class="json-copies">
        <button type="button" class="button" title={text("jsonCopyValueHint")} onClick={() => onCopy("value")}>
          {text("jsonCopyValue")}
        </button>
        <button
          type="button"
          class="button"
          title={text("jsonCopyPathHint")}
          disabled={isRoot}
          onClick={() => onCopy("js-path")}
        >
          {text("jsonCopyPath")}
        </button>
        <button
          type="button"
          class="button"
          title={text("jsonCopyPointerHint")}
          disabled={isRoot}
          onClick={() => onCopy("json-pointer")}
        >
          {text("jsonCopyPointer")}
        </button>
      </span>
    </div>
  );
}
