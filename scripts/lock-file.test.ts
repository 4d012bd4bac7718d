import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Locked = {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"),
);

/** Whether a package at `path` finds another the way Node does: beside its own files, then in each folder above. */
function finds(path: string, name: string): boolean {
  const place = path === "" ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (place in lock.packages) return true;
  return path !== "" && finds(path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))), name);
}

/** "PATH@VERSION" of each package that npm would install without comparing its content to a SHA-512. */
function unchecked(packages: Readonly<Record<string, Locked>>): readonly string[] {
  return Object.entries(packages).flatMap(([path, { version, integrity }]) =>
    // 64 bytes are 86 characters of base64 and two of padding.
    path === "" || /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? "") ? [] : [`${path}@${version}`],
  );
}

/*
 * npm drops the binaries for other systems from the lock file if a registry does not serve them. `npm ci` then refuses
 * the lock file on every system (one way to get there: npm/cli issue 4828). To repair an entry, delete it and run
 * `npm install --package-lock-only`: npm takes its integrity from the registry's metadata.
 */
test("package-lock.json has every package that another one asks for, those for other systems included", () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !finds(path, name)),
  );
  expect(missing).toEqual([]);
});

test("package-lock.json has the SHA-512 of every package, those for other systems included", () => {
  expect(unchecked(lock.packages)).toEqual([]);
});

test("a package without integrity, or with a weaker hash than SHA-512, is found", () => {
  const good = `sha512-${"A".repeat(86)}==`;
  expect(
    unchecked({
      "": {},
      "node_modules/good": { version: "1.0.0", integrity: good },
      "node_modules/none": { version: "1.0.0" },
      "node_modules/weak": { version: "1.0.0", integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" },
    }),
  ).toEqual(["node_modules/none@1.0.0", "node_modules/weak@1.0.0"]);
});

test("package-lock.json names no registry: each computer uses the one that it is set up for", () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
