import { GENERIC_PROVIDER } from "../src/catalogue/generic-provider.ts";
import type { ApiEvent } from "../src/decode/api-event.ts";
import { decode } from "../src/decode/decode.ts";
import { readEntry } from "../src/exchange/read-entry.ts";
import { allProviders } from "../src/providers/testing/sample-files.ts";
import { harInPortions } from "../src/report/har-in-portions.ts";
import { harEntry } from "../src/report/testing/corpus/case.ts";
import type { Figure } from "./figure.ts";

const CALLS = 5000;
/** Hosts that have a document take turns with hosts that have none. */
const KNOWN_HOSTS = ["api.stripe.com", "api.github.com", "api.openai.com", "api.notion.com", "sentry.io"];
const HEADERS: readonly (readonly [string, string])[] = [
  ["accept", "application/json, text/plain, */*"],
  ["accept-language", "en-GB,en;q=0.9"],
  [
    "user-agent",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
  ],
  ["authorization", "Bearer EXAMPLEq7Wm2Zx94kTnB5vLp"],
  ["cookie", "theme=dark; session=EXAMPLEx94kTnB5vLpq7Wm2Z"],
];

/** One call of a recording: the same headers in each, an answer of about 5,500 characters that differs. */
function entryOf(call: number): ReturnType<typeof harEntry> {
  const known = KNOWN_HOSTS[(call >> 1) % KNOWN_HOSTS.length] ?? "";
  const host = call % 2 === 0 ? known : `api.shop-${(call >> 1) % 10}.example`;
  const items = Array.from({ length: 24 }, (_, index) => ({
    id: `it_${(call * 24 + index).toString(36)}`,
    name: `Gold Token ${call}`,
    address: "0x742d35Cc6634C0532925a3b844Bc454c459dFE2C",
    created_at: "2026-01-14T10:30:00Z",
    note: "the transfer went through after 3 blocks",
    owner: { id: index, active: true, balance: 12_345.678 },
  }));
  return harEntry({
    url: `https://${host}/v1/items/${call}?limit=24`,
    requestHeaders: [...HEADERS],
    type: "application/json",
    body: JSON.stringify({ data: items }),
  });
}

/** Decodes the entries and writes them as a redacted HAR, its length in characters. */
function redactedLength(entries: readonly unknown[]): number {
  const providers = allProviders();
  const events: ApiEvent[] = [];
  for (const [index, entry] of entries.entries()) {
    const read = readEntry(entry, { id: `e${index}` });
    const event = read.ok ? decode(read.exchange, providers, { fallback: GENERIC_PROVIDER }) : undefined;
    if (event !== undefined) events.push(event);
  }
  let length = 0;
  for (const { text } of harInPortions(events, { providers, version: "bench" })) length += text?.length ?? 0;
  return length;
}

/**
 * How long a recording of 5,000 calls to 15 hosts, half of them without a document, takes to become a redacted HAR,
 * beside `JSON.parse` and `JSON.stringify` of the same file. CPU time of this process, as the machine may have other work.
 */
export function benchRedactRecording(): readonly Figure[] {
  const entries = Array.from({ length: CALLS }, (_, call) => entryOf(call));
  const file = JSON.stringify({ log: { entries } });
  const plainMs = Math.min(...[1, 2, 3].map(() => cpuMs(() => JSON.stringify(JSON.parse(file)))));
  const redactedMs = cpuMs(() => {
    if (redactedLength(entries) < file.length / 2) throw new Error("Calls are missing in the redacted HAR.");
  });
  return [
    { name: "redact a HAR of 5,000 calls, its size", value: file.length / 1_000_000, unit: "MB" },
    { name: "redact a HAR of 5,000 calls", value: redactedMs, unit: "ms" },
    { name: "redact a HAR of 5,000 calls, beside parse and stringify", value: redactedMs / plainMs, unit: "×" },
  ];
}

function cpuMs(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
