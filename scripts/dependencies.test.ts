import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { extensionPackages, libraryPackages, ranges } from "./imported-packages.ts";

const root = join(import.meta.dirname, "..");
const [, inExtension = "", forDevelopment = ""] = readFileSync(join(root, "docs/dependencies.md"), "utf8").split(
  /^## /m,
);

/** Rows of a table as `name version licence`; a row begins with the name of a package in backticks. */
function rowsOf(section: string): readonly string[] {
  return [...section.matchAll(/^\| *`([^`]+)` *\| *(\S+) *\| *(\S+) *\|/gm)].map((row) => row.slice(1).join(" "));
}

function installed(names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const { license } = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8"));
    return `${name} ${ranges[name]?.replace(/^[\^~]/, "")} ${license}`;
  });
}

describe("docs/dependencies.md", () => {
  test("names exactly the packages in the extension, their versions and licences", () => {
    expect(rowsOf(inExtension).toSorted()).toEqual(installed(extensionPackages).toSorted());
  });

  test("names exactly the packages for development, their versions and licences", () => {
    const others = Object.keys(ranges).filter((name) => !extensionPackages.includes(name));
    expect(rowsOf(forDevelopment).toSorted()).toEqual(installed(others).toSorted());
  });

  test("says how much each package in the extension adds and why it is there", () => {
    const rows = inExtension.split("\n").filter((line) => line.startsWith("| `"));
    const unexplained = rows.filter((row) => !/\| *\d+\.\d kB *\| *\w[^|]{20,}\|$/.test(row));
    expect(unexplained).toEqual([]);
  });
});

// Who installs the library gets these; all else is bundled or stays here.
test("the published package depends on what its pure functions import, and on nothing more", () => {
  expect(Object.keys(packageJson.dependencies).toSorted()).toEqual(libraryPackages);
});
