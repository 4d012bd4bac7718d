import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { ApiEvent } from "../../decode/api-event.ts";
import { goRound } from "../help/go-round.ts";
import { Icon } from "../controls/icon.tsx";
import type { SettingsPorts } from "./settings-ports.ts";
import { SettingsView } from "./settings-view.tsx";
import { settingsWords } from "../words/english/settings.ts";

type Props = {
  readonly ports: SettingsPorts;
  /** A failure nobody has described: the drawer opens on the editor of providers with a stub of it. */
  readonly undescribed?: ApiEvent | undefined;
  /** The drawer has closed: take it away. The focus is back where it was by then. */
  readonly onClose: () => void;
};

/** The settings beside the timeline, as a modal dialog: it holds the focus, and Esc closes it. */
export function SettingsDrawer({ ports, undescribed, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    // Who came to describe a failure goes on writing; the attribute for it is refused in DevTools' frames.
    dialog.current?.querySelector<HTMLElement>(".source-text")?.focus();
  }, []);
  const close = (): void => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      class="settings-drawer"
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        // The dialog's own box is all content: a click on it is one on the backdrop.
        if (event.target === event.currentTarget) close();
      }}
      onKeyDown={(event) => {
        // The panel's keys rest meanwhile, and Chrome opens its own drawer on an Esc that reaches the document.
        event.stopPropagation();
        goRound(event);
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <div class="settings-frame">
        <div class="settings-header">
          <button type="button" class="icon-button" aria-label={settingsWords.settingsClose} onClick={close}>
            <Icon name="close" />
          </button>
          <h1 id={id}>{settingsWords.settingsTitle}</h1>
        </div>
        <div class="settings-scroll">
          <SettingsView ports={ports} undescribed={undescribed} />
        </div>
      </div>
    </dialog>
  );
}
