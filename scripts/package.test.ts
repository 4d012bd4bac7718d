import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { buildExtension } from "./build-extension.ts";
import { git } from "./git.ts";
import { builtFiles, hasUncommittedChanges, sourceFiles } from "./package-files.ts";
import { zipFiles } from "./zip-files.ts";

const temporary = mkdtempSync(join(tmpdir(), "faultline-package-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

const build = { "manifest.json": "{}", "icons/16.png": "a picture", "assets/panel.js": "1;".repeat(500) };

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(temporary, "folder-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The entries of a zip's central directory: name, DOS time and date, upper half of the attributes (Unix mode). */
function directoryOf(zip: Uint8Array) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength)),
      time: view.getUint16(at + 12, true),
      date: view.getUint16(at + 14, true),
      mode: view.getUint16(at + 40, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

describe("a package", () => {
  test("holds exactly the files of the build with their contents", () => {
    const unpacked = unzipSync(zipFiles(builtFiles(folderWith(build))));
    const texts = Object.entries(unpacked).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
    expect(Object.fromEntries(texts)).toEqual(build);
  });

  test("lists its files by name, each of 1 January 1980, 0:00, and readable by all", () => {
    const fixed = { time: 0, date: (1 << 5) | 1, mode: 0o100644 };
    expect(directoryOf(zipFiles(builtFiles(folderWith(build))))).toEqual([
      { name: "assets/panel.js", ...fixed },
      { name: "icons/16.png", ...fixed },
      { name: "manifest.json", ...fixed },
    ]);
  });

  test("given the same files made later and in another order, is the same byte for byte", () => {
    const other = folderWith(Object.fromEntries(Object.entries(build).toReversed()));
    utimesSync(join(other, "manifest.json"), 1_000_000_000, 1_000_000_000);
    expect(zipFiles(builtFiles(other))).toEqual(zipFiles(builtFiles(folderWith(build))));
    expect(zipFiles(new Map([...builtFiles(other)].toReversed()))).toEqual(zipFiles(builtFiles(other)));
  });

  test.each(["America/Los_Angeles", "Pacific/Kiritimati"])("made in %s, is the same byte for byte", (zone) => {
    const files = builtFiles(folderWith(build));
    vi.stubEnv("TZ", "UTC");
    const inGreenwich = zipFiles(files);
    vi.stubEnv("TZ", zone);
    expect(new Date(0).getTimezoneOffset()).not.toBe(0);
    expect(zipFiles(files)).toEqual(inGreenwich);
  });

  test.each(["assets/panel.js.map", "src/read.test.js", "src/testing/entry.js", ".vite/manifest.json", ".DS_Store"])(
    "given a build with %s in it, is refused",
    (path) => {
      expect(() => builtFiles(folderWith({ ...build, [path]: "" }))).toThrow(path);
    },
  );
});

test("two builds of the extension give the same package", { timeout: 120_000 }, async () => {
  const [one, other] = [join(temporary, "one"), join(temporary, "other")];
  await buildExtension("firefox", one);
  await buildExtension("firefox", other);
  expect(zipFiles(builtFiles(one))).toEqual(zipFiles(builtFiles(other)));
});

describe("the source archive", () => {
  const source = { ".gitignore": "dist/\n*.log\n", "src/a.ts": "a", "README.md": "r", "dist/a.js": "a", "npm.log": "" };

  function repository(): string {
    const folder = folderWith(source);
    const settings = ["user.name=Example", "user.email=example@example.com", "commit.gpgsign=false"];
    git(folder, "init", "--quiet");
    git(folder, "add", ".");
    git(folder, ...settings.flatMap((setting) => ["-c", setting]), "commit", "--quiet", "-m", "all");
    return folder;
  }

  test("holds what git tracks", () => {
    const folder = repository();
    writeFileSync(join(folder, "untracked.ts"), "");
    expect([...sourceFiles(folder).keys()].toSorted()).toEqual([".gitignore", "README.md", "src/a.ts"]);
  });

  test("made from an unpacked source archive, which has no git, is the same", () => {
    const folder = repository();
    const archive = zipFiles(sourceFiles(folder));
    rmSync(join(folder, ".git"), { recursive: true });
    expect(zipFiles(sourceFiles(folder))).toEqual(archive);
  });

  test("tells files that were changed since the last commit", () => {
    const folder = repository();
    expect(hasUncommittedChanges(folder)).toBe(false);
    writeFileSync(join(folder, "README.md"), "changed");
    expect(hasUncommittedChanges(folder)).toBe(true);
  });

  test("without git, given an ignore rule it does not understand, says so", () => {
    expect(() => sourceFiles(folderWith({ ".gitignore": "!kept/*" }))).toThrow("'!kept/*'");
  });
});
