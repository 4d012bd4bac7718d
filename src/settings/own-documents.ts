import type { WatchedPart } from "../catalogue/watched-part.ts";
import { asArray, asNumber, asRecord } from "../exchange/json-fields.ts";
import { listOf, objectWith, textUpTo } from "./value-checks.ts";

/*
 * The user's own provider documents as they are stored: the text as it was written, and the little that the recorder
 * needs, so that the DevTools page need not carry the schema. Whether a text is a valid document is checked again by
 * the code that decodes with it: another version of Faultline may have stored it.
 */

export type OwnDocument = {
  /** The id in the document, which no two documents share. */
  readonly id: string;
  /** The JSON text, as its author formatted it. */
  readonly source: string;
  readonly watched: WatchedPart;
};

/** In characters: of one document, and of all together. Browsers give an extension some 10 MB. */
export const LONGEST_DOCUMENT = 1_000_000;
export const LONGEST_TOTAL = 4_000_000;

export type ReadDocuments = {
  readonly documents: readonly OwnDocument[];
  /** How many could not be read and are left out. */
  readonly lost: number;
  /** A newer version wrote them: writing would lose what this one does not know. */
  readonly isNewer: boolean;
};

export const NO_DOCUMENTS: ReadDocuments = { documents: [], lost: 0, isNewer: false };

const SCHEMA_VERSION = 1;

const isText = textUpTo(LONGEST_DOCUMENT);
const isDocument = objectWith<Pick<OwnDocument, "source" | "watched">>({
  source: isText,
  watched: objectWith<WatchedPart>({
    id: textUpTo(100),
    hosts: listOf(objectWith({ host: isText, source: isText }), 200),
  }),
});

/** Reads what lies in storage. Never throws. */
export function readOwnDocuments(stored: unknown): ReadDocuments {
  if (stored === undefined) return NO_DOCUMENTS;
  const found = asRecord(stored);
  if (found === undefined) return { ...NO_DOCUMENTS, lost: 1 };
  const entries = asArray(found["documents"]);
  const documents = new Map<string, OwnDocument>();
  for (const entry of entries) {
    if (!isDocument(entry)) continue;
    const { source, watched } = entry;
    documents.set(watched.id, { id: watched.id, source, watched });
  }
  const isNewer = (asNumber(found["schemaVersion"]) ?? 0) > SCHEMA_VERSION;
  return { documents: [...documents.values()], lost: entries.length - documents.size, isNewer };
}

/** What is to be stored for these documents. */
export function toStoredDocuments(documents: readonly OwnDocument[]): Readonly<Record<string, unknown>> {
  return {
    schemaVersion: SCHEMA_VERSION,
    documents: documents.map(({ source, watched }) => ({ source, watched })),
  };
}

/** With a document added, or in place of the one with the id `replaced` or its own. */
export function withDocument(
  documents: readonly OwnDocument[],
  document: OwnDocument,
  replaced: string = document.id,
): readonly OwnDocument[] {
  const others = documents.filter(({ id }) => id !== replaced && id !== document.id);
  const place = documents.findIndex(({ id }) => id === replaced);
  return place === -1 ? [...others, document] : others.toSpliced(place, 0, document);
}

/** Without the document of this id. */
export function withoutDocument(documents: readonly OwnDocument[], removed: string): readonly OwnDocument[] {
  return documents.filter(({ id }) => id !== removed);
}

/** Characters that the documents take in storage. */
export function totalLength(documents: readonly OwnDocument[]): number {
  return documents.reduce((sum, { source }) => sum + source.length, 0);
}
