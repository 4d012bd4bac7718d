import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { slowPatterns } from "../scripts/regular-expressions.ts";

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes("/testing/"));

test("no regular expression takes more than linear time, unless a comment says how short its texts are", () => {
  const slow = files.flatMap((file) => slowPatterns(file, readFileSync(join(import.meta.dirname, file), "utf8")));
  expect(slow).toEqual([]);
});
