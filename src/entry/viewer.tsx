import { writeClipboard } from "../browser/clipboard.ts";
import { mountViewer } from "../panel/viewer/mount-viewer.tsx";
import { openStores } from "./page-stores.ts";
import { systemTheme } from "./system-theme.ts";

declare const __VERSION__: string;

const root = document.querySelector<HTMLElement>("#root");
const stores = await openStores();
// A recording may hold calls to any API: each document is on its way before one is opened.
stores.shippedProviders();
if (root !== null)
  mountViewer(root, {
    ports: {
      ...stores,
      now: Date.now,
      theme: systemTheme(),
      copy: writeClipboard,
      version: __VERSION__,
    },
  });
