import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Phrases that read translated, each with what to write in its place. Patterns match what is surely meant that way. */
const PHRASES: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\b(?:told|tells?) of\b/i, '"report"'],
  [/\banew\b/i, '"again"'],
  [/\bwhoever\b/i, '"anyone who", or name the caller'],
  [/\bnobody\b/i, '"not", "never" or the passive'],
  [/\bsooner\b/i, '"earlier"'],
  [/\ball the same\b/i, '"still" or "anyway"'],
  [/\b(?:stands?|standing) (?:in|at|for|with|on|before|after|behind)\b/i, '"is in", "means", "appears in"'],
  [/(?:^|[.!?] )Besides,/, '"Also"'],
  [/\b(?:null|undefined|false|true|empty|-1|""|throws|rejects|fails) where\b/i, '"if"'],
  [
    /\b(?<!place |places |that is |know |knows |see |show |shows |say |says )where (?:no|nothing|neither|nobody|there (?:is|are|was))\b/i,
    '"if"',
  ],
  [/\bin force\b/i, '"active"'],
  [
    /\b(?<!there )(?:is|are) no (?:HAR|JSON|text|number|instant|failure|success|call|file|program|report|entry|object)s?\b/,
    '"is not a"',
  ],
];

/**
 * Rooms whose text is held to the list. A room is added after it has been rewritten; the ones still missing are
 * those of `src/` and the repository's folders that do not appear here.
 */
const ROOMS: readonly string[] = [
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "README.md",
  "SECURITY.md",
  "bench",
  "docs",
  "e2e",
  "fuzz",
  "scripts",
  "src/browser",
  "src/compare",
  "src/entry",
  "src/exchange",
  "src/settings",
  "src/timeline",
  "src/timing",
  "src/web",
];

const COMMENT = /\/\*[^]*?\*\/|(?:^|[\s;,{}()])\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)*/g;
const TITLE = /\b(?:test|it|describe)(?:\.\w+\([^]*?\)|\.\w+)?\(\s*(["`])((?:(?!\1)[^\\\n]|\\.)*)\1/g;

/** The prose of a file: all of a Markdown file, otherwise comments and the titles of tests. Lines become spaces. */
function proseOf(path: string, source: string): readonly string[] {
  if (path.endsWith(".md")) return source.split(/\n\s*\n/).map((paragraph) => paragraph.replaceAll(/\s+/g, " "));
  const comments = [...source.matchAll(COMMENT)].map(([comment]) =>
    comment.replaceAll(/\s*\n\s*(?:\*\/?|\/\/)? ?/g, " "),
  );
  return [...comments, ...[...source.matchAll(TITLE)].map((match) => match[2] ?? "")];
}

/** Each listed phrase in a file's prose, with its surroundings and a better word. */
export function oddPhrases(path: string, source: string): readonly string[] {
  return proseOf(path, source).flatMap((text) =>
    PHRASES.flatMap(([pattern, instead]) => {
      const match = pattern.exec(text);
      if (match === null) return [];
      const around = text.slice(Math.max(0, match.index - 40), match.index + 50);
      return [`${path}: "${around.trim()}": write ${instead}`];
    }),
  );
}

/** The same over all tracked files of the rooms that have been rewritten. */
export function oddPhrasesOfRooms(root: string): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--", ...ROOMS], { cwd: root, encoding: "utf8" });
  return listed
    .split("\0")
    .filter(
      (path) =>
        /\.(?:ts|tsx|mjs|md|css)$/.test(path) && path !== "scripts/plain-english.ts" && path !== "docs/catalogue.md",
    )
    .flatMap((path) => oddPhrases(path, readFileSync(join(root, path), "utf8")));
}
