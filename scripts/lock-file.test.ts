import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Locked = Readonly<Record<"dependencies" | "optionalDependencies", Readonly<Record<string, string>> | undefined>>;

const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"),
);

/** Whether a package at `path` finds another the way Node does: beside its own files, then in each folder above. */
function finds(path: string, name: string): boolean {
  const place = path === "" ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (place in lock.packages) return true;
  return path !== "" && finds(path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))), name);
}

/*
 * npm drops the binaries for other systems from the lock where a registry does not serve them, and then `npm ci` refuses
 * the lock everywhere (npm/cli issue 4828 is one of the ways). Entries without `integrity` come from repairing that.
 */
test("package-lock.json has every package that another one asks for, those for other systems included", () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !finds(path, name)),
  );
  expect(missing).toEqual([]);
});
