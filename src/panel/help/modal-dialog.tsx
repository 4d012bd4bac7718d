import type { ComponentChildren, TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { goRound } from "./go-round.ts";

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
        } else {
          goRound(event);
          onKeyDown?.(event);
        }
      }}
    >
      {children}
    </dialog>
  );
}
