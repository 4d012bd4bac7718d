import { checkDocuments } from "../../catalogue/check-documents.ts";
import type { Provider } from "../../catalogue/provider.ts";

/*
 * Checks documents beside the page, one text after the other: a megabyte full of mistakes takes seconds.
 */

/** The documents that ship, which those that are checked may extend; then texts, each with a number. */
export type CheckOrder =
  | { readonly kind: "shipped"; readonly shipped: readonly Provider[] }
  | { readonly kind: "check"; readonly serial: number; readonly source: string };

let shipped: readonly Provider[] = [];

addEventListener("message", ({ data }: MessageEvent<CheckOrder>) => {
  if (data.kind === "shipped") shipped = data.shipped;
  else postMessage({ serial: data.serial, checked: checkDocuments(data.source, shipped) });
});
