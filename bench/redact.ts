import { GENERIC_PROVIDER } from "../src/catalogue/generic-provider.ts";
import { decode } from "../src/decode/decode.ts";
import type { ApiEvent } from "../src/decode/api-event.ts";
import { readEntry } from "../src/exchange/read-entry.ts";
import { allProviders } from "../src/providers/testing/sample-files.ts";
import { report } from "../src/report/report.ts";
import { harEntry } from "../src/report/testing/corpus/case.ts";
import type { Figure } from "./figure.ts";
import { benchRedactRecording } from "./redact-recording.ts";

const providers = allProviders();

/** A list as an API answers it, with a key in it, of at least `bytes` characters. */
function listing(bytes: number): string {
  const items: string[] = [];
  for (let index = 0, length = 0; length < bytes; index++) {
    const item = JSON.stringify({
      id: `tok_${index.toString(36)}`,
      name: `Gold Token ${index}`,
      symbol: "GLD",
      address: "0x742d35Cc6634C0532925a3b844Bc454c459dFE2C",
      supply: "1000000000000000000000",
      created_at: "2026-01-14T10:30:00Z",
      note: "the transfer went through after 3 blocks",
      owner: { id: index, active: true, balance: 12_345.678 },
    });
    items.push(item);
    length += item.length + 1;
  }
  return `{"data":[${items.join(",")}],"api_key":"EXAMPLEq7Wm2Zx94kTnB5vLp"}`;
}

function log(bytes: number): string {
  const line = "2026-01-14T10:30:00Z 203.0.113.7 GET /v1/tokens?limit=3 200 12 ms user=ann token=EXAMPLEq7Wm2Zx94\n";
  return line.repeat(Math.ceil(bytes / line.length));
}

function eventOf(body: string, type = "application/json"): ApiEvent {
  const read = readEntry(harEntry({ body, type }), { id: "bench" });
  const event = read.ok ? decode(read.exchange, providers, { fallback: GENERIC_PROVIDER }) : undefined;
  if (event === undefined) throw new Error("The body for the benchmark was not decoded.");
  return event;
}

/** Shortest of some runs in milliseconds: what else the machine does only ever makes a run longer. */
function shortest(runs: number, run: () => unknown): number {
  let best = Infinity;
  for (let count = 0; count < runs; count++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function redactMs(event: ApiEvent, runs: number): number {
  return shortest(runs, () => {
    const result = report([event], { format: "har", providers, version: "bench", now: 0 });
    if (!result.ok) throw new Error(result.reason);
  });
}

/** Text made to be slow: `make(size)` gives more of the same. */
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  "60,000 equal letters": (size) => "a".repeat(size * 60_000),
  "400 nesting levels": (size) => `{"list":[${`${'{"a":'.repeat(400)}1${"}".repeat(400)},`.repeat(size * 10)}0]}`,
  "a name on every word": (size) => "Authorization: ".repeat(size * 1000),
  "a name after every name": (size) => "key=".repeat(size * 2000),
  "open brackets": (size) => "[".repeat(size * 20_000),
  "percent signs": (size) => "%25".repeat(size * 10_000),
};

/**
 * How fast reports are redacted, beside `JSON.parse` of the same bodies, and how much longer four times as much hostile
 * text takes: 4 is linear, 16 would be quadratic.
 */
export function benchRedact(): Promise<readonly Figure[]> {
  const figures: Figure[] = [...benchRedactRecording()];
  for (const [name, body, type] of [
    ["5 MB of JSON", listing(5_000_000), "application/json"],
    ["100 kB of JSON", listing(100_000), "application/json"],
    ["1 MB of log lines", log(1_000_000), "text/plain"],
  ] as const) {
    const megabytes = body.length / 1_000_000;
    const redactedMs = redactMs(eventOf(body, type), 3);
    figures.push({ name: `redact ${name}`, value: (megabytes * 1000) / redactedMs, unit: "MB/s" });
    if (type !== "application/json") continue;
    const parseMs = shortest(5, () => JSON.parse(body));
    figures.push({ name: `JSON.parse ${name}`, value: (megabytes * 1000) / parseMs, unit: "MB/s" });
    figures.push({ name: `redact ${name}, beside JSON.parse`, value: redactedMs / parseMs, unit: "×" });
  }
  for (const [name, make] of Object.entries(HOSTILE)) {
    redactMs(eventOf(make(1), "text/plain"), 2);
    const one = redactMs(eventOf(make(1), "text/plain"), 3);
    const four = redactMs(eventOf(make(4), "text/plain"), 3);
    figures.push({ name: `hostile: ${name}`, value: one, unit: "ms" });
    figures.push({ name: `hostile: ${name}, four times as much`, value: four / one, unit: "×", limit: 9 });
  }
  return Promise.resolve(figures);
}
