import { completed } from "./completed.ts";
import { extended } from "./extended.ts";
import type { Extension } from "./extension.ts";
import type { Provider, WrittenProvider } from "./provider.ts";

/** A document that ships, as it is written: whole, or building on another one. */
export type ShippedDocument = WrittenProvider | Extension;

/**
 * The whole documents that written ones describe, in their order. One that extends another builds on it, which may extend
 * a third. Throws where a base is missing or two extend each other: documents that ship are held to that by a test.
 */
export function assembled(documents: readonly ShippedDocument[]): readonly Provider[] {
  const done = new Map<ShippedDocument, Provider>();
  const make = (document: ShippedDocument, above: readonly ShippedDocument[]): Provider => {
    const made = done.get(document) ?? completed(wholeOf(document, above));
    done.set(document, made);
    return made;
  };
  const wholeOf = (document: ShippedDocument, above: readonly ShippedDocument[]): WrittenProvider => {
    if (!("extends" in document)) return document;
    const base = documents.find(({ id }) => id === document.extends);
    if (base === undefined || base === document || above.includes(base))
      throw new Error(`"${document.id ?? ""}" extends "${document.extends}", which is no document it can build on.`);
    // oxlint-disable-next-line no-unsafe-type-assertion -- the catalogue's tests hold the result to the schema
    return extended(make(base, [...above, document]), document) as WrittenProvider;
  };
  return documents.map((document) => make(document, []));
}
