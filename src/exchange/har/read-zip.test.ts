import { describe, expect, test } from "vitest";
import { inPieces, readAll } from "./testing/read-all.ts";
import { buildZip, type LocalFile } from "./testing/zip-builder.ts";
import { readZip } from "./read-zip.ts";

const MB = 1024 * 1024;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const call = (file: string) => ({
  request: { url: "https://x.test/" },
  response: { status: 500, content: { mimeType: "application/json", _file: file } },
});
const harOf = (...files: readonly string[]): LocalFile => ({
  name: "har.har",
  content: utf8(JSON.stringify({ log: { entries: files.map(call) } })),
});
const body = (name: string, size: number): LocalFile => ({ name, content: new Uint8Array(size).fill(97) });
const read = (zip: Uint8Array, pause?: () => Promise<void>) => readAll(readZip(inPieces(zip, 64 * 1024), pause));

async function bodiesOf(zip: Uint8Array): Promise<readonly unknown[]> {
  const { items } = await read(zip);
  return items.map((item) => {
    const entry = item.kind === "entry" ? (item.entry as { response: { content: { text?: string } } }) : undefined;
    return entry?.response.content.text;
  });
}

describe("a zip whose directory lies", () => {
  test("is refused if it lists two files of the same name", async () => {
    const zip = buildZip([harOf(), harOf()]);
    expect((await read(zip)).end.problem).toBe("The zip file lists two files of the same name.");
  });

  test("is refused if two names share one local file", async () => {
    const names = Array.from({ length: 16 }, (_, index) => `b${index}.json`);
    const zip = buildZip(
      [harOf(...names), body("b0.json", 100)],
      [{ local: 0 }, ...names.map((name) => ({ local: 1, name }))],
    );
    expect(await read(zip)).toMatchObject({ items: [], end: { problem: "Files in the zip file overlap." } });
  });

  test("is refused if a file's packed bytes reach into the next file", async () => {
    const zip = buildZip([body("a.json", 50_000), harOf("a.json")], [{ local: 0, packedSize: 150 }, { local: 1 }]);
    expect((await read(zip)).end.problem).toBe("Files in the zip file overlap.");
  });

  test.each([
    ["fewer", 99],
    ["more", 101],
  ])("about a body, with %s bytes stated than come out, costs that body only", async (_, size) => {
    const zip = buildZip(
      [harOf("a.json", "b.json"), body("a.json", 100), body("b.json", 3)],
      [{ local: 0 }, { local: 1, size }, { local: 2 }],
    );
    expect(await bodiesOf(zip)).toEqual([undefined, "aaa"]);
  });

  test("about the HAR is read as far as it goes, and says that it was cut", async () => {
    const zip = buildZip([harOf("a.json")], [{ local: 0, size: 40 }]);
    expect((await read(zip)).end).toMatchObject({ problem: "The zip file is damaged or not complete." });
  });

  test("about how many files there are is refused as damaged", async () => {
    const zip = buildZip([harOf()], undefined, { count: 9 });
    expect((await read(zip)).end.problem).toBe("The zip file is damaged or not complete.");
  });
});

describe("what a small zip unpacks to", () => {
  test("is refused with what to do if the HAR alone is over the budget", async () => {
    const zip = buildZip([{ name: "har.har", content: utf8(`{"log":{"entries":["${"a".repeat(60 * MB)}"]}}`) }]);
    expect(zip.length).toBeLessThan(MB);
    expect((await read(zip)).end.problem).toBe(
      "The zip file unpacks to more than 40 MB, too much for its size. Unpack it and open its .har file.",
    );
  });

  test("is refused if its entries are small and countless", async () => {
    const zip = buildZip([{ name: "har.har", content: utf8(`{"log":{"entries":[${"{},".repeat(100_000)}{}]}}`) }]);
    const { items, end } = await read(zip);
    expect(items.length).toBeLessThan(25_000);
    expect(end.problem).toMatch(/too much for its size/);
  });

  test("loses the bodies over the budget and no entry", async () => {
    const names = Array.from({ length: 8 }, (_, index) => `b${index}.txt`);
    const zip = buildZip([harOf(...names), ...names.map((name) => body(name, 8 * MB))]);
    const bodies = await bodiesOf(zip);
    expect(bodies).toHaveLength(8);
    expect(bodies.filter((text) => text !== undefined)).toHaveLength(3);
  });

  test("loses a body that is larger than one may be, and no other", async () => {
    const zip = buildZip([harOf("a.txt", "b.txt"), body("a.txt", 10 * MB), body("b.txt", 2)]);
    expect(await bodiesOf(zip)).toEqual([undefined, "aa"]);
  });

  test("loses a body of very many small JSON values, which parsing would make huge", async () => {
    const zip = buildZip([
      harOf("a.json", "b.json"),
      { name: "a.json", content: utf8(`[${"{},".repeat(500_000)}1]`) },
      body("b.json", 2),
    ]);
    expect(await bodiesOf(zip)).toEqual([undefined, "aa"]);
  });

  test("counts a body once that many entries share", async () => {
    const zip = buildZip([harOf(...Array.from<string>({ length: 50 }).fill("a.txt")), body("a.txt", 7 * MB)]);
    const bodies = await bodiesOf(zip);
    expect(bodies.every((text) => typeof text === "string" && text.length === 7 * MB)).toBe(true);
  });
});

test("a body that lies about its size is not unpacked again for each entry that names it", async () => {
  const zip = buildZip(
    [harOf(...Array.from<string>({ length: 2000 }).fill("a.txt"), "b.txt"), body("a.txt", 8 * MB), body("b.txt", 2)],
    [{ local: 0 }, { local: 1, size: 1 }, { local: 2 }],
  );
  expect((await bodiesOf(zip)).at(-1)).toBe("aa");
});

test("unpacking pauses at least every few megabytes", async () => {
  let pauses = 0;
  const zip = buildZip([harOf("a.txt"), body("a.txt", 8 * MB)]);
  await read(zip, async () => {
    pauses += 1;
  });
  expect(pauses).toBeGreaterThan(2);
});

test("stored files are read, too", async () => {
  const zip = buildZip([
    { ...harOf("a.txt"), isStored: true },
    { ...body("a.txt", 4), isStored: true },
  ]);
  expect(await bodiesOf(zip)).toEqual(["aaaa"]);
});

test("a zip in ZIP64 format is read", async () => {
  const zip = buildZip([harOf("a.txt"), body("a.txt", 4)], undefined, { isZip64: true });
  expect(await bodiesOf(zip)).toEqual(["aaaa"]);
});

test("an encrypted HAR is named as such", async () => {
  const zip = buildZip([harOf()], [{ local: 0, flags: 1 }]);
  expect((await read(zip)).end.problem).toBe("The zip file is encrypted.");
});

test("a body whose local header is damaged is missing, and nothing else is", async () => {
  const zip = buildZip(
    [harOf("a.txt", "b.txt"), body("a.txt", 4), body("b.txt", 4)],
    [{ local: 0 }, { local: 1, shift: 1 }, { local: 2 }],
  );
  expect(await bodiesOf(zip)).toEqual([undefined, "aaaa"]);
});
