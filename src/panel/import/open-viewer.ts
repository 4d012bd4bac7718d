import type { PanelPorts } from "../shell/ports.ts";
import { mountViewer } from "../viewer/mount-viewer.tsx";

/**
 * Shows the viewer of finished recordings over the panel, with these files if any were dropped. Without files it opens a
 * file chooser at once, so call it soon after a click or key press. The panel goes on recording below; closing the viewer
 * returns to it.
 */
export function openViewer(ports: PanelPorts, files: readonly File[] = []): void {
  if (document.querySelector(`.${OVERLAY}`) !== null) return;
  const overlay = document.createElement("div");
  overlay.className = OVERLAY;
  const { title } = document;
  const below = [...document.body.children].filter((element) => element instanceof HTMLElement);
  const focused = document.activeElement;
  document.body.append(overlay);
  for (const element of below) element.inert = true;
  const unmount = mountViewer(overlay, {
    ports,
    files,
    asksAtOnce: files.length === 0,
    onClose: () => {
      unmount();
      overlay.remove();
      document.title = title;
      for (const element of below) element.inert = false;
      if (focused instanceof HTMLElement) focused.focus();
    },
  });
}

const OVERLAY = "import-overlay";
