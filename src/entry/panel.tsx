import { writeClipboard } from "../browser/clipboard.ts";
import { extensionMessage } from "../browser/messages.ts";
import { receiveLink } from "../browser/panels.ts";
import { createSettingsStore } from "../browser/settings-store.ts";
import { readTheme } from "../browser/theme.ts";
import type { HostMapping } from "../catalogue/provider.ts";
import { mount } from "../panel/mount.tsx";
import { setMessages } from "../panel/text/text.ts";
import { loadProviders } from "./load-providers.ts";

declare const __VERSION__: string;

// Before anything is painted: the panel must not flash in the other theme.
document.documentElement.dataset["theme"] = readTheme();

setMessages(extensionMessage);
const root = document.querySelector<HTMLElement>("#root");
const settings = createSettingsStore();

/** The providers in force, made anew only when the mappings change. */
let mapped: readonly HostMapping[] = [];
let providers = loadProviders(mapped);
function currentProviders() {
  const { mappings } = settings.current();
  if (mappings !== mapped) {
    mapped = mappings;
    providers = loadProviders(mapped);
  }
  return providers;
}

// Settings first: the panel is painted once, as the user left it.
await settings.loaded;
if (root !== null) {
  receiveLink(({ feed, theme }) =>
    mount(root, {
      feed,
      providers: currentProviders,
      now: Date.now,
      theme,
      settings,
      copy: writeClipboard,
      version: __VERSION__,
    }),
  );
}
