import { writeClipboard } from "../browser/clipboard.ts";
import { extensionMessage } from "../browser/messages.ts";
import { createOwnProvidersStore } from "../browser/own-providers-store.ts";
import { createSettingsStore } from "../browser/settings-store.ts";
import { setMessages } from "../panel/text/text.ts";
import { mountViewer } from "../panel/viewer/mount-viewer.tsx";
import { SHIPPED_PROVIDERS } from "./load-providers.ts";
import { providersInForce } from "./providers-in-force.ts";
import { systemTheme } from "./system-theme.ts";

declare const __VERSION__: string;

setMessages(extensionMessage);
const root = document.querySelector<HTMLElement>("#root");
const settings = createSettingsStore();
const ownProviders = createOwnProvidersStore();

await Promise.all([settings.loaded, ownProviders.loaded]);
const providers = await providersInForce(settings, ownProviders);
if (root !== null)
  mountViewer(root, {
    ports: {
      providers: providers.current,
      subscribeProviders: providers.subscribe,
      shippedProviders: SHIPPED_PROVIDERS,
      ownProviders,
      now: Date.now,
      theme: systemTheme(),
      settings,
      copy: writeClipboard,
      version: __VERSION__,
    },
  });
