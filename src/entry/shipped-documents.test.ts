import { expect, test, vi } from "vitest";
import { outlineOf } from "../catalogue/outline.ts";
import { aCodeEntry, aProvider } from "../catalogue/testing/a-provider.ts";
import { createShippedDocuments } from "./shipped-documents.ts";

const base = aProvider({ id: "base", codes: { A: aCodeEntry({ title: "In the base" }) } });
const above = {
  schemaVersion: 1,
  id: "above",
  extends: "base",
  hosts: [{ host: "above.test", source: "seed" }],
} as const;
const outlines = [outlineOf({ ...base, id: "above" }), outlineOf(base)];

function documents(files: Readonly<Record<string, () => Promise<typeof base | typeof above>>>) {
  const onChange = vi.fn();
  return { onChange, shipped: createShippedDocuments(outlines, new Map(Object.entries(files)) as never, onChange) };
}

test("a document is an outline until it is asked for, and comes with the one it builds on", async () => {
  const { shipped, onChange } = documents({ base: async () => base, above: async () => above });
  expect([...shipped.pending()]).toEqual(["above", "base"]);
  expect(shipped.current()[0]?.codes).toEqual({});
  await shipped.load("above");
  expect([...shipped.pending()]).toEqual([]);
  expect(shipped.current()[0]?.codes["A"]?.title).toBe("In the base");
  expect(onChange).toHaveBeenCalledTimes(1);
});

test("a document that cannot be loaded stays an outline, and so does what builds on it", async () => {
  const { shipped } = documents({
    base: async () => {
      throw new Error("gone");
    },
    above: async () => above,
  });
  await shipped.loadAll();
  expect([...shipped.pending()]).toEqual(["above", "base"]);
});

test("a document is loaded once, however often it is asked for", async () => {
  const load = vi.fn(async () => base);
  const { shipped } = documents({ base: load });
  await Promise.all([shipped.load("base"), shipped.load("base")]);
  await shipped.load("base");
  expect(load).toHaveBeenCalledTimes(1);
});
