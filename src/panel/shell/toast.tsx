import { useEffect, useState } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { usePresented } from "../preview/presentation.ts";
import type { Notice } from "../store/store.ts";
import "./toast.css";
import { panelWords } from "../words/english/panel.ts";

/** Long enough to read two lines; what it says can be had again by repeating the action. */
const SHOWN_MS = 6_000;
/** Long enough to notice that it was a mistake, and to get to the button by keyboard. */
const UNDO_MS = 12_000;

type Props = {
  readonly notice: Notice | undefined;
  /** Another number for each clear that can be undone; 0 for none. */
  readonly undoable: number;
  readonly onUndo: () => void;
  /** The time to undo is over. */
  readonly onKeep: () => void;
};

/** What an action came to. The live region is always there: one that appears with its text is not read out. */
export function Toast({ notice, undoable, onUndo, onKeep }: Props) {
  const [goneSerial, setGoneSerial] = useState(0);
  // While it is pointed at or has the focus, time does not run against the user (WCAG 2.2, 2.2.1).
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (notice === undefined) return undefined;
    if (isHeld) return undefined;
    const timer = setTimeout(() => setGoneSerial(notice.serial), notice.undo === undefined ? SHOWN_MS : UNDO_MS);
    return () => clearTimeout(timer);
  }, [notice, isHeld]);
  useEffect(() => {
    if (undoable === 0 || isHeld) return undefined;
    const timer = setTimeout(onKeep, UNDO_MS);
    return () => clearTimeout(timer);
  }, [undoable, isHeld]);
  const held = {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocusIn: () => setHeld(true),
    onFocusOut: () => setHeld(false),
  };
  const act = (undo: Notice["undo"]): void => {
    setHeld(false);
    setGoneSerial(notice?.serial ?? 0);
    undo?.run();
  };
  const words = usePresented(notice?.text ?? "", { kind: "text" });
  const isShown = notice !== undefined && notice.serial !== goneSerial;
  return (
    <div class="toast-place" role="status" aria-live="polite">
      {isShown && (
        <p class={`toast toast-${notice.kind}`} key={notice.serial} {...held}>
          <Icon name={notice.kind === "done" ? "check" : "warning"} />
          <span>{words}</span>
          {notice.undo !== undefined && (
            <button type="button" class="toast-action" onClick={() => act(notice.undo)}>
              {notice.undo.label}
            </button>
          )}
        </p>
      )}
      {undoable !== 0 && (
        <p class="toast" key={`undo-${undoable}`} {...held}>
          <span>{panelWords.undoCleared}</span>
          <button
            type="button"
            class="toast-action"
            title="Ctrl+Z"
            onClick={() => {
              setHeld(false);
              onUndo();
            }}
          >
            {panelWords.undoAction}
          </button>
        </p>
      )}
    </div>
  );
}
