import { beforeEach, expect, it, vi } from "vitest";
import { createStoredValue } from "./stored-value.ts";
import { memoryStorage, resetStorage } from "./testing/memory-storage.ts";

vi.mock("webextension-polyfill", async () => {
  const { memoryStorage: local } = await import("./testing/memory-storage.ts");
  return { default: { storage: { local } } };
});

beforeEach(resetStorage);

function heardBy(page: ReturnType<typeof createStoredValue>): unknown[] {
  const heard: unknown[] = [];
  page.follow((value) => heard.push(value));
  return heard;
}

it("is read by every page, and told to every page but the one that wrote", async () => {
  const [page, other] = [createStoredValue("notes"), createStoredValue("notes")];
  const [own, others] = [heardBy(page), heardBy(other)];
  expect(await page.read()).toBeUndefined();
  await page.write({ text: "one" });
  expect(await other.read()).toMatchObject({ text: "one" });
  expect([own, others]).toEqual([[], [expect.objectContaining({ text: "one" })]]);
});

it("is told to every page as undefined when it is removed", async () => {
  const page = createStoredValue("notes");
  const heard = heardBy(page);
  await page.write({ text: "one" });
  await memoryStorage.clear();
  expect(heard).toEqual([undefined]);
});

it("hears nothing of other values", async () => {
  const heard = heardBy(createStoredValue("notes"));
  await createStoredValue("settings").write({ text: "two" });
  expect(heard).toEqual([]);
});

it("is changed by one page after the other", async () => {
  const add = (page: ReturnType<typeof createStoredValue>, word: string): Promise<void> =>
    page.exclusively(async () => {
      const stored = await page.read();
      await page.write({ words: [...wordsIn(stored), word] });
    });
  await Promise.all([add(createStoredValue("notes"), "one"), add(createStoredValue("notes"), "two")]);
  expect(await createStoredValue("notes").read()).toMatchObject({ words: ["one", "two"] });
});

function wordsIn(stored: unknown): readonly unknown[] {
  return typeof stored === "object" && stored !== null && "words" in stored && Array.isArray(stored.words)
    ? stored.words
    : [];
}
