import type { HostMapping, Provider, Providers } from "../catalogue/provider.ts";
import type { Unsubscribe } from "../exchange/feed.ts";
import { createListeners } from "../exchange/listeners.ts";
import type { OwnDocument } from "../settings/own-documents.ts";
import type { OwnProvidersPort } from "../settings/own-providers-port.ts";
import type { SettingsPort } from "../settings/settings-port.ts";
import { parseJson } from "../web/json.ts";
import { loadProviders, SHIPPED_PROVIDERS } from "./load-providers.ts";

/** The providers that decode right now, and news of others. */
export type ProvidersInForce = {
  readonly current: () => Providers;
  /** Calls the listener after each change; `current()` gives a new object then. */
  readonly subscribe: (listener: () => void) => Unsubscribe;
};

/**
 * Follows the host mappings and the user's own documents. Resolves when the documents that there are have been read;
 * the schema that reads them is loaded only where there are any, since most people have none.
 */
export async function providersInForce(settings: SettingsPort, own: OwnProvidersPort): Promise<ProvidersInForce> {
  const listeners = createListeners();
  let mappings: readonly HostMapping[] = settings.current().mappings;
  let documents: readonly OwnDocument[] = own.current();
  let read = await readAll(documents);
  let current = loadProviders(mappings, read);

  function renew(): void {
    current = loadProviders(mappings, read);
    listeners.tell();
  }

  settings.subscribe((next) => {
    if (next.mappings === mappings) return;
    ({ mappings } = next);
    renew();
  });
  const follow = async (): Promise<void> => {
    const asked = own.current();
    documents = asked;
    const answer = await readAll(asked);
    // A later change may have been read faster.
    if (documents !== asked) return;
    read = answer;
    renew();
  };
  own.subscribe(() => void follow());

  return {
    current: () => current,
    subscribe: listeners.subscribe,
  };
}

/** The documents that are valid; one that is not stays out, and the settings say why. */
async function readAll(documents: readonly OwnDocument[]): Promise<readonly Provider[]> {
  if (documents.length === 0) return [];
  try {
    const { readDocuments } = await import("../catalogue/read-documents.ts");
    return documents.flatMap(({ source }) => readDocuments(parseJson(source), SHIPPED_PROVIDERS).providers);
  } catch {
    // The extension was updated under the open panel: the built-in providers stay.
    return [];
  }
}
