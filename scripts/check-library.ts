/*
 * Checks the npm package as those who install it get it: packs what was built, asks publint and arethetypeswrong, then
 * installs the packed files in an empty folder and imports them there, as a program and as TypeScript without DOM.
 * Needs `vite build --mode cli` and `--mode library`; makes no request.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import packageJson from "../package.json" with { type: "json" };
import { LIBRARY_EXAMPLE } from "./library-example.ts";
import { writeNpmPackage } from "./npm-package.ts";
import { packageCommand } from "./terminal.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "faultline-library-"));
const problems: string[] = [];

/** Runs a Node script; its output becomes a problem if it fails. */
function run(what: string, parameters: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, parameters, { cwd, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const output =
      error instanceof Error && "stdout" in error ? `${String(error.stdout)}${error.message}` : String(error);
    problems.push(`${what}: ${output}`);
    return "";
  }
}

/** Names of the files in a tar archive: each entry has a header of 512 bytes, name first, size at 124 in octal. */
function namesInTar(tar: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const field = (from: number, length: number): string =>
      tar.toString("utf8", at + from, at + from + length).replace(/\0.*$/s, "");
    names.push(field(0, 100));
    at += 512 + Math.ceil(Number.parseInt(field(124, 12), 8) / 512) * 512;
  }
  return names;
}

try {
  const assembled = join(temporary, "assembled");
  writeNpmPackage(assembled);
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", temporary], {
    cwd: assembled,
    encoding: "utf8",
    shell: process.platform === "win32",
  }).trim();
  const tarball = join(temporary, packed);

  const names = namesInTar(gunzipSync(readFileSync(tarball)));
  const unwanted = names.filter(
    (name) => !/^package\/(package\.json|README\.md|LICENSE|bin\/|dist\/(cli|library)\/|docs\/)/.test(name),
  );
  if (unwanted.length > 0) problems.push(`the package holds unneeded files: ${unwanted.join(", ")}`);

  for (const name of names.filter((one) => one.endsWith(".md"))) {
    const text = readFileSync(join(assembled, name.replace("package/", "")), "utf8");
    for (const [, target = ""] of text.matchAll(/\]\((?!https:)([^)#]+)/g))
      if (!names.includes(join(name, "..", target).replaceAll("\\", "/")))
        problems.push(`${name} links to ${target}, which is not in the package`);
  }

  const { messages } = await publint({ pkgDir: assembled, strict: true });
  for (const message of messages) problems.push(`publint: ${formatMessage(message, packageJson) ?? message.code}`);
  run(
    "arethetypeswrong",
    [
      packageCommand("@arethetypeswrong/cli", "attw"),
      tarball,
      "--profile",
      "esm-only",
      "--exclude-entrypoints",
      "./provider.schema.json",
      "./provider-pack.schema.json",
      "./decode.schema.json",
      "./report.schema.json",
      "./compare.schema.json",
    ],
    root,
  );

  const installed = join(temporary, "node_modules", packageJson.name);
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  // Nothing but the package's own dependencies can be found there.
  for (const name of Object.keys(packageJson.dependencies)) {
    mkdirSync(join(temporary, "node_modules", name, ".."), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(temporary, "node_modules", name), "junction");
  }
  writeFileSync(join(temporary, "package.json"), '{ "type": "module" }');
  writeFileSync(join(temporary, "example.ts"), LIBRARY_EXAMPLE);
  writeFileSync(
    join(temporary, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        module: "nodenext",
        target: "es2023",
        lib: ["es2023"],
        types: [],
        outDir: ".",
        // Declarations of valibot, not ours, name DOM types.
        skipLibCheck: true,
      },
      files: ["example.ts"],
    }),
  );
  run("its types", [packageCommand("typescript", "tsc"), "-p", "tsconfig.json"], temporary);
  const printed = run("its code", ["example.js"], temporary).trim();
  if (printed !== "urblock rate_limited after-delay 12") problems.push(`the example printed "${printed}"`);
  const help = run("its command line", [join(installed, "bin/faultline.mjs"), "--version"], temporary).trim();
  if (help !== packageJson.version) problems.push(`faultline --version printed "${help}"`);
  console.log(`${packed}: ${names.length} files`);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
