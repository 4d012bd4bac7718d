import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { oddPhrases, oddPhrasesOfRooms } from "./plain-english.ts";
import { slowPatterns } from "./regular-expressions.ts";
import { packageCommand } from "./terminal.mjs";
import { laterBytes, overBudget, pageSize } from "./page-size.ts";

// Each gate of `npm test` is shown something bad once: a gate that cannot fail guards nothing.

const root = fileURLToPath(new URL("..", import.meta.url));
// Outside the project, whose ignored folders the tools pass over; its packages are the project's.
const temporary = mkdtempSync(join(tmpdir(), "faultline-gates-"));
symlinkSync(join(root, "node_modules"), join(temporary, "node_modules"), "junction");
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function write(path: string, content: string): string {
  mkdirSync(dirname(join(temporary, path)), { recursive: true });
  writeFileSync(join(temporary, path), content);
  return join(temporary, path);
}

/** Exit code and output of an installed package's command, run in the temporary folder. */
function run(
  packageName: string,
  parameters: readonly string[],
  command?: string,
): { readonly code: number; readonly output: string } {
  const script = packageCommand(packageName, command);
  try {
    return {
      code: 0,
      output: execFileSync(process.execPath, [script, ...parameters], {
        cwd: temporary,
        encoding: "utf8",
        stdio: "pipe",
      }),
    };
  } catch (error) {
    if (!(error instanceof Error) || !("status" in error) || !("stdout" in error)) throw error;
    return { code: Number(error.status), output: String(error.stdout) };
  }
}

describe("the linter refuses", () => {
  const bad: Readonly<Record<string, readonly [path: string, source: string, rule: string]>> = {
    any: ["src/panel/a.ts", "export const value: any = 1;\n", "no-explicit-any"],
    "a non-null assertion": [
      "src/panel/b.ts",
      "export const first = (list: string[]): string => list[0]!;\n",
      "no-non-null-assertion",
    ],
    "a default export": ["src/panel/c.ts", "export default 1;\n", "no-default-export"],
    "a promise that is not awaited": [
      "src/panel/d.ts",
      "export function go(): void {\n  Promise.resolve(1);\n}\n",
      "no-floating-promises",
    ],
    "a switch that forgets a case": [
      "src/panel/e.ts",
      'export function go(kind: "a" | "b"): void {\n  switch (kind) {\n    case "a":\n      break;\n  }\n}\n',
      "switch-exhaustiveness-check",
    ],
    "the clock in a pure room": [
      "src/decode/f.ts",
      "export const now = (): number => Date.now();\n",
      "no-restricted-properties",
    ],
    "chance in a pure room": [
      "src/report/g.ts",
      "export const any = (): number => Math.random();\n",
      "no-restricted-properties",
    ],
    "the browser in a pure room": [
      "src/timeline/h.ts",
      "export const title = (): string => document.title;\n",
      "no-restricted-globals",
    ],
    "a word on the console of the panel": ["src/panel/i.ts", 'console.log("x");\n', "no-console"],
    "a file over 300 lines": ["src/panel/j.ts", `${"// line\n".repeat(301)}export const k = 1;\n`, "max-lines"],
    "an error silenced for the compiler": [
      "src/panel/k.ts",
      "// @ts-ignore\nexport const k: string = 1;\n",
      "ban-ts-comment",
    ],
    "a cast that narrows": [
      "src/panel/l.ts",
      "export const cut = (value: unknown): string => value as string;\n",
      "no-unsafe-type-assertion",
    ],
    "a file name in camel case": ["src/panel/camelCase.ts", "export const k = 1;\n", "filename-case"],
  };
  for (const [path, source] of Object.values(bad)) write(path, source);
  write("src/panel/one.ts", 'import { two } from "./two.ts";\nexport const one = (): unknown => two;\n');
  write("src/panel/two.ts", 'import { one } from "./one.ts";\nexport const two = (): unknown => one;\n');
  write("src/decode/good.ts", "export const sum = (a: number, b: number): number => a + b;\n");
  write("tsconfig.json", readFileSync(join(root, "tsconfig.json"), "utf8"));
  write(".oxlintrc.json", readFileSync(join(root, ".oxlintrc.json"), "utf8"));
  const { code, output } = run("oxlint", ["--type-aware", "--format=unix"]);
  const complaints = (path: string): readonly string[] => output.split("\n").filter((line) => line.startsWith(path));

  test.each(Object.entries(bad))("%s", (_what, [path, , rule]) => {
    expect(complaints(path).join("\n")).toContain(rule);
  });

  test("two files that import each other", () => {
    expect([...complaints("src/panel/one.ts"), ...complaints("src/panel/two.ts")].join("\n")).toContain("no-cycle");
  });

  test("nothing in a good file, and ends with an error for the bad ones", () => {
    expect(complaints("src/decode/good.ts")).toEqual([]);
    expect(code).not.toBe(0);
  });
});

test("the formatter refuses a file that it would write otherwise", () => {
  write("format/.oxfmtrc.json", readFileSync(join(root, ".oxfmtrc.json"), "utf8"));
  write("format/good.ts", "export const a = 1;\n");
  const check = (): number => run("oxfmt", ["-c", "format/.oxfmtrc.json", "--check", "format"]).code;
  expect(check()).toBe(0);
  write("format/bad.ts", "export const   a=1\n");
  expect(check()).not.toBe(0);
});

