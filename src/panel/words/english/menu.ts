import { type Value, words } from "../language.ts";

/** The words of the menus and of the note’s dialog. */
export const menuWords = words("menu", {
  columnMenu: "Columns",
  columnWider: (column: Value) => `Wider: ${column}`,
  columnNarrower: (column: Value) => `Narrower: ${column}`,
  columnReset: "Reset the columns",
  menuRow: "Row",
  menuCopyReport: "Copy report",
  menuCopyCurl: "Copy as cURL",
  menuCopyRequestId: "Copy request id",
  menuShowOnly: (term: Value) => `Show only ${term}`,
  menuHide: (term: Value) => `Hide ${term}`,
  menuHideHost: "Hide this host",
  menuPin: "Pin to the top",
  menuAddNote: "Add a note…",
  menuEditNote: "Edit the note…",
  menuReveal: "Reveal in Network panel",
  noteTitle: "Note",
  noteLabel: "What were you doing?",
  noteHint: "The note goes into the report and is redacted like the rest. Ctrl+Enter saves it.",
  noteSave: "Save",
  noteCancel: "Cancel",
});
