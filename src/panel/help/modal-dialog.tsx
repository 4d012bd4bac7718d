import type { ComponentChildren, TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

const FOCUSABLE = "button, textarea, input, select, a[href]";

type Props = {
  readonly extraClass: string;
  /** Id of its title. */
  readonly labelledBy: string;
  readonly onClose: () => void;
  /** Keys besides Esc and Tab; none of them leaves the dialog. */
  readonly onKeyDown?: (event: TargetedKeyboardEvent<HTMLDialogElement>) => void;
  readonly children: ComponentChildren;
};

/** A dialog that keeps the focus until it is closed by Esc or `onClose`, and then gives it back. */
export function ModalDialog({ extraClass, labelledBy, onClose, onKeyDown, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = element?.ownerDocument.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      class={`dialog ${extraClass}`}
      aria-labelledby={labelledBy}
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // No key leaves the dialog: behind it lie the panel's own keys and those of DevTools.
        event.stopPropagation();
        if (event.key === "Escape") {
          event.preventDefault();
          onClose();
        } else if (event.key === "Tab") goRound(event);
        else onKeyDown?.(event);
      }}
    >
      {children}
    </dialog>
  );
}

/** A modal dialog lets Tab go on to the browser's own controls; from its ends it is to come back to the other. */
function goRound(event: TargetedKeyboardEvent<HTMLDialogElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const [leaving, next] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (event.currentTarget.ownerDocument.activeElement !== leaving || next === undefined) return;
  event.preventDefault();
  next.focus();
}
