import type { ShippedDocument } from "../catalogue/assembled.ts";
import type { Provider } from "../catalogue/provider.ts";
import { createShippedDocuments, type ShippedDocuments } from "./shipped-documents.ts";

// Two plugins in vite.config.ts make an outline of a document and a file of its own of each.
const outlines = import.meta.glob<Provider>("../providers/*/provider.json", {
  eager: true,
  query: "?outline",
  import: "default",
});
const files = import.meta.glob<ShippedDocument>("../providers/*/provider.json", { import: "default" });

/** The documents of the extension: each is loaded when the first call to one of its hosts is read. */
export function extensionDocuments(onChange: () => void): ShippedDocuments {
  const byId = Object.entries(files).map(([path, load]) => [path.split("/").at(-2) ?? "", load] as const);
  return createShippedDocuments(Object.values(outlines), new Map(byId), onChange);
}
