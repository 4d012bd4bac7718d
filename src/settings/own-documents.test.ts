import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  LONGEST_DOCUMENT,
  NO_DOCUMENTS,
  type OwnDocument,
  readOwnDocuments,
  toStoredDocuments,
  withDocument,
  withoutDocument,
} from "./own-documents.ts";

function aDocument(id: string, source = `{"id":"${id}"}`): OwnDocument {
  const hosts = [{ host: `${id}.example.test`, source: "https://docs.example.test/" }];
  return { id, source, watched: { id, hosts } };
}

const [ONE, OTHER] = [aDocument("one"), aDocument("other")];

describe("own documents", () => {
  test("are none where none were stored", () => {
    expect(readOwnDocuments(undefined)).toEqual(NO_DOCUMENTS);
  });

  test("are read back as they were stored", () => {
    const stored: unknown = JSON.parse(JSON.stringify(toStoredDocuments([ONE, OTHER])));
    expect(readOwnDocuments(stored)).toEqual({ documents: [ONE, OTHER], lost: 0, isNewer: false });
  });

  test.each([
    ["no list", 7, 1],
    ["an entry that is null", { documents: [null, ...[toStoredDocuments([ONE])["documents"]].flat()] }, 1],
    ["a text that is too long", toStoredDocuments([aDocument("long", "x".repeat(LONGEST_DOCUMENT + 1))]), 1],
    ["two with one id", toStoredDocuments([ONE, ONE]), 1],
  ])("given %s, count what is lost and keep the rest", (_, stored, lost) => {
    expect(readOwnDocuments(stored).lost).toBe(lost);
  });

  test("of a newer version are marked, so that they are not overwritten", () => {
    expect(readOwnDocuments({ schemaVersion: 2, documents: [] }).isNewer).toBe(true);
  });

  test("keep their order when one is edited, under a new id too", () => {
    const edited = aDocument("one", "{}");
    expect(withDocument([ONE, OTHER], edited)).toEqual([edited, OTHER]);
    const renamed = aDocument("third");
    expect(withDocument([ONE, OTHER], renamed, "one")).toEqual([renamed, OTHER]);
    expect(withDocument([ONE], OTHER)).toEqual([ONE, OTHER]);
  });

  test("share no id: the new one takes the place of another that has it", () => {
    const renamed = aDocument("other", "{}");
    expect(withDocument([ONE, OTHER], renamed, "one")).toEqual([renamed]);
  });

  test("can be removed", () => {
    expect(withoutDocument([ONE, OTHER], "one")).toEqual([OTHER]);
  });

  test("never throw, whatever is stored", () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(readOwnDocuments(stored).documents).toEqual([]);
      }),
    );
  });
});
