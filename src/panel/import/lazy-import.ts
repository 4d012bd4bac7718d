import type { PanelPorts } from "../shell/ports.ts";
// A file that is loaded later brings no style sheet.
import "../viewer/viewer.css";

/**
 * Shows the viewer of finished recordings over the panel, with these files, as dropped on it. Without any it asks for one
 * at once; call it from a click or a key press then, else the browser opens no chooser. The panel goes on recording
 * below; closing the viewer leads back to it. The viewer's code is loaded here. Rejects where it cannot be had: the
 * extension was updated while DevTools is open.
 */
export async function openImport(ports: PanelPorts, files: readonly File[] = []): Promise<void> {
  if (document.querySelector(`.${OVERLAY}`) !== null) return;
  const { mountViewer } = await import("../viewer/mount-viewer.tsx");
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

/**
 * Lets files be dropped here, and tells whether what is dragged holds any: text that is dragged within the panel is none
 * of the viewer's. Without it the browser would leave the panel and show the file.
 */
export function allowFiles(event: DragEvent): boolean {
  const holdsFiles = event.dataTransfer !== null && [...event.dataTransfer.types].includes("Files");
  if (holdsFiles) event.preventDefault();
  return holdsFiles;
}
