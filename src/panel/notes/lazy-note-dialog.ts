import { lazyPart } from "../loading/lazy-part.tsx";
import "./note-dialog.css";

/** The note's dialog, loaded when a note is first written. */
export const LazyNoteDialog = lazyPart(() => import("./note-dialog.tsx").then((file) => file.NoteDialog));
