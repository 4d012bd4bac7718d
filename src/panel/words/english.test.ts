import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import messages from "../../../public/_locales/en/messages.json";

const panel = join(import.meta.dirname, "..");
const sources = readdirSync(panel, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
);
const english = sources.filter((file) => file.startsWith(join("words", "english")));

function read(file: string): string {
  return readFileSync(join(panel, file), "utf8");
}

// A name that is missing, and a value that a sentence lacks, do not compile. Only the opposite needs a test.
test("the English words contain none that the panel does not show", () => {
  const code = sources
    .filter((file) => !english.includes(file))
    .map(read)
    .join("\n");
  const names = english.flatMap((file) => [...read(file).matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name));
  expect(names.length).toBeGreaterThan(600);
  expect(names.filter((name) => !new RegExp(`Words\\.${name}\\b|"${name}"`).test(code))).toEqual([]);
});

test("the browser's messages contain only what the manifest names", () => {
  expect(Object.keys(messages)).toEqual(["extensionName", "extensionDescription"]);
});
