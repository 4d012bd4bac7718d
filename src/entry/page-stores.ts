import { createOwnProvidersStore } from "../browser/own-providers-store.ts";
import { createSettingsStore } from "../browser/settings-store.ts";
import type { Provider, Providers } from "../catalogue/provider.ts";
import type { Unsubscribe } from "../exchange/feed.ts";
import type { OwnProvidersPort } from "../settings/own-providers-port.ts";
import type { SettingsPort } from "../settings/settings-port.ts";
import { extensionDocuments } from "./extension-documents.ts";
import { providersInForce } from "./providers-in-force.ts";

/** What every page of the extension shows from, by the names under which the pages take it. */
export type PageStores = {
  readonly settings: SettingsPort;
  readonly ownProviders: OwnProvidersPort;
  readonly providers: () => Providers;
  readonly subscribeProviders: (listener: () => void) => Unsubscribe;
  readonly shippedProviders: () => readonly Provider[];
  readonly loadDocument: (providerId: string) => void;
};

/**
 * Opens what is stored. Resolves when all is read, so that the page is painted once, as the
 * user left it; where storage fails, with the defaults.
 */
export async function openStores(): Promise<PageStores> {
  const settings = createSettingsStore();
  const ownProviders = createOwnProvidersStore();
  await Promise.all([settings.loaded, ownProviders.loaded]);
  const { current, subscribe, shipped, load } = await providersInForce(settings, ownProviders, extensionDocuments);
  return {
    settings,
    ownProviders,
    providers: current,
    subscribeProviders: subscribe,
    shippedProviders: shipped,
    loadDocument: load,
  };
}
