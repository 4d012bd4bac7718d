import { GENERIC_PROVIDER } from "../catalogue/generic-provider.ts";
import type { HostMapping, Provider, Providers } from "../catalogue/provider.ts";

// JSON imports widen "no" to string; that each document really is a Provider is what src/providers/catalogue.test.ts
// checks, so this one assertion stands on a test.
const documents = import.meta.glob("../providers/*/provider.json", { eager: true, import: "default" }) as Readonly<
  Record<string, Provider>
>;

const BUILT_IN: readonly Provider[] = Object.keys(documents)
  .toSorted()
  .flatMap((path) => {
    const provider = documents[path];
    return provider === undefined ? [] : [provider];
  });

/**
 * The providers in force: the user's own, which take the place of shipped ones with their id, those that ship with
 * Faultline, and the one for hosts of no known API; with the given host mappings.
 */
export function loadProviders(mappings: readonly HostMapping[] = [], own: readonly Provider[] = []): Providers {
  const shipped = BUILT_IN.filter(({ id }) => !own.some((document) => document.id === id));
  return { providers: [...own, ...shipped, GENERIC_PROVIDER], mappings };
}
