import { execFileSync, spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { type Figure, median } from "./figure.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MEGABYTE = 1_000_000;
const ROUNDS = 3;

/** `faultline decode` on recordings of 10 and 100 MB: how fast, and whether memory grows with the file. */
export async function benchCli(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "faultline-bench-"));
  try {
    // Builds the command line if the sources are newer, so that no measured run does.
    execFileSync(process.execPath, ["bin/faultline.mjs", "--version"], { cwd: ROOT });
    const small = await writeHar(join(folder, "small.har"), 10 * MEGABYTE);
    const large = await writeHar(join(folder, "large.har"), 100 * MEGABYTE);
    const ofSmall = await runs(small);
    const ofLarge = await runs(large);
    return [
      { name: "decode, 100 MB HAR", value: large.entries / ofLarge.seconds, unit: "entries/s" },
      { name: "decode, 100 MB HAR, bytes read", value: large.bytes / MEGABYTE / ofLarge.seconds, unit: "MB/s" },
      { name: "decode, 10 MB HAR, peak memory", value: ofSmall.peakBytes / MEGABYTE, unit: "MB" },
      { name: "decode, 100 MB HAR, peak memory", value: ofLarge.peakBytes / MEGABYTE, unit: "MB" },
      // Twelve megabytes of every hundred are failures, which are kept.
      {
        name: "decode, peak memory of 100 MB beside 10 MB",
        value: ofLarge.peakBytes / ofSmall.peakBytes,
        unit: "×",
        limit: 4,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Recording = { readonly path: string; readonly entries: number; readonly bytes: number };

/** A recording as of a busy page: of ten calls one fails, nine bring a body, five are to hosts of no known API. */
async function writeHar(path: string, bytes: number): Promise<Recording> {
  const file = createWriteStream(path);
  file.write('{"log":{"version":"1.2","creator":{"name":"bench"},"entries":[\n');
  let written = 0;
  let entries = 0;
  while (written < bytes) {
    const text = `${entries === 0 ? "" : ",\n"}${JSON.stringify(anEntry(entries), null, 2)}`;
    written += text.length;
    entries += 1;
    if (!file.write(text)) await new Promise<void>((resolve) => file.once("drain", () => resolve()));
  }
  file.end("\n]}}");
  await finished(file);
  return { path, entries, bytes: statSync(path).size };
}

const ROWS = JSON.stringify({ data: Array.from({ length: 150 }, (_, id) => ({ id, name: `row "${id}"`, ok: true })) });

function anEntry(index: number): object {
  const fails = index % 10 === 0;
  const host = index % 2 === 0 ? "api.urblock.io" : "cdn.example.test";
  const headers = Array.from({ length: 12 }, (_, n) => ({ name: `X-Header-${n}`, value: `value ${n} of ${index}` }));
  return {
    startedDateTime: new Date(Date.UTC(2026, 0, 14) + index * 50).toISOString(),
    time: 40,
    request: { method: "GET", url: `https://${host}/v1/tokens/${index}?page=${index % 7}`, httpVersion: "h2", headers },
    response: {
      status: fails ? 404 : 200,
      statusText: "",
      httpVersion: "h2",
      headers,
      content: {
        size: -1,
        mimeType: "application/json",
        text: fails ? `{"error":{"code":"token_not_found","message":"no token ${index}"}}` : ROWS,
      },
    },
    timings: { send: 0, wait: 40, receive: 0 },
  };
}

async function runs({ path }: Recording): Promise<{ readonly seconds: number; readonly peakBytes: number }> {
  const all: { seconds: number; peakBytes: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) all.push(await run(path));
  return {
    seconds: median(all.map(({ seconds }) => seconds)),
    peakBytes: median(all.map(({ peakBytes }) => peakBytes)),
  };
}

/** Runs the command line; the program itself says how much memory it took at most. */
function run(path: string): Promise<{ readonly seconds: number; readonly peakBytes: number }> {
  const tell = 'process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))';
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(tell)}`,
      "dist/cli/faultline.mjs",
      "decode",
      path,
      "--json",
    ],
    { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] },
  );
  let told = "";
  child.stdout.resume();
  child.stderr.on("data", (piece: Buffer) => (told += piece.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => {
      const kilobytes = Number(/peak (\d+)$/.exec(told)?.[1] ?? Number.NaN);
      resolve({ seconds: (performance.now() - startedAt) / 1000, peakBytes: kilobytes * 1024 });
    });
  });
}
