import type { ComponentChildren, TargetedKeyboardEvent, TargetedPointerEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Side } from "../detail/side-picker.tsx";
import { asksForMenu, type MenuItem, menuPoint, type MenuRequest } from "../menu/menu-items.ts";
import "./split.css";
import { panelWords } from "../words/english/panel.ts";

/** At most this wide, in pixels, the second part stands below the first and not beside it, if it may choose. */
const NARROW = 600;
const SMALLEST_PERCENT = 20;
const LARGEST_PERCENT = 80;
const STEP_PERCENT = 5;

type Props = {
  readonly first: ComponentChildren;
  /** Null while there is nothing to show beside `first`. */
  readonly second: ComponentChildren;
  readonly side: Side;
  /** The second part's share of the width or height. */
  readonly percent: number;
  readonly onResize: (percent: number) => void;
  /** Sizes without dragging (WCAG 2.2, 2.5.7). */
  readonly onMenu: (items: readonly MenuItem[], at: MenuRequest["at"]) => void;
};

/**
 * Two parts with a movable border between them, after the ARIA window splitter pattern: side by side, or one below the
 * other. https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
 */
export function Split({ first, second, side, percent, onResize, onMenu }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [isNarrow, setNarrow] = useState(false);
  const [dragged, setDragged] = useState<number | undefined>(undefined);
  const beforeCollapse = useRef<number | undefined>(undefined);
  const share = dragged ?? percent;
  const isBelow = side === "below" || (side === "auto" && isNarrow);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => setNarrow(element.clientWidth > 0 && element.clientWidth <= NARROW);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  useFocusKept(box, second === null);

  const resize = (to: number): void => onResize(clamp(to));
  // The pointer may be let go before its last move is drawn.
  const latest = useRef<number | undefined>(undefined);
  const onPointerMove = (event: TargetedPointerEvent<HTMLDivElement>): void => {
    const area = box.current?.getBoundingClientRect();
    if (area === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const fromEnd = isBelow ? (area.bottom - event.clientY) / area.height : (area.right - event.clientX) / area.width;
    latest.current = clamp(Math.round(fromEnd * 100));
    setDragged(latest.current);
  };
  const endDrag = (isKept: boolean): void => {
    if (isKept && latest.current !== undefined) onResize(latest.current);
    latest.current = undefined;
    setDragged(undefined);
  };
  const toggleCollapse = (): void => {
    const before = beforeCollapse.current;
    beforeCollapse.current = percent > SMALLEST_PERCENT ? percent : undefined;
    resize(percent > SMALLEST_PERCENT ? SMALLEST_PERCENT : (before ?? HALF_PERCENT));
  };
  const openMenu = (event: MouseEvent | KeyboardEvent, splitter: Element): void =>
    onMenu(
      [
        { kind: "action", label: panelWords.splitLarger, run: () => resize(percent + 2 * STEP_PERCENT) },
        { kind: "action", label: panelWords.splitSmaller, run: () => resize(percent - 2 * STEP_PERCENT) },
        { kind: "action", label: panelWords.splitHalf, run: () => resize(HALF_PERCENT) },
      ],
      menuPoint(event, splitter),
    );
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === (isBelow ? "ArrowUp" : "ArrowLeft")) resize(percent + STEP_PERCENT);
    else if (event.key === (isBelow ? "ArrowDown" : "ArrowRight")) resize(percent - STEP_PERCENT);
    else if (event.key === "Home") resize(SMALLEST_PERCENT);
    else if (event.key === "End") resize(LARGEST_PERCENT);
    else if (event.key === "Enter") toggleCollapse();
    else if (asksForMenu(event)) openMenu(event, event.currentTarget);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class={isBelow ? "split split-below" : "split"} ref={box}>
      <div class="split-first">{first}</div>
      {second !== null && (
        <>
          <div
            class="splitter"
            role="separator"
            aria-label={panelWords.splitName}
            title={panelWords.splitHint}
            aria-controls={`${id}-second`}
            aria-orientation={isBelow ? "horizontal" : "vertical"}
            aria-valuenow={share}
            aria-valuemin={SMALLEST_PERCENT}
            aria-valuemax={LARGEST_PERCENT}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => {
              if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={onPointerMove}
            onPointerUp={() => endDrag(true)}
            onPointerCancel={() => endDrag(false)}
            onDblClick={() => resize(HALF_PERCENT)}
            onContextMenu={(event) => {
              event.preventDefault();
              openMenu(event, event.currentTarget);
            }}
          />
          <div class="split-second" id={`${id}-second`} style={{ flexBasis: `${share}%` }}>
            {second}
          </div>
        </>
      )}
    </div>
  );
}

/** What a double click goes back to. */
const HALF_PERCENT = 50;

function clamp(percent: number): number {
  return Math.min(LARGEST_PERCENT, Math.max(SMALLEST_PERCENT, percent));
}

/** Where the second part goes away with the focus in it (its row was dropped), the first part's grid takes it. */
function useFocusKept(box: { readonly current: HTMLDivElement | null }, isAlone: boolean): void {
  const focused = box.current?.ownerDocument.activeElement ?? null;
  const hadFocus = box.current?.contains(focused) === true && focused?.closest(".split-first") === null;
  useLayoutEffect(() => {
    const element = box.current;
    if (!isAlone || !hadFocus || element === null) return;
    if (element.ownerDocument.activeElement !== element.ownerDocument.body) return;
    element.querySelector<HTMLElement>(".split-first [role=grid]")?.focus();
  }, [isAlone]);
}
