import type { TargetedKeyboardEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { scrollToRow, visibleRows } from "../grid/visible-rows.ts";
import { at, type JsonNodes } from "./json-nodes.ts";
import { JsonRow } from "./json-row.tsx";
import { rowOf } from "./open-nodes.ts";
import { moveInTree, type TreeMove, type TreeState } from "./tree-keys.ts";

/** Up to so many rows are all drawn, and long values wrap. More of them are of one height, and drawn as they are seen. */
const ALL_DRAWN_UP_TO = 400;
/** Height of a row where not all are drawn, in pixels; the same number as in json-tree.css. */
const ROW_HEIGHT = 18;
/** Browsers lay out no element that is much taller (Firefox: 17.9 million pixels). */
const TALLEST = 10_000_000;

type Props = {
  readonly nodes: JsonNodes;
  readonly state: TreeState;
  readonly label: string;
  readonly wanted: string;
  readonly onMove: (move: TreeMove) => void;
  readonly onToggle: (node: number) => void;
  readonly onCopy: () => void;
};

/** A JSON body as an ARIA tree. The tree has the focus and points to its active row, which need not exist while scrolled away. */
export function JsonTree({ nodes, state, label, wanted, onMove, onToggle, onCopy }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 0 });
  const { open, visible, active } = state;
  const row = rowOf(visible, active);
  const drawsAll = visible.length <= ALL_DRAWN_UP_TO;
  const isTall = !drawsAll;

  const measure = (): void => {
    const element = box.current;
    if (element === null) return;
    const next = { top: element.scrollTop, height: element.clientHeight };
    setScroll((before) => (before.top === next.top && before.height === next.height ? before : next));
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || drawsAll) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [drawsAll]);

  const fullHeight = visible.length * ROW_HEIGHT;
  const boxHeight = Math.min(fullHeight, TALLEST);
  // A pixel of the scroll bar stands for several where the whole would be too tall.
  const stretch = boxHeight > scroll.height ? (fullHeight - scroll.height) / Math.max(1, boxHeight - scroll.height) : 1;
  const top = scroll.top * stretch;
  const range = drawsAll
    ? { first: 0, end: visible.length }
    : visibleRows({ top, height: scroll.height }, visible.length, ROW_HEIGHT);

  const wasActive = useRef(active);
  useLayoutEffect(() => {
    if (wasActive.current === active) return;
    wasActive.current = active;
    const element = box.current;
    if (element === null) return;
    if (drawsAll) document.getElementById(`${id}-${at(visible, row)}`)?.scrollIntoView({ block: "nearest" });
    else {
      const height = element.clientHeight;
      const target = scrollToRow(row, { top: element.scrollTop * stretch, height }, ROW_HEIGHT);
      element.scrollTop = target / stretch;
      element.scrollIntoView({ block: "nearest" });
    }
  }, [active, row]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      const hasTextSelected = (event.currentTarget.ownerDocument.getSelection()?.toString() ?? "") !== "";
      if (event.key.toLowerCase() !== "c" || event.shiftKey || hasTextSelected) return;
      onCopy();
    } else {
      const move = moveInTree(nodes, state, event.key, Math.max(1, Math.floor(scroll.height / ROW_HEIGHT) - 1 || 20));
      if (move === undefined) return;
      onMove(move);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const rows = [...visible.subarray(range.first, range.end)].map((node) => (
    <JsonRow
      nodes={nodes}
      node={node}
      id={`${id}-${node}`}
      isOpen={open[node] === 1}
      isActive={node === at(visible, row)}
      wanted={wanted}
      onActivate={(activated) => onMove({ active: activated })}
      onToggle={onToggle}
      key={node}
    />
  ));
  const isRowDrawn = row >= range.first && row < range.end;
  return (
    <div
      class={isTall ? "json-tree json-tree-tall" : "json-tree"}
      role="tree"
      aria-label={label}
      aria-activedescendant={isRowDrawn ? `${id}-${at(visible, row)}` : undefined}
      tabIndex={0}
      ref={box}
      onScroll={isTall ? measure : undefined}
      onKeyDown={onKeyDown}
    >
      {isTall ? (
        <div class="json-rows" role="presentation" style={{ blockSize: `${boxHeight}px` }}>
          <div
            class="json-drawn"
            role="presentation"
            style={{ insetBlockStart: `${scroll.top + range.first * ROW_HEIGHT - top}px` }}
          >
            {rows}
          </div>
        </div>
      ) : (
        rows
      )}
    </div>
  );
}