describe("the compiler refuses", () => {
  function compile(project: string, path: string, source: string): string {
    write(`types/${path}`, source);
    const settings = { extends: join(root, project), include: [path], exclude: [] };
    write(`types/${project}`, JSON.stringify(settings));
    return run("typescript", ["-p", `types/${project}`], "tsc").output;
  }
  test.each([
    ["an element that may be absent", "export const first = (list: readonly string[]): string => list[0];\n", "TS2322"],
    [
      "an import that does not name its file",
      'import { a } from "./nowhere";\nexport const b: unknown = a;\n',
      "TS2307",
    ],
    ["an enum", "export enum Colour { Red }\n", "TS1294"],
    ["an unused name", "export function f(): void {\n  const left = 1;\n}\n", "TS6133"],
  ])("%s", (_what, source, code) => {
    expect(compile("tsconfig.json", "bad.ts", source)).toContain(code);
  });

  test("the window in a pure room, and takes it elsewhere", () => {
    const source = "export const width = (): number => window.innerWidth;\n";
    expect(compile("tsconfig.pure.json", "pure.ts", source)).toContain("TS2304");
    expect(compile("tsconfig.json", "elsewhere.ts", source)).toBe("");
  });
});

describe("the examination of regular expressions refuses", () => {
  test.each([
    ["a trailing trim", "text.replace(/[.,]+$/, '')"],
    ["a loop in which the pattern starts again", "/^data:[^\\n]*\\n(?=data:)/m.test(text)"],
    ["a look ahead over a whole text", "/x(?=.*y)/.test(text)"],
    ["a loop of loops", "/^(?:a+)+$/.test(text)"],
    ["the same out of constant texts", "new RegExp(`${SPACE}+$`).test(text)"],
    ["a pattern that it cannot read", "new RegExp(text).test(text)"],
    ["a repetition whose bound is too high", "/a[^b]{0,200000}b/.test(text)"],
  ])("%s", (_what, source) => {
    const code = `const SPACE = "[ ]";\nexport const it = (text: string): unknown => ${source};\n`;
    expect(slowPatterns("bad.ts", code)).toEqual([expect.stringContaining("bad.ts:2")]);
  });

  test.each([
    ["a linear one", "/^[ \\t]*(?:[a-z]{1,20} ?)+$/.test(text)"],
    ["one whose texts are short", "text.slice(0, 60).replace(/[.,]+$/, ''); // at most 60 characters"],
  ])("nothing in %s", (_what, source) => {
    expect(slowPatterns("good.ts", `export const it = (text: string): unknown => ${source};\n`)).toEqual([]);
  });
});

describe("the size limit", () => {
  // Numbers without a pattern, so that they stay long when they are packed.
  const noise = Array.from({ length: 400 }, (_, index) => `const v${index}=${(index * 7919) % 10007};`).join("");
  const budget = { page: "page.html", codeBytes: 500, catalogueBytes: 100 };

  function weigh(script: string, catalogue: string): ReturnType<typeof pageSize> {
    write("dist/page.html", '<script src="/assets/page.js"></script><link rel="stylesheet" href="/assets/page.css">');
    write(
      "dist/assets/page.js",
      `import{a}from"./chunk.js";import{t}from"./catalogue-1a.js";console.log(a,t);${script}`,
    );
    write("dist/assets/chunk.js", 'export const a="chunk";');
    write("dist/assets/catalogue-1a.js", `export const t="";${catalogue}`);
    write("dist/assets/page.css", "body{margin:0}");
    return pageSize(join(temporary, "dist"), "page.html");
  }

  test("weighs scripts, what they import, and styles, and passes what is within the budget", () => {
    const size = weigh("", "");
    expect(size.files).toEqual(["assets/page.js", "assets/chunk.js", "assets/catalogue-1a.js", "assets/page.css"]);
    expect(overBudget(budget, size)).toEqual([]);
  });

  test("refuses code over its budget, saying by how much", () => {
    const size = weigh(noise, "");
    const over = size.code - budget.codeBytes;
    expect(overBudget(budget, size)).toEqual([
      `page.html: code is ${size.code} bytes gzipped, ${over} over its budget of ${budget.codeBytes}.`,
    ]);
  });

  test("refuses catalogues over theirs, and does not count them as code", () => {
    const size = weigh("", noise);
    expect(size.code).toBe(weigh("", "").code);
    expect(overBudget(budget, size)).toEqual([expect.stringContaining("catalogues")]);
  });

  test("weighs a chunk that is loaded later without what the page has already", () => {
    weigh("", "");
    write("dist/assets/reading-1a.js", 'import{a}from"./chunk.js";console.log(a)');
    const light = laterBytes(join(temporary, "dist"), "page.html", "reading");
    write("dist/assets/more.js", noise);
    write("dist/assets/reading-1a.js", 'import{a}from"./chunk.js";import"./more.js";console.log(a)');
    expect(light).toBeLessThan(100);
    expect(laterBytes(join(temporary, "dist"), "page.html", "reading")).toBeGreaterThan(light + 500);
    expect(() => laterBytes(join(temporary, "dist"), "page.html", "renamed")).toThrow("renamed");
  });
});

describe("the list of phrases that read translated", () => {
  test.each([
    ["a comment", "a.ts", "// The browser is told of it later.\n"],
    ["a comment of two lines", "a.ts", "/**\n * The length; null\n * where it is not stated.\n */\n"],
    ["the title of a test", "a.test.ts", 'test("nobody hears of it", () => undefined);\n'],
    ["a document", "a.md", "The key stands in\nthe header.\n"],
  ])("refuses one in %s", (_, path, source) => {
    expect(oddPhrases(path, source)).toHaveLength(1);
  });

  test("passes code, and words that mean a place", () => {
    expect(oddPhrases("a.ts", 'const where = "told of";\n// Shows where it was read.\n')).toEqual([]);
  });

  test("finds none in the rooms that were rewritten", () => {
    expect(oddPhrasesOfRooms(root)).toEqual([]);
  });
});
