import { mountOptionsPage } from "../panel/settings/options-page.tsx";
import { openStores } from "./page-stores.ts";
import { systemTheme } from "./system-theme.ts";

declare const __VERSION__: string;

const root = document.querySelector<HTMLElement>("#root");
const stores = await openStores();
if (root !== null)
  mountOptionsPage(root, {
    ...stores,
    now: Date.now,
    theme: systemTheme(),
    version: __VERSION__,
  });
