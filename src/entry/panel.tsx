import { writeClipboard } from "../browser/clipboard.ts";
import { networkRevealer, sourceOpener } from "../browser/open-resource.ts";
import { receiveLink } from "../browser/panels.ts";
import { readTheme } from "../browser/theme.ts";
import { mount } from "../panel/shell/mount.tsx";
import { loadReading } from "../panel/loading/reading-loader.ts";
import { openViewer } from "./open-viewer.ts";
import { openStores } from "./page-stores.ts";

declare const __VERSION__: string;

// Before anything is painted: the panel must not flash in the other theme.
document.documentElement.dataset["theme"] = readTheme();

// If it fails, the panel says so once it is there.
loadReading().catch(() => undefined);
const root = document.querySelector<HTMLElement>("#root");
const stores = await openStores();
if (root !== null) {
  receiveLink(({ feed, theme }) =>
    mount(root, {
      ...stores,
      feed,
      now: Date.now,
      theme,
      copy: writeClipboard,
      openViewer,
      openSource: sourceOpener(),
      revealInNetwork: networkRevealer(),
      version: __VERSION__,
    }),
  );
}
