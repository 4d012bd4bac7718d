import { eventItem } from "../timeline/timeline.ts";
import { LazyHelpDialog } from "./help/lazy-help-dialog.ts";
import { LazyNoteDialog } from "./notes/lazy-note-dialog.ts";
import type { PanelPorts } from "./ports.ts";
import { LazySettingsDrawer } from "./settings/lazy-settings-drawer.ts";
import type { Store } from "./store.ts";

/** Which of the panel's dialogs is open. */
export type OpenDialog =
  | { readonly kind: "help" }
  | { readonly kind: "settings"; /** The event that is to be described in the catalogue. */ readonly describe?: string }
  | { readonly kind: "note"; /** The event it is about. */ readonly id: string };

type Props = {
  readonly dialog: OpenDialog;
  readonly ports: PanelPorts;
  readonly store: Store;
  readonly onClose: () => void;
};

/** The dialog that is open. */
export function PanelDialog({ dialog, ports, store, onClose }: Props) {
  switch (dialog.kind) {
    case "help":
      return <LazyHelpDialog onClose={onClose} />;
    case "settings":
      return (
        <LazySettingsDrawer
          ports={ports}
          undescribed={
            dialog.describe === undefined ? undefined : eventItem(store.timeline.peek(), dialog.describe)?.event
          }
          onClose={onClose}
        />
      );
    case "note": {
      const item = eventItem(store.timeline.value, dialog.id);
      if (item === undefined) return null;
      const { request } = item.event.exchange;
      return (
        <LazyNoteDialog
          about={`${request.method} ${request.url}`}
          note={store.annotations.value[dialog.id]?.note ?? ""}
          onSave={(note) => store.annotate(dialog.id, { note })}
          onClose={onClose}
        />
      );
    }
  }
}
