import fc from "fast-check";
import { readProvider } from "../src/catalogue/read-provider.ts";
import { checkTexts } from "../src/catalogue/check-provider.ts";
import { decode } from "../src/decode/decode.ts";
import type { ApiEvent } from "../src/decode/api-event.ts";
import type { Exchange } from "../src/exchange/exchange.ts";
import { asRecord } from "../src/exchange/json-fields.ts";
import { createHarSplitter, type HarItem } from "../src/exchange/har/split-entries.ts";
import { readEntry } from "../src/exchange/read-entry.ts";
import { report } from "../src/report/report.ts";
import { openStored } from "../src/settings/stored-settings.ts";
import { parseFilter } from "../src/timeline/filter/parse-filter.ts";
import { matches } from "../src/timeline/filter.ts";
import { rowOf } from "../src/timeline/row.ts";
import { append } from "../src/timeline/append.ts";
import { emptyTimeline } from "../src/timeline/timeline.ts";
import { parseRateLimit } from "../src/timing/parse-rate-limit.ts";
import { allProviders } from "../src/providers/testing/sample-files.ts";
import { sampleEntries } from "../bench/samples.ts";
import { mutated, oddText } from "./mutations.ts";
import { zipTarget } from "./zip-target.ts";
import { OUTPUT_TARGETS } from "./output-targets.ts";
import { promise, target, type Target } from "./target.ts";

const providers = allProviders();
const samples = sampleEntries();
const entries = mutated(samples);
const NOW = Date.UTC(2026, 0, 14, 12);
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

function exchangeOf(entry: unknown): Exchange | undefined {
  const read = readEntry(entry, { id: "fuzz" });
  return read.ok ? read.exchange : undefined;
}

function eventOf(entry: unknown): ApiEvent | undefined {
  const exchange = exchangeOf(entry);
  return exchange === undefined ? undefined : decode(exchange, providers);
}

/** The first sample with a body, a code, a header or a URL of the caller's. */
function sampleWith(body: string, header = "", url = "https://api.urblock.io/v1/tokens"): unknown {
  return {
    startedDateTime: "2026-01-14T12:00:00.000Z",
    time: 5,
    request: { method: "POST", url, headers: [{ name: "Authorization", value: header }] },
    response: {
      status: 429,
      headers: [{ name: "Retry-After", value: header }],
      content: { mimeType: "application/json", text: body },
    },
  };
}

const wide = (size: number): string => `{"error":{"code":"${"A".repeat(size)}"}}`;
const deep = (size: number): string => `${"[".repeat(size / 2)}${"]".repeat(size / 2)}`;
const quotes = (size: number): string => '\\"'.repeat(size / 2);
const percents = (size: number): string => "%25".repeat(size / 3);
const dots = (size: number): string => "a.".repeat(size / 2);
const SHAPES = [wide, deep, quotes, percents, dots];

const CANARY = "sk_live_FuzzCanary00EXAMPLE11";

