import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { git } from "./git.ts";
import type { PackageFiles } from "./zip-files.ts";

/** Source maps, tests and what they read, hidden files: none of it is for people who install the extension. */
const NOT_FOR_STORES = /\.map$|\.(?:test|spec)\.|(?:^|\/)(?:testing|fixtures)\/|(?:^|\/)\./;

/** All files of a built extension. Throws if the build holds one that no store should get. */
export function builtFiles(folder: string): PackageFiles {
  const paths = walk(folder, () => false);
  const unwanted = paths.filter((path) => NOT_FOR_STORES.test(path));
  if (unwanted.length > 0) throw new Error(`${folder} holds what does not belong in a store: ${unwanted.join(", ")}`);
  return contents(folder, paths);
}

/**
 * Everything needed to build again: the files that git tracks, as they are on disk. Without git, in an unpacked source
 * archive, all files but the ignored ones: the same.
 */
export function sourceFiles(root: string): PackageFiles {
  const paths = existsSync(join(root, ".git"))
    ? git(root, "ls-files", "-z")
        .split("\0")
        .filter((path) => path !== "" && existsSync(join(root, path)))
    : walk(root, ignoredBy(readFileSync(join(root, ".gitignore"), "utf8")));
  return contents(root, paths);
}

/** Whether the files on disk are other than those of the last commit. False without git. */
export function hasUncommittedChanges(root: string): boolean {
  return existsSync(join(root, ".git")) && git(root, "status", "--porcelain") !== "";
}

/** Understands the two forms that this project's .gitignore uses: `folder/` and `*.ending`. Throws on another. */
function ignoredBy(gitignore: string): (name: string) => boolean {
  const rules = gitignore.split(/\r?\n/).filter((line) => line !== "");
  const strange = rules.find((rule) => !/^(?:[\w.-]+\/|\*\.\w+)$/.test(rule));
  if (strange !== undefined) throw new Error(`.gitignore: '${strange}' is neither 'folder/' nor '*.ending'`);
  const folders = new Set(rules.filter((rule) => rule.endsWith("/")));
  const endings = rules.filter((rule) => rule.startsWith("*")).map((rule) => rule.slice(1));
  return (name) => folders.has(name) || endings.some((ending) => name.endsWith(ending));
}

/** Paths of all files below a folder. `ignored` is asked for each name, with a `/` at the end of a folder's. */
function walk(folder: string, ignored: (name: string) => boolean): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = entry.isDirectory() ? `${entry.name}/` : entry.name;
    if (ignored(name)) return [];
    return entry.isDirectory() ? walk(join(folder, entry.name), ignored).map((path) => name + path) : [name];
  });
}

function contents(folder: string, paths: readonly string[]): PackageFiles {
  return new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]));
}
