import type { PanelPorts } from "../panel/shell/ports.ts";

/** The panel's `openViewer` port: loads the viewer when it is first opened. Rejects if its files are gone. */
export async function openViewer(ports: PanelPorts, files: readonly File[]): Promise<void> {
  const viewer = await import("../panel/import/open-viewer.ts");
  viewer.openViewer(ports, files);
}
