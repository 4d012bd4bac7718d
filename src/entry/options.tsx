import { extensionMessage } from "../browser/messages.ts";
import { createOwnProvidersStore } from "../browser/own-providers-store.ts";
import { createSettingsStore } from "../browser/settings-store.ts";
import { mountOptionsPage } from "../panel/settings/options-page.tsx";
import { setMessages } from "../panel/text/text.ts";
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
  mountOptionsPage(root, {
    settings,
    ownProviders,
    providers: providers.current,
    subscribeProviders: providers.subscribe,
    shippedProviders: SHIPPED_PROVIDERS,
    now: Date.now,
    theme: systemTheme(),
    version: __VERSION__,
  });