/** Everything that reads data from outside: pages, servers, files, storage, users. Last, what leaves. */
export const TARGETS: readonly Target[] = [
  zipTarget,
  target({
    name: "readEntry",
    cases: fc.oneof(entries, fc.anything()),
    run: (entry) => {
      const read = readEntry(entry, { id: "fuzz" });
      promise(read.ok || read.problem !== "", "a problem without words");
      if (read.ok) JSON.stringify(read.exchange);
    },
    slow: SHAPES.map((shape) => (size) => sampleWith(shape(size), shape(size), shape(size))),
  }),
  target({
    name: "decode",
    cases: entries,
    run: (entry) => {
      const event = eventOf(entry);
      if (event === undefined) return;
      promise(event.title.length <= 60, "a title over 60 characters");
      const { waitSeconds, retryAt } = event.advice;
      promise(
        waitSeconds === null || (Number.isInteger(waitSeconds) && waitSeconds >= 0),
        "a wait that is not a whole number of seconds",
      );
      promise(retryAt === null || Number.isFinite(retryAt), "an instant that is not finite");
      append(emptyTimeline(), { kind: "event", event });
    },
    slow: SHAPES.map((shape) => (size) => sampleWith(shape(size), shape(size))),
  }),
  target({
    name: "timing",
    cases: fc.record({
      headers: fc.array(
        fc.record({
          name: fc.constantFrom("Retry-After", "RateLimit", "RateLimit-Policy", "X-RateLimit-Reset", "Date", "Age"),
          value: fc.oneof(oddText, fc.stringMatching(/^[0-9a-z=;,"() :GMT-]{0,60}$/)),
        }),
      ),
      body: fc.option(fc.oneof(fc.json(), oddText), { nil: null }),
    }),
    run: ({ headers, body }) => {
      const limit = parseRateLimit({ url: "https://api.test/", status: 429, headers, body, receivedAt: NOW });
      for (const instant of [limit.resetAt, limit.retryAt])
        promise(instant === null || (instant >= 0 && instant <= LAST_INSTANT), "an instant outside 1970 to 9999");
      for (const count of [limit.limit, limit.remaining])
        promise(count === null || Number.isFinite(count), "a count that is not finite");
    },
    slow: SHAPES.map((shape) => (size) => ({
      headers: (["Retry-After", "RateLimit", "RateLimit-Policy"] as const).map((name) => ({
        name,
        value: shape(size),
      })),
      body: shape(size),
    })),
  }),
  target({
    name: "filter",
    cases: fc.record({
      text: fc
        .array(fc.oneof(oddText, fc.constantFrom("status:4xx", "-", "/", '"', "code:", "larger-than:1k", "before:")))
        .map((words) => words.join(" ")),
      entry: fc.constantFrom(...samples),
    }),
    run: ({ text, entry }) => {
      const filter = parseFilter(text);
      for (const { start, end } of filter.tokens)
        promise(start >= 0 && start <= end && end <= text.length, "a word outside the text");
      const event = eventOf(entry);
      if (event === undefined) return;
      const [item] = append(emptyTimeline(), { kind: "event", event }).items;
      if (item !== undefined) matches(filter, rowOf(item));
    },
    slow: [...SHAPES, (size: number) => `/${"(a*)*".repeat(size / 5)}/`].map((shape) => (size) => ({
      text: shape(size),
      entry: sampleWith(wide(size)),
    })),
  }),
  target({
    name: "redactor",
    cases: fc.record({
      entry: entries,
      format: fc.constantFrom("markdown", "curl", "har", "json", "text"),
      place: fc.constantFrom("header", "body", "query", "message"),
    }),
    run: ({ entry, format, place }) => {
      const event = eventOf(withCanary(entry, place));
      if (event === undefined) return;
      const result = report([event], { format, providers, version: "0.0.0-fuzz", now: NOW });
      promise(!result.ok || !result.text.toLowerCase().includes(CANARY.toLowerCase()), `the secret is in ${format}`);
    },
    slow: SHAPES.map((shape) => (size) => ({
      entry: sampleWith(shape(size), shape(size)),
      format: "har" as const,
      place: "header" as const,
    })),
  }),
  target({
    name: "provider documents",
    cases: fc.oneof(mutated(providers.providers), fc.anything()),
    run: (document) => {
      const read = readProvider(document);
      if (!read.ok) {
        promise(read.problems.length > 0, "refused without a reason");
        return;
      }
      checkTexts(read.provider);
      for (const entry of samples.slice(0, 3)) {
        const exchange = exchangeOf(entry);
        if (exchange !== undefined) decode(exchange, { providers: [read.provider], mappings: [] });
      }
    },
    slow: [
      (size) => ({ ...providers.providers[0], name: "a".repeat(size) }),
      (size): unknown => JSON.parse(deep(Math.min(size, 5000))),
    ],
  }),
  target({
    name: "stored settings",
    cases: fc.oneof(
      fc.anything(),
      fc.record({ schemaVersion: fc.anything(), values: fc.dictionary(fc.string(), fc.anything()) }),
    ),
    run: (stored) => {
      const { settings } = openStored(stored);
      const again = openStored({ schemaVersion: 1, values: settings });
      promise(JSON.stringify(again.settings) === JSON.stringify(settings), "what was read is not read again");
    },
    slow: [(size) => ({ schemaVersion: 1, values: { filterText: "a".repeat(size) } })],
  }),
  target({
    name: "HAR import",
    cases: fc.record({
      text: fc.oneof(
        mutated([
          { log: { version: "1.2", creator: { name: "fuzz", version: "1" }, entries: samples.slice(0, 4) } },
        ]).map((har) => JSON.stringify(har) ?? ""),
        fc.string({ unit: "binary" }),
      ),
      cutAt: fc.double({ min: 0, max: 1, noNaN: true }),
      pieces: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }),
    }),
    run: ({ text, cutAt, pieces }) => {
      const cut = cutAt > 0.8 ? text : text.slice(0, Math.floor(text.length * cutAt));
      const whole = itemsOf([cut]);
      promise(whole === itemsOf(chunks(cut, pieces)), "another way of cutting gives other entries");
    },
    slow: [
      (size) => ({ text: `{"log":{"entries":[${"{},".repeat(size / 3)}{}]}}`, cutAt: 1, pieces: [400] }),
      (size) => ({ text: `{"log":{"entries":[${"{".repeat(size)}`, cutAt: 1, pieces: [400] }),
      (size) => ({ text: `{"log":{"entries":["${"\\\\".repeat(size / 2)}`, cutAt: 1, pieces: [400] }),
    ],
  }),
  ...OUTPUT_TARGETS,
];

function withCanary(entry: unknown, place: string): unknown {
  const copy = asRecord(structuredClone(entry));
  const request = asRecord(copy?.["request"]);
  const response = asRecord(copy?.["response"]);
  if (copy === undefined || request === undefined || response === undefined) return entry;
  const json = "application/json";
  switch (place) {
    case "header":
      return { ...copy, request: { ...request, headers: [{ name: "Authorization", value: `Bearer ${CANARY}` }] } };
    case "query":
      return { ...copy, request: { ...request, url: `https://api.urblock.io/v1/tokens?api_key=${CANARY}` } };
    case "body":
      return { ...copy, request: { ...request, postData: { mimeType: json, text: `{"a":{"apiKey":"${CANARY}"}}` } } };
    default:
      return {
        ...copy,
        response: { ...response, content: { mimeType: json, text: `{"message":"Bad key ${CANARY}"}` } },
      };
  }
}

function chunks(text: string, lengths: readonly number[]): readonly string[] {
  const parts: string[] = [];
  for (let from = 0, turn = 0; from < text.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    parts.push(text.slice(from, from + length));
    from += length;
  }
  return parts;
}

function itemsOf(parts: readonly string[]): string {
  const splitter = createHarSplitter();
  const items: HarItem[] = parts.flatMap((part) => splitter.push(part));
  const { items: last, end } = splitter.end();
  return JSON.stringify([...items, ...last, end]);
}
