import { writeClipboard } from "../browser/clipboard.ts";
import { extensionMessage } from "../browser/messages.ts";
import { createOwnProvidersStore } from "../browser/own-providers-store.ts";
import { networkRevealer, sourceOpener } from "../browser/open-resource.ts";
import { receiveLink } from "../browser/panels.ts";
import { createSettingsStore } from "../browser/settings-store.ts";
import { readTheme } from "../browser/theme.ts";
import { mount } from "../panel/mount.tsx";
import { setMessages } from "../panel/text/text.ts";
import { SHIPPED_PROVIDERS } from "./load-providers.ts";
import { providersInForce } from "./providers-in-force.ts";

declare const __VERSION__: string;

// Before anything is painted: the panel must not flash in the other theme.
document.documentElement.dataset["theme"] = readTheme();

setMessages(extensionMessage);
const root = document.querySelector<HTMLElement>("#root");
const settings = createSettingsStore();

const ownProviders = createOwnProvidersStore();

// Settings first: the panel is painted once, as the user left it.
await Promise.all([settings.loaded, ownProviders.loaded]);
const providers = await providersInForce(settings, ownProviders);
if (root !== null) {
  receiveLink(({ feed, theme }) =>
    mount(root, {
      feed,
      providers: providers.current,
      subscribeProviders: providers.subscribe,
      shippedProviders: SHIPPED_PROVIDERS,
      now: Date.now,
      theme,
      settings,
      ownProviders,
      copy: writeClipboard,
      openSource: sourceOpener(),
      revealInNetwork: networkRevealer(),
      version: __VERSION__,
    }),
  );
}
