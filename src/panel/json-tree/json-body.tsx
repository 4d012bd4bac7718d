import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { BodyPick } from "../../report/output/body-pick.ts";
import { at, isContainer, type JsonNodes, kindOf } from "./json-nodes.ts";
import { JsonTree } from "./json-tree.tsx";
import { NodeBar } from "./node-bar.tsx";
import { stepsTo } from "./node-path.ts";
import { openAll, openAtFirst, revealing, visibleNodes, withNode } from "./open-nodes.ts";
import { matchFrom } from "./search-nodes.ts";
import { SearchBar } from "./search-bar.tsx";
import { LONGEST_SHOWN } from "./token-text.ts";
import { useSearch } from "./use-search.ts";
import { WholeValue } from "./whole-value.tsx";
import { detailWords } from "../words/english/detail.ts";

type Props = {
  readonly nodes: JsonNodes;
  /** "The response body" */
  readonly label: string;
  readonly side: BodyPick["side"];
  readonly onPick: (pick: BodyPick) => void;
};

/** A JSON body with all that can be done with it: search, open and close, copy a value or where it stands. */
export function JsonBody({ nodes, label, side, onPick }: Props) {
  const [open, setOpen] = useState(() => openAtFirst(nodes));
  const [active, setActive] = useState(0);
  const [wanted, setWanted] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const visible = useMemo(() => visibleNodes(nodes, open), [nodes, open]);
  const result = useSearch(nodes, wanted);
  const current = result.found.indexOf(active);

  const goTo = (node: number): void => {
    setOpen(revealing(nodes, open, node));
    setActive(node);
  };
  // The first match shows itself while the search goes on; later portions do not move the reader on.
  const first = result.found[0];
  useLayoutEffect(() => {
    if (first !== undefined) goTo(first);
  }, [wanted, first]);
  const step = (direction: 1 | -1): void => {
    const match = result.found[matchFrom(result.found, active, direction)];
    if (match !== undefined) goTo(match);
  };
  const toggle = (node: number): void => {
    if (!isContainer(nodes, node)) return;
    setOpen(withNode(open, node, open[node] !== 1));
    setActive(node);
  };
  const setAll = (isOpen: boolean): void => {
    setOpen(openAll(nodes, isOpen));
    if (!isOpen) setActive(0);
  };
  const copy = (want: BodyPick["want"]): void =>
    onPick(want === "value" ? valuePick(nodes, active, side) : { side, want, steps: stepsTo(nodes, active) });

  const length = at(nodes.end, active) - at(nodes.start, active);
  const isLong = length > LONGEST_SHOWN && !isContainer(nodes, active);
  return (
    <div class="json-body">
      <div class="json-bar">
        <SearchBar
          label={label}
          wanted={wanted}
          hint={detailWords.jsonSearchHint}
          result={result}
          current={current}
          input={input}
          onSearch={setWanted}
          onStep={step}
        />
        <button type="button" class="button" onClick={() => setAll(true)}>
          {detailWords.jsonExpandAll}
        </button>
        <button type="button" class="button" onClick={() => setAll(false)}>
          {detailWords.jsonCollapseAll}
        </button>
      </div>
      <JsonTree
        nodes={nodes}
        state={{ open, visible, active }}
        label={label}
        wanted={wanted}
        onMove={(move) => {
          if (move.open !== undefined) setOpen(move.open);
          if (move.active !== undefined) setActive(move.active);
        }}
        onToggle={toggle}
        onCopy={() => copy("value")}
      />
      {isLong && <WholeValue nodes={nodes} node={active} key={active} />}
      <NodeBar nodes={nodes} active={active} onCopy={copy} />
    </div>
  );
}

/** A node's value as the redactor is asked for it: strings without their quotes. */
function valuePick(nodes: JsonNodes, node: number, side: BodyPick["side"]): BodyPick {
  const start = at(nodes.start, node);
  const end = at(nodes.end, node);
  if (kindOf(nodes, node) !== "string") return { side, want: "value", start, end, isString: false };
  const isClosed = end - start > 1 && nodes.text.charAt(end - 1) === '"';
  return { side, want: "value", start: start + 1, end: isClosed ? end - 1 : end, isString: true };
}
