import { useLayoutEffect, useRef } from "preact/hooks";
import { text } from "../text/text.ts";

type Props = {
  /** The row it is about, in a few words. */
  readonly about: string;
  readonly note: string;
  readonly onSave: (note: string) => void;
  readonly onClose: () => void;
};

/** Where a note is written. What is in the field is kept by Save and Ctrl+Enter, and given up by Cancel and Esc. */
export function NoteDialog({ about, note, onSave, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = element?.ownerDocument.activeElement;
    element?.showModal();
    field.current?.select();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  const save = (): void => {
    onSave(field.current?.value.trim() ?? "");
    onClose();
  };
  return (
    <dialog
      class="dialog note-dialog"
      aria-labelledby="note-title"
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
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        }
      }}
    >
      <h2 class="dialog-title" id="note-title">
        {text("noteTitle")}
      </h2>
      <p class="quiet note-about">{about}</p>
      <label class="note-label">
        {text("noteLabel")}
        <textarea class="note-text" rows={4} maxLength={4000} ref={field} defaultValue={note} />
      </label>
      <p class="quiet">{text("noteHint")}</p>
      <div class="dialog-actions">
        <button type="button" class="button button-primary" onClick={save}>
          {text("noteSave")}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {text("noteCancel")}
        </button>
      </div>
    </dialog>
  );
}
