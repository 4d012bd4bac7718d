import { assembled, type ShippedDocument } from "../catalogue/assembled.ts";
import { GENERIC_PROVIDER } from "../catalogue/generic-provider.ts";
import { withDocuments } from "../catalogue/with-documents.ts";
import type { HostMapping, Provider, Providers } from "../catalogue/provider.ts";

// JSON imports widen "no" to string; that each document really is one is what src/providers/catalogue.test.ts checks, so
// a test justifies this one assertion.
const documents = import.meta.glob("../providers/*/provider.json", { eager: true, import: "default" }) as Readonly<
  Record<string, ShippedDocument>
>;

const BUILT_IN: readonly Provider[] = assembled(
  Object.keys(documents)
    .toSorted()
    .flatMap((path) => {
      const document = documents[path];
      return document === undefined ? [] : [document];
    }),
);

/** The documents that ship with Faultline, and the one for hosts of no known API. */
export const SHIPPED_PROVIDERS: readonly Provider[] = [...BUILT_IN, GENERIC_PROVIDER];

/** The active providers: those that ship and the user's own, with the given host mappings. */
export function loadProviders(mappings: readonly HostMapping[] = [], own: readonly Provider[] = []): Providers {
  return { providers: withDocuments(SHIPPED_PROVIDERS, own), mappings };
}
