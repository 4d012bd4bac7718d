import { writeClipboard } from "../browser/clipboard.ts";
import { mount } from "../panel/shell/mount.tsx";
import type { ThemeName, ThemePort } from "../panel/shell/ports.ts";
import { mountOptionsPage } from "../panel/settings/options-page.tsx";
import { setTranslation } from "../panel/words/language.ts";
import { pseudoLanguage } from "../panel/words/pseudo-language.ts";
import { memoryOwnProviders } from "../settings/memory-own-providers.ts";
import { memorySettings } from "../settings/memory-settings.ts";
import type { Settings } from "../settings/settings.ts";
import { createPlaygroundFeed } from "./playground-feed.ts";
import { openViewer } from "./open-viewer.ts";
import { playgroundState } from "./playground-states.ts";
import { SHIPPED_PROVIDERS } from "./load-providers.ts";
import { providersInForce } from "./providers-in-force.ts";
import { systemTheme } from "./system-theme.ts";

declare const __VERSION__: string;

/*
 * The panel as an ordinary page, for development and screenshots: `npm run dev`. The query is read by the functions
 * below and described in CONTRIBUTING.md.
 */
const query = new URLSearchParams(location.search);
const startedAt = Date.parse(query.get("now") ?? "");
// With an instant in the query the clock stands still, so that two pictures are equal.
const now = Number.isNaN(startedAt) ? Date.now : () => startedAt;

if (query.get("locale") === "pseudo") setTranslation(pseudoLanguage);
const state = playgroundState(query.get("state"), now());
const settings = memorySettings({ ...state.settings, ...queriedSettings() }, state.settingsProblems);
const ownProviders = memoryOwnProviders();
const providers = await providersInForce(settings, ownProviders, () => ({
  current: () => SHIPPED_PROVIDERS,
  pending: () => new Set(),
  load: () => Promise.resolve(),
  loadAll: () => Promise.resolve(),
}));
const shared = {
  settings,
  ownProviders,
  providers: providers.current,
  subscribeProviders: providers.subscribe,
  shippedProviders: providers.shipped,
  loadDocument: providers.load,
  now,
  theme: queriedTheme(),
  version: __VERSION__,
};
const root = document.getElementById("root");
if (root !== null && query.get("page") === "options") mountOptionsPage(root, shared);
else if (root !== null)
  mount(root, {
    ...shared,
    feed: await createPlaygroundFeed(state, now(), query),
    copy: writeClipboard,
    openViewer,
  });

function queriedTheme(): ThemePort {
  const wanted = query.get("theme");
  const system = systemTheme();
  const current = (): ThemeName => (wanted === "dark" || wanted === "light" ? wanted : system.current());
  return { current, subscribe: (listener) => system.subscribe(() => listener(current())) };
}

function queriedSettings(): Partial<Settings> {
  const density = query.get("density");
  return density === "compact" || density === "comfortable" ? { density } : {};
}
