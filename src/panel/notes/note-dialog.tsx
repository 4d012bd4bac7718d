import { useEffect, useRef } from "preact/hooks";
import { ModalDialog } from "../help/modal-dialog.tsx";
import { menuWords } from "../words/english/menu.ts";

type Props = {
  /** The row it is about, in a few words. */
  readonly about: string;
  readonly note: string;
  readonly onSave: (note: string) => void;
  readonly onClose: () => void;
};

/** Where a note is written. What is in the field is kept by Save and Ctrl+Enter, and given up by Cancel and Esc. */
export function NoteDialog({ about, note, onSave, onClose }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), []);
  const save = (): void => {
    onSave(field.current?.value.trim() ?? "");
    onClose();
  };
  return (
    <ModalDialog
      extraClass="note-dialog"
      labelledBy="note-title"
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
      }}
    >
      <h2 class="dialog-title" id="note-title">
        {menuWords.noteTitle}
      </h2>
      <p class="quiet note-about">{about}</p>
      <label class="note-label">
        {menuWords.noteLabel}
        <textarea class="note-text" rows={4} maxLength={4000} ref={field} defaultValue={note} />
      </label>
      <p class="quiet">{menuWords.noteHint}</p>
      <div class="dialog-actions">
        <button type="button" class="button button-primary" onClick={save}>
          {menuWords.noteSave}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {menuWords.noteCancel}
        </button>
      </div>
    </ModalDialog>
  );
}
