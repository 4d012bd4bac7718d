import { gzipSync, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { anEntry } from "../../exchange/testing/an-entry.ts";
import type { ImportedRecording } from "./imported-recording.ts";
import { readFile, readText, type ReadOptions } from "./read-file.ts";
import { recordingOfEntries } from "./read-recording.ts";

const har = (...entries: readonly unknown[]): string => JSON.stringify({ log: { entries } });
const idle: ReadOptions = { signal: new AbortController().signal, onProgress: () => undefined };

async function read(content: BlobPart, options = idle): Promise<ImportedRecording> {
  const result = await readFile(new File([content], "a.har"), options);
  if (result.kind !== "read") throw new Error(result.kind === "refused" ? result.problem : result.kind);
  return result.recording;
}

describe("reading a file that the user chose", () => {
  test("gives its calls and tells when the recording began and ended", async () => {
    const late = anEntry({ startedDateTime: "2026-01-14T10:31:00.000Z", time: 250 });
    const recording = await read(har(late, anEntry()));
    expect(recording.records.map((record) => record.kind)).toEqual(["exchange", "exchange"]);
    expect(recording).toMatchObject({
      name: "a.har",
      entryCount: 2,
      skippedCount: 0,
      isCut: false,
      startedAt: Date.UTC(2026, 0, 14, 10, 30),
      endedAt: Date.UTC(2026, 0, 14, 10, 31, 0, 250),
    });
  });

  test("names broken entries with their places and keeps the others in theirs", async () => {
    const recording = await read(`{"log":{"entries":[7,{"request":{}},{"a":NaN},${JSON.stringify(anEntry())}]}}`);
    expect(recording.skipped.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(recording.records).toMatchObject([{ kind: "exchange", sequence: 3 }]);
  });

  test("gives the pages of the recording as navigations", async () => {
    const pages = [{ id: "page_1", startedDateTime: "2026-01-14T10:29:59.000Z", title: "https://app.example.test/" }];
    const recording = await read(JSON.stringify({ log: { pages, entries: [anEntry()] } }));
    expect(recording.records).toContainEqual({
      kind: "navigation",
      at: Date.UTC(2026, 0, 14, 10, 29, 59),
      url: "https://app.example.test/",
    });
  });

  test("tells of progress up to the whole file", async () => {
    const shares: number[] = [];
    await read(gzipSync(strToU8(har(anEntry()))), {
      ...idle,
      onProgress: (share) => void shares.push(share),
    });
    expect(shares.at(-1)).toBe(1);
  });

  test("given a cancel, ends without a result", async () => {
    const controller = new AbortController();
    const result = await readFile(new File([har(anEntry())], "a.har"), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(result.kind).toBe("cancelled");
  });

  test.each([
    ["a picture", "\u0089PNG", /not JSON/],
    ["an empty file", "", /empty/],
    ["JSON of another kind", '{"a":1}', /not a HAR/],
  ])("given %s, says why nothing can be shown", async (_, content, problem) => {
    const result = await readFile(new File([content], "a.har"), idle);
    expect(result).toEqual({ kind: "refused", problem: expect.stringMatching(problem) });
  });

  test("beyond its limit of calls, leaves out successes and no failure", () => {
    const recording = recordingOfEntries("a.har", [anEntry(), anEntry(), anEntry(), anEntry({ status: 500 })], 2);
    expect(recording.leftOut).toBe(1);
    const last = recording.records.at(-1);
    expect(last?.kind === "exchange" && last.read().response.status).toBe(500);
  });
});

describe("reading what the user pasted", () => {
  test("takes a single entry and a whole HAR", async () => {
    for (const pasted of [JSON.stringify(anEntry()), har(anEntry())]) {
      const result = await readText(pasted);
      expect(result.kind === "read" && result.recording.records.length).toBe(1);
    }
  });

  test("says what it takes where it is neither", async () => {
    expect(await readText("hello")).toEqual({ kind: "refused", problem: expect.stringMatching(/neither/) });
  });
});
