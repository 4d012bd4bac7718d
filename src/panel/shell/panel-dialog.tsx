import { lazyPart } from "../loading/lazy-part.tsx";
import { eventRowOf } from "../../timeline/row.ts";
import type { PanelPorts } from "./ports.ts";
import { usePresent, usePresentRow } from "../preview/presentation.ts";
import type { Store } from "../store/store.ts";

/** The help on keys and the filter, loaded when it is first asked for. */
const LazyHelpDialog = lazyPart(() => import("../help/help-dialog.tsx").then((file) => file.HelpDialog));

/** The note's dialog, loaded when a note is first written. */
const LazyNoteDialog = lazyPart(() => import("../notes/note-dialog.tsx").then((file) => file.NoteDialog));

/** The settings drawer, loaded when it is first opened. Draw it while it is to be open, and stop on `onClose`. */
const LazySettingsDrawer = lazyPart(() =>
  import("../settings/settings-drawer.tsx").then((file) => file.SettingsDrawer),
);

/** Where calls are saved as a HAR, loaded when it is first asked for; the redactor comes with it. */
const LazySaveHarDialog = lazyPart(() => import("../save-har/save-har-dialog.tsx").then((file) => file.SaveHarDialog));

/** Which of the panel's dialogs is open. */
export type OpenDialog =
  | { readonly kind: "help" }
  | { readonly kind: "save-har" }
  | { readonly kind: "settings"; /** The event that is to be described in the catalogue. */ readonly describe?: string }
  | { readonly kind: "note"; /** The event it is about. */ readonly id: string };

type Props = {
  readonly dialog: OpenDialog;
  readonly ports: PanelPorts;
  readonly store: Store;
  /** What was marked by hand in the preview. */
  readonly byHand: readonly string[];
  readonly onClose: () => void;
};

/** The dialog that is open. */
export function PanelDialog({ dialog, ports, store, byHand, onClose }: Props) {
  const present = usePresent();
  const presentRow = usePresentRow("whole");
  const shownRow = (id: string) => {
    const row = eventRowOf(store.timeline.value, id);
    const shown = row === undefined ? undefined : presentRow(row);
    return shown?.kind === "event" ? shown : undefined;
  };
  switch (dialog.kind) {
    case "help":
      return <LazyHelpDialog onClose={onClose} />;
    case "save-har":
      return <LazySaveHarDialog ports={ports} store={store} byHand={byHand} onClose={onClose} />;
    case "settings":
      return (
        <LazySettingsDrawer
          ports={ports}
          undescribed={dialog.describe === undefined ? undefined : shownRow(dialog.describe)?.event}
          onClose={onClose}
        />
      );
    case "note": {
      const row = shownRow(dialog.id);
      if (row === undefined) return null;
      const { request } = row.event.exchange;
      const shownNote = present(store.annotations.value[dialog.id]?.note ?? "", { kind: "text" });
      return (
        <LazyNoteDialog
          about={`${request.method} ${request.url}`}
          note={shownNote}
          onSave={(note) => {
            // What presentation mode shows of a note must not take its place unchanged.
            if (note !== shownNote) store.annotate(dialog.id, { note });
          }}
          onClose={onClose}
        />
      );
    }
  }
}
