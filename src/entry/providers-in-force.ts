import type { HostMapping, Provider, Providers } from "../catalogue/provider.ts";
import type { Unsubscribe } from "../exchange/feed.ts";
import { createListeners } from "../exchange/listeners.ts";
import type { OwnDocument } from "../settings/own-documents.ts";
import type { OwnProvidersPort } from "../settings/own-providers-port.ts";
import type { SettingsPort } from "../settings/settings-port.ts";
import { parseJson } from "../web/json.ts";
import { withDocuments } from "../catalogue/with-documents.ts";
import type { ShippedDocuments } from "./shipped-documents.ts";

/** The providers that decode right now, and news of others. */
export type ProvidersInForce = {
  readonly current: () => Providers;
  /** Calls the listener after each change; `current()` gives a new object then. */
  readonly subscribe: (listener: () => void) => Unsubscribe;
  /** The documents that ship, whole or in outline, as the user's own may extend them; loads those that are not there. */
  readonly shipped: () => readonly Provider[];
  /** Has the document of a provider loaded; `subscribe` tells when it is there. */
  readonly load: (providerId: string) => void;
};

/**
 * Follows the host mappings and the user's own documents. Resolves when the documents that there are have been read;
 * the schema that reads them, and the documents they may extend, are loaded only if there are any: most people have none.
 */
export async function providersInForce(
  settings: SettingsPort,
  own: OwnProvidersPort,
  createDocuments: (onChange: () => void) => ShippedDocuments,
): Promise<ProvidersInForce> {
  const listeners = createListeners();
  const shipped = createDocuments(() => renew());
  let mappings: readonly HostMapping[] = settings.current().mappings;
  let documents: readonly OwnDocument[] = own.current();
  let read: readonly Provider[] = [];
  let current: Providers = inForce();

  function inForce(): Providers {
    return { providers: withDocuments(shipped.current(), read), mappings, pending: shipped.pending() };
  }
  function renew(): void {
    current = inForce();
    listeners.tell();
  }
  read = await readAll(documents, shipped);
  current = inForce();

  settings.subscribe((next) => {
    if (next.mappings === mappings) return;
    ({ mappings } = next);
    renew();
  });
  const follow = async (): Promise<void> => {
    const asked = own.current();
    documents = asked;
    const answer = await readAll(asked, shipped);
    // A later change may have been read faster.
    if (documents !== asked) return;
    read = answer;
    renew();
  };
  own.subscribe(() => void follow());

  return {
    current: () => current,
    subscribe: listeners.subscribe,
    shipped: () => {
      void shipped.loadAll();
      return shipped.current();
    },
    load: (providerId) => void shipped.load(providerId),
  };
}

/** The documents that are valid; one that is not stays out, and the settings say why. */
async function readAll(documents: readonly OwnDocument[], shipped: ShippedDocuments): Promise<readonly Provider[]> {
  if (documents.length === 0) return [];
  try {
    await shipped.loadAll();
    const { readDocuments } = await import("../catalogue/read-documents.ts");
    return documents.flatMap(({ source }) => readDocuments(parseJson(source), shipped.current()).providers);
  } catch {
    // The extension was updated under the open panel: the built-in providers stay.
    return [];
  }
}
