import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildZip, type LocalFile } from "../exchange/har/testing/zip-builder.ts";

const MB = 1024 * 1024;
/** What any zip of 1 MB may cost, the program itself included. */
const MOST_RESIDENT_MB = 300;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "faultline-zip-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const call = (file: string) => ({
  request: { method: "GET", url: "https://api.urblock.io/v1/tokens" },
  response: { status: 500, content: { mimeType: "application/json", _file: file } },
});

/** A HAR of as many failed calls as there are bodies, and the bodies. */
function zipOf(bodies: readonly Uint8Array[]): Uint8Array {
  const files = bodies.map((content, index): LocalFile => ({ name: `b${index}.json`, content }));
  const har = JSON.stringify({ log: { entries: files.map(({ name }) => call(name)) } });
  return buildZip([{ name: "har.har", content: Buffer.from(har) }, ...files]);
}

/** Reads a zip as the command line does, in a process of its own, and gives its highest resident set in MB. */
const SCRIPT = `
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { readRecording } from "${new URL("recording.ts", import.meta.url).href}";
const options = { isLean: true, survey: { take: () => undefined, secrets: () => [] } };
const result = await readRecording(createReadStream(process.argv[1]), { providers: [], mappings: [] }, options);
if (!result.ok) console.error(result.problem);
// Linux counts the parent's memory into maxRSS of a child that it starts, but not into VmHWM.
const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
const highest = Number(/VmHWM:\\s+(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
console.log(highest / 1024);
`;

test.each([
  ["30 bodies of 32 MB", () => zipOf(Array<Uint8Array>(30).fill(Buffer.alloc(32 * MB, 97)))],
  [
    "8 bodies of 8 MB in two-byte characters",
    () => zipOf(Array<Uint8Array>(8).fill(Buffer.from(`€${"a".repeat(8 * MB)}`))),
  ],
  [
    "88 bodies of 120,000 lists and objects",
    () => zipOf(Array<Uint8Array>(88).fill(Buffer.from(`[${"[{}],".repeat(60_000)}1]`))),
  ],
])(
  "a zip of 1 MB with %s is read in less than 300 MB of memory",
  (_, make) => {
    const zip = make();
    expect(zip.length).toBeLessThan(1.1 * MB);
    const path = join(folder, "recording.zip");
    writeFileSync(path, zip.subarray());
    const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", SCRIPT, path], {
      encoding: "utf8",
      timeout: 100_000,
    });
    expect(run.stderr).toBe("");
    expect(Number(run.stdout)).toBeLessThan(MOST_RESIDENT_MB);
    expect(Number(run.stdout)).toBeGreaterThan(30);
  },
  120_000,
);
