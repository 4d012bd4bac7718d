import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allProviders } from "./providers/testing/sample-files.ts";

const root = join(import.meta.dirname, "..");
const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Relative links and pictures of a Markdown text. */
function localLinks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map((match) => match[1] ?? "")
    .filter((target) => !/^[a-z]+:/.test(target));
}

describe("what the documents promise", () => {
  test("the README names and counts the APIs that have a document", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8").replace(/\s+/g, " ");
    const { providers } = allProviders();
    expect(readme).toContain(`documents of ${providers.length} APIs`);
    for (const { name } of providers) expect(readme).toContain(name);
  });

  test.each(documents)("every link of %s leads to a file that exists", (name) => {
    const dead = localLinks(readFileSync(join(root, name), "utf8")).filter(
      (target) => !existsSync(join(root, name, "..", target)),
    );
    expect(dead).toEqual([]);
  });

  test("every npm script the documents name exists", () => {
    const scripts = Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts);
    const named = documents.flatMap((name) =>
      [...readFileSync(join(root, name), "utf8").matchAll(/npm (?:run )?(start|test|(?<=run )[a-z][a-z0-9:-]*)/g)].map(
        (match) => match[1] ?? "",
      ),
    );
    expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
  });
});
