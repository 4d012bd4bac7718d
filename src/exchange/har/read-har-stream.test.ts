import { gzipSync, deflateSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readHarStream } from "./read-har-stream.ts";
import { inPieces, readAll } from "./testing/read-all.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const har = (...entries: readonly unknown[]): string => JSON.stringify({ log: { entries } });
const text = har({ a: "é😀" }, { b: 2 });

const read = (bytes: Uint8Array, size = 5): ReturnType<typeof readAll> => readAll(readHarStream(inPieces(bytes, size)));

const entries = async (bytes: Uint8Array, size?: number): Promise<readonly unknown[]> =>
  (await read(bytes, size)).items.map((item) => (item.kind === "entry" ? item.entry : item.problem));

function utf16(content: string, order: "le" | "be", mark: boolean): Uint8Array {
  const little = Buffer.from(mark ? `\uFEFF${content}` : content, "utf16le");
  return order === "le" ? little : little.swap16();
}

describe("reading the bytes of a HAR file", () => {
  test.each([
    ["UTF-8", utf8(text)],
    ["UTF-8 with a byte order mark", utf8(`\uFEFF${text}`)],
    ["UTF-16, little end first", utf16(text, "le", true)],
    ["UTF-16, big end first", utf16(text, "be", true)],
    ["UTF-16 without a mark", utf16(text, "le", false)],
    ["gzip", gzipSync(text)],
    ["gzip of UTF-16", gzipSync(utf16(text, "le", true))],
    ["two gzip members in one file", Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))])],
    ["zlib, as mitmproxy's .zhar", deflateSync(text)],
    ["a zip", zipSync({ "har.har": utf8(text) })],
  ])("given %s, finds the entries by the file's first bytes", async (_, bytes) => {
    for (const size of [1, 7, 100_000]) expect(await entries(bytes, size)).toEqual([{ a: "é😀" }, { b: 2 }]);
  });

  test("given gzip that was cut off, reads as far as it goes and says so", async () => {
    const many = har(...Array.from({ length: 400 }, (_, n) => ({ n, noise: String(Math.sin(n)) })));
    const packed = gzipSync(many);
    const { items, end } = await read(packed.subarray(0, packed.length * 0.8));
    expect(items.length).toBeGreaterThan(100);
    expect(end).toMatchObject({ isCut: true, problem: null });
  });

  test("given an empty file, says that it is empty", async () => {
    expect((await read(new Uint8Array(0))).end.problem).toBe("The file is empty.");
  });

  test("given bytes of something else, says that the file is not a HAR", async () => {
    expect((await read(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))).end.problem).toMatch(/not JSON/);
    expect((await read(Uint8Array.from([0x1f, 0x8b, 1, 2, 3, 4]))).end.problem).toMatch(/empty|not JSON/);
  });

  test("ends the source when the reader stops early", async () => {
    let isEnded = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        yield utf8(text);
        yield utf8(text);
      } finally {
        isEnded = true;
      }
    }
    for await (const item of readHarStream(source())) {
      expect(item.index).toBe(0);
      break;
    }
    expect(isEnded).toBe(true);
  });
});

describe("a zip of Playwright's recordHar", () => {
  const entry = (file: string, type = "fetch") => ({
    _resourceType: type,
    request: { url: "https://x.test/", postData: { mimeType: "application/json", text: "", _file: "b.json" } },
    response: { status: 429, content: { size: 9, mimeType: "application/json", _file: file } },
  });
  const zip = (...files: readonly ReturnType<typeof entry>[]): Uint8Array =>
    zipSync({
      "a.json": utf8('{"é":true}'),
      "b.json": utf8('{"sent":1}'),
      "c.png": Uint8Array.from([0x89, 0xff, 0]),
      "har.har": utf8(har(...files)),
    });

  test("puts bodies that are separate files into their entries", async () => {
    expect(await entries(zip(entry("a.json"), entry("c.png")))).toMatchObject([
      { request: { postData: { text: '{"sent":1}' } }, response: { content: { text: '{"é":true}' } } },
      { response: { content: { text: "if8A", encoding: "base64" } } },
    ]);
  });

  test("keeps an entry whose file is not in the zip, and leaves the messages of web sockets alone", async () => {
    const [missing, socket] = await entries(zip(entry("gone.json"), entry("a.json", "websocket")));
    expect(missing).toMatchObject({ response: { content: { _file: "gone.json" } } });
    expect(JSON.stringify([missing, socket])).not.toContain("é");
  });

  test.each([
    ["holds no HAR", zipSync({ "a.txt": utf8("x") }), "The zip file holds no .har file."],
    ["is not complete", zip(entry("a.json")).subarray(0, 60), "The zip file is damaged or not complete."],
  ])("that %s is refused with the reason", async (_, bytes, problem) => {
    expect((await read(bytes)).end.problem).toBe(problem);
  });
});
