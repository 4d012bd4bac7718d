/**
 * The built-in documents with a user's in force: a document under a built-in id takes that one's place, all others
 * follow. Hand in what `readDocuments` gave, or the parts of it that the recorder needs.
 */
export function withDocuments<Document extends { readonly id: string }>(
  builtIn: readonly Document[],
  own: readonly Document[],
): readonly Document[] {
  const replaced = builtIn.map((document) => own.find(({ id }) => id === document.id) ?? document);
  return [...replaced, ...own.filter(({ id }) => builtIn.every((document) => document.id !== id))];
}
