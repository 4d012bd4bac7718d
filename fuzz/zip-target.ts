import fc from "fast-check";
import { createUnpackBudget } from "../src/exchange/har/unpack-budget.ts";
import { unzipFile } from "../src/exchange/har/unzip-file.ts";
import { readZipDirectory } from "../src/exchange/har/zip-directory.ts";
import { buildZip, type DirectoryLine, type LocalFile } from "../src/exchange/har/testing/zip-builder.ts";
import { promise, target, type Target } from "./target.ts";

const names = fc.constantFrom("har.har", "a.har", "b.json", "c.json", "", "__proto__", "../x.har");
const sizes = fc.oneof(fc.nat(300), fc.constantFrom(0, 0xffffffff, 0xfffffffe, 0x7fffffff, 40 * 1024 * 1024));

const locals: fc.Arbitrary<LocalFile> = fc.record({
  name: names,
  // Most are small; some unpack to a thousand times their size.
  content: fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.constantFrom(0, 65_536, 262_144).map((size) => new Uint8Array(size)),
  ),
  isStored: fc.boolean(),
});
const lines = (count: number): fc.Arbitrary<DirectoryLine> =>
  fc.record(
    {
      local: fc.nat(count - 1),
      name: names,
      method: fc.constantFrom(0, 8, 8, 14),
      flags: fc.constantFrom(0, 1, 8, 0x800),
      packedSize: sizes,
      size: sizes,
      shift: fc.integer({ min: -60, max: 60 }),
    },
    { requiredKeys: ["local"] },
  );

const zips: fc.Arbitrary<Uint8Array> = fc.array(locals, { minLength: 1, maxLength: 4 }).chain((files) =>
  fc
    .record({
      directory: fc.option(fc.array(lines(files.length), { maxLength: 6 }), { nil: undefined }),
      count: fc.option(fc.nat(70_000), { nil: undefined, freq: 5 }),
      isZip64: fc.boolean(),
      flips: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
      cut: fc.nat(9),
    })
    .map(({ directory, count, isZip64, flips, cut }) => {
      const zip = buildZip(files, directory, { isZip64, ...(count === undefined ? {} : { count }) });
      for (const [at, byte] of flips) zip[at % zip.length] = byte;
      return cut === 0 ? zip.subarray(0, Math.floor(zip.length / 2)) : zip;
    }),
);

/** Deflate makes up to 1,032 bytes of one, and 4 KB are unpacked at once. */
const ONE_STEP = 4096 * 1032;

/** Directories of zips, true and lying: nothing throws, overlaps or comes out beyond the budget. */
export const zipTarget: Target = target({
  name: "zip directories",
  cases: zips,
  run: (zip) => {
    const directory = readZipDirectory(zip);
    if (!directory.ok) {
      promise(directory.problem !== "", "refused without a reason");
      return;
    }
    const ranges = [...directory.files.values()]
      .map(({ dataStart, packedSize }) => [dataStart, dataStart + packedSize] as const)
      .toSorted(([one], [other]) => one - other);
    ranges.forEach(([start, end], index) => {
      promise(end <= zip.length, "a file outside of the zip");
      promise(start >= (ranges[index - 1]?.[1] ?? 0), "files that overlap");
    });
    const budget = createUnpackBudget(zip.length);
    let all = 0;
    for (const file of directory.files.values()) {
      let size = 0;
      const steps = unzipFile(zip, file, budget.takeHarBytes);
      for (let next = steps.next(); next.done !== true; next = steps.next()) size += next.value.length;
      promise(size <= file.size, "more bytes than stated");
      promise(size <= file.packedSize * 1032, "more bytes than deflate can make");
      all += size;
    }
    promise(all <= budget.totalBytes + ONE_STEP, "more bytes than the budget");
  },
  slow: [
    (size) => buildZip([{ name: "a", content: new Uint8Array(size * 10) }]),
    (size) => new Uint8Array(size).fill(0x50),
    (size) =>
      buildZip(Array.from({ length: size / 100 }, (_, index) => ({ name: String(index), content: new Uint8Array(1) }))),
  ],
});
