import { expect, test } from "vitest";
import { anEntry } from "../exchange/testing/an-entry.ts";
import { har, run } from "./testing/run.ts";

/** One of each kind: C0, C1, bidirectional, zero width, soft hyphen, line separator, tag, variation selector. */
const UNSAFE = "\u001B\r\u0007\u009B\u202E\u061C\u180E\u200B\u00AD\u2028\u3164\u{E0041}\uFE0F\uFEFF";
const UNSAFE_CHARACTER = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const NAME = `names/b${UNSAFE}\n::add-mask::PWN.har`;

const failed = anEntry({
  status: 400,
  url: "https://api.urblock.io/v1/tokens",
  body: JSON.stringify({ error: { code: `odd${UNSAFE}`, message: `m${UNSAFE}` } }),
});

test.each([
  ["decode", NAME],
  ["decode", NAME, "--json"],
  ["decode", NAME, "--annotations", "github"],
  ["decode", "gone*", NAME],
  ["decode", "a.har", "--provider", `x${UNSAFE}=urblock`],
  ["decode", "a.har", "--providers", `p${UNSAFE}`],
  ["decode", `--o${UNSAFE}`],
  ["report", NAME, "--each"],
  ["report", NAME, "--all", "--format", "json"],
  ["report", NAME, "--all", "--format", "har"],
  ["compare", NAME, "a.har"],
  ["compare", NAME, "a.har", "--json"],
])("faultline %s %s %s %s: no line has a control, format or invisible character", async (...args) => {
  const { out, err } = await run(args, { [NAME]: har(failed, 7), "a.har": har(failed) });
  const lines = [...err, ...out.flatMap((line) => line.split("\n"))];
  expect(lines.filter((line) => UNSAFE_CHARACTER.test(line))).toEqual([]);
  expect(lines.filter((line) => line.startsWith("::add-mask"))).toEqual([]);
  expect(err.every((line) => !line.includes("\n"))).toBe(true);
});

test("JSON output has the same values, with unsafe characters escaped", async () => {
  const { out } = await run(["decode", "a.har", "--json"], { "a.har": har(failed) });
  expect(JSON.parse(out[0] ?? "")).toMatchObject({ code: `odd${UNSAFE}` });
  expect(out[0]).toContain("\\u202e");
});

test("under --annotations no message begins with the name of a file", async () => {
  const files = { "::add-mask::a.har": har(7).slice(0, -3), "b.har": har(7) };
  const { out, err } = await run(["decode", "*.har", "--annotations", "github"], files);
  expect(err.length).toBeGreaterThan(2);
  expect(err.filter((line) => !line.startsWith("faultline: "))).toEqual([]);
  expect(out.filter((line) => !/^::(error|warning|notice) file=/.test(line))).toEqual([]);
});

test("the name of a file is no workflow command without --annotations either", async () => {
  const files = { "::add-mask::a.har": har(7), " ::stop-commands::b##[add-mask]c.har": har(7) };
  const { out, err } = await run(["decode", "*.har"], files);
  const lines = [...out, ...err];
  expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
});
