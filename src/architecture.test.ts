import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/*
 * The table in ARCHITECTURE.md is the rule; this test only reads it, so the document cannot drift from the code.
 * Tests and their builders (`*.test.ts`, `testing/`) may import what they need.
 */

const root = join(import.meta.dirname, "..");

type Room = { readonly imports: readonly string[]; readonly everything: boolean };

const ROW = /^\| `([a-z-]+)` \|[^|]*\|([^|]*)\| (yes|no|data) \|$/gm;

const rooms: ReadonlyMap<string, Room> = new Map(
  [...readFileSync(join(root, "ARCHITECTURE.md"), "utf8").matchAll(ROW)].map(([, name = "", imports = ""]) => [
    name,
    {
      imports: [...imports.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ""),
      everything: imports.includes("everything"),
    },
  ]),
);

const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes("/testing/") && file.includes("/"),
  );

// Static imports and re-exports at the start of a line, imports for their effect, and dynamic imports.
const IMPORT =
  /^(?:import|export)\s[^;'"]*?\bfrom\s*["']([^"']+)["']|^import\s*["']([^"']+)["']|\bimport\s*\(\s*["']([^"']+)["']/gm;

/** Every import of a source file that the table does not allow, in words. */
function violations(file: string, source: string): readonly string[] {
  const name = file.split("/")[0] ?? "";
  const room = rooms.get(name);
  if (room === undefined) return [`${file}: no row for '${name}' in ARCHITECTURE.md`];
  return [...source.matchAll(IMPORT)].flatMap(([, from, effect, dynamic]) => {
    const target = from ?? effect ?? dynamic ?? "";
    if (room.everything) return [];
    if (target.startsWith(".")) {
      const path = relative(join(root, "src"), join(root, "src", dirname(file), target)).replaceAll("\\", "/");
      // What lies outside src has its top-level folder as its name: `public`.
      const to = path.replace(/^\.\.\//, "").split("/")[0] ?? "";
      return to === name || room.imports.includes(to) ? [] : [`${file}: '${name}' may not import '${to}'`];
    }
    const allowed =
      room.imports.some((known) => target === known || target.startsWith(`${known}/`)) ||
      (name === "cli" && target.startsWith("node:"));
    return allowed ? [] : [`${file}: '${name}' may not import the package '${target}'`];
  });
}

/** The source files that each source file imports, by value, by type or with `import()`. */
function importGraph(sources: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...sources].map(([file, source]) => [
      file,
      [...source.matchAll(IMPORT)]
        .map(([, from, effect, dynamic]) => from ?? effect ?? dynamic ?? "")
        .filter((target) => target.startsWith("."))
        .map((target) => join(dirname(file), target).replaceAll("\\", "/"))
        .filter((target) => sources.has(target)),
    ]),
  );
}

/** The files that import themselves through others, sorted. A type or a late import closes a circle like any other. */
function filesInCircles(sources: ReadonlyMap<string, string>): readonly string[] {
  const graph = importGraph(sources);
  const reaches = (start: string): boolean => {
    const seen = new Set<string>();
    const open = [...(graph.get(start) ?? [])];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (file === start) return true;
      if (seen.has(file)) continue;
      seen.add(file);
      open.push(...(graph.get(file) ?? []));
    }
    return false;
  };
  return [...graph.keys()].filter(reaches).toSorted();
}

describe("imports between source files", () => {
  test("never form a circle, not even through types or import()", () => {
    const sources = new Map(files.map((file) => [file, readFileSync(join(root, "src", file), "utf8")]));
    expect(filesInCircles(sources)).toEqual([]);
  });

  test.each([
    ["values", 'import { b } from "./b.ts";'],
    ["a re-export", 'export { b } from "./b.ts";'],
    ["types", 'import type { B } from "./b.ts";'],
    ["import()", 'const load = () => import("./b.ts");'],
    ["a type written as import()", 'type B = import("./b.ts").B;'],
  ])("are refused if %s close a circle", (_, source) => {
    const sources = new Map([
      ["web/a.ts", source],
      ["web/b.ts", 'import { c } from "./c.ts";'],
      ["web/c.ts", 'import { a } from "./a.ts";'],
      ["web/outside.ts", 'import { a } from "./a.ts";'],
    ]);
    expect(filesInCircles(sources)).toEqual(["web/a.ts", "web/b.ts", "web/c.ts"]);
  });
});

describe("the walls between the rooms", () => {
  test("every folder has a row and every row a folder", () => {
    const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect([...rooms.keys()].toSorted()).toEqual(folders.map((folder) => folder.name).toSorted());
  });

  test.each(files)("%s", (file) => {
    expect(violations(file, readFileSync(join(root, "src", file), "utf8"))).toEqual([]);
  });

  // A gate that has never failed is not known to work.
  test.each([
    ["decode/planted.ts", 'import { App } from "../panel/app.tsx";'],
    ["report/planted.ts", 'import browser from "webextension-polyfill";'],
    ["report/planted.ts", 'const clipboard = await import("../browser/clipboard.ts");'],
    ["exchange/planted.ts", 'import { readFileSync } from "node:fs";'],
    ["panel/planted.tsx", 'import { openFeed } from "../browser/recorder.ts";'],
    ["browser/planted.ts", 'export { decode } from "../decode/decode.ts";'],
    ["timing/planted.ts", 'import messages from "../../public/_locales/en/messages.json";'],
    ["nowhere/planted.ts", ""],
  ])("refuse %s: %s", (file, source) => {
    expect(violations(file, source)).toHaveLength(1);
  });
});
