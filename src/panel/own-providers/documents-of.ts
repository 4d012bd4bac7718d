import type { Provider } from "../../catalogue/provider.ts";
import { readDocuments } from "../../catalogue/read-documents.ts";
import { watchedPart } from "../../catalogue/watched-part.ts";
import { asRecord } from "../../exchange/json-fields.ts";
import type { OwnDocument } from "../../settings/own-documents.ts";
import { parseJson } from "../../web/json.ts";

/**
 * The usable documents of a JSON text, each as it is to be stored: one document keeps its text to the letter, those of a
 * list or a pack get one each. Empty where the text is no JSON or holds none.
 */
export function documentsOf(jsonText: string, builtIn: readonly Provider[]): readonly OwnDocument[] {
  const value = parseJson(jsonText);
  const packed = asRecord(value)?.["providers"];
  const list = Array.isArray(value) ? (value as unknown[]) : Array.isArray(packed) ? (packed as unknown[]) : undefined;
  const sources = list === undefined ? [jsonText] : list.map((item) => `${JSON.stringify(item, null, 2)}\n`);
  return sources.flatMap((source) =>
    readDocuments(parseJson(source), builtIn).providers.map((provider) => {
      return { id: provider.id, source, watched: watchedPart(provider) };
    }),
  );
}

/** All documents as one file that can be imported again. A text that is no JSON any more is left out. */
export function packOf(documents: readonly OwnDocument[]): string {
  const providers = documents.map(({ source }) => parseJson(source)).filter((document) => document !== undefined);
  return `${JSON.stringify({ providers }, null, 2)}\n`;
}
