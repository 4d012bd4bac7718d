import type { ComponentChildren, TargetedKeyboardEvent, TargetedPointerEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import "./split.css";

/** At most this wide, in pixels, the second part stands below the first and not beside it. */
const NARROW = 600;
const SMALLEST_PERCENT = 20;
const LARGEST_PERCENT = 80;
const STEP_PERCENT = 5;

type Props = {
  readonly first: ComponentChildren;
  /** Null while there is nothing to show beside `first`. */
  readonly second: ComponentChildren;
  /** The second part's share of the width or height. */
  readonly percent: number;
  readonly onResize: (percent: number) => void;
};

/** Two parts with a movable border between them: side by side, or one below the other where it is narrow. */
export function Split({ first, second, percent, onResize }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [isNarrow, setNarrow] = useState(false);
  const [dragged, setDragged] = useState<number | undefined>(undefined);
  const share = dragged ?? percent;

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => setNarrow(element.clientWidth > 0 && element.clientWidth <= NARROW);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);

  const onPointerMove = (event: TargetedPointerEvent<HTMLDivElement>): void => {
    const area = box.current?.getBoundingClientRect();
    if (area === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const fromEnd = isNarrow ? (area.bottom - event.clientY) / area.height : (area.right - event.clientX) / area.width;
    setDragged(clamp(Math.round(fromEnd * 100)));
  };
  const onPointerUp = (): void => {
    if (dragged !== undefined) onResize(dragged);
    setDragged(undefined);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const grow = isNarrow ? event.key === "ArrowUp" : event.key === "ArrowLeft";
    const shrink = isNarrow ? event.key === "ArrowDown" : event.key === "ArrowRight";
    if (!grow && !shrink) return;
    event.preventDefault();
    event.stopPropagation();
    onResize(clamp(percent + (grow ? STEP_PERCENT : -STEP_PERCENT)));
  };

  return (
    <div class={isNarrow ? "split split-below" : "split"} ref={box}>
      <div class="split-first">{first}</div>
      {second !== null && (
        <>
          <div
            class="splitter"
            role="separator"
            aria-label="Size of the details"
            aria-orientation={isNarrow ? "horizontal" : "vertical"}
            aria-valuenow={share}
            aria-valuemin={SMALLEST_PERCENT}
            aria-valuemax={LARGEST_PERCENT}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={onPointerMove}
            onPointerUp={onPointerUp}
          />
          <div class="split-second" style={{ flexBasis: `${share}%` }}>
            {second}
          </div>
        </>
      )}
    </div>
  );
}

function clamp(percent: number): number {
  return Math.min(LARGEST_PERCENT, Math.max(SMALLEST_PERCENT, percent));
}
