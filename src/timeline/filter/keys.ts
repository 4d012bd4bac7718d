import { RETRY_WORDS } from "../../catalogue/retry-word.ts";
import { headerValues } from "../../exchange/headers.ts";
import { FINDING_IDS } from "../finding.ts";
import type { EventRow } from "../row.ts";
import { readLength, readSize, readStatusRange } from "./amounts.ts";
import { isBefore, readMoment } from "./instants.ts";
import { searchedBodies, type TextTest } from "./texts.ts";

export type RowTest = (row: EventRow) => boolean;
/** What a value means, or a sentence about why it means nothing. */
export type ValueResult = RowTest | { readonly problem: string };

export type FilterOptions = {
  /** The user's offset from UTC in minutes, east positive: times without a zone are theirs. */
  readonly utcOffsetMinutes: number;
};

type KeyBase = {
  readonly name: string;
  readonly aliases: readonly string[];
  /** An example of the value, for the help. */
  readonly example: string;
  readonly help: string;
  /** The row's values, to be suggested. */
  readonly seen?: (row: EventRow) => readonly string[];
  /** Values that are always suggested. */
  readonly choices?: readonly string[];
};
/** text: any text, `*` or /pattern/, compared with the row's own. value: something with a grammar of its own. */
export type FilterKey = KeyBase &
  (
    | {
        readonly kind: "text";
        readonly texts: (row: EventRow) => readonly string[];
        readonly check?: (test: TextTest) => string | null;
      }
    | { readonly kind: "value"; readonly read: (value: string, options: FilterOptions) => ValueResult }
  );

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"];
const present = (...values: readonly (string | null | undefined)[]): readonly string[] =>
  values.filter((value): value is string => value !== null && value !== undefined && value !== "");

/** Every key of the filter language. The parser, the help and the suggestions all read this table. */
export const FILTER_KEYS: readonly FilterKey[] = [
  {
    kind: "value",
    name: "status",
    aliases: ["status-code"],
    example: "4xx",
    help: "HTTP status: 404, 4xx, 400-499; none if no response arrived",
    choices: ["4xx", "5xx", "none"],
    seen: (row) => [row.statusText],
    read: (value) => {
      const range = readStatusRange(value);
      if (range === undefined) return { problem: `“${value}” is not a status: write 404, 4xx, 400-499 or none.` };
      return (row) => row.status >= range[0] && row.status <= range[1];
    },
  },
  {
    kind: "value",
    name: "method",
    aliases: [],
    example: "POST",
    help: "HTTP method",
    choices: METHODS,
    seen: (row) => [row.method],
    read: (value) => {
      if (!/^[A-Za-z]{1,20}$/.test(value)) return { problem: `“${value}” is not an HTTP method.` };
      const wanted = value.toUpperCase();
      return (row) => row.method === wanted;
    },
  },
  {
    kind: "text",
    name: "host",
    aliases: ["domain"],
    example: "*.example.com",
    help: "host name, part of it, or with * for anything",
    seen: (row) => present(row.host),
    texts: (row) => [row.host],
  },
  {
    kind: "text",
    name: "path",
    aliases: [],
    example: "/v1/scans",
    help: "path of the URL, without query",
    texts: (row) => [row.path],
    seen: (row) => [row.path],
  },
  {
    kind: "text",
    name: "url",
    aliases: [],
    example: "page=2",
    help: "whole URL",
    texts: (row) => [row.event.exchange.request.url],
  },
  {
    kind: "text",
    name: "provider",
    aliases: ["api"],
    example: "urblock",
    help: "API, by id or name",
    seen: (row) => [row.providerId],
    texts: (row) => [row.providerId, row.providerName],
  },
  {
    kind: "text",
    name: "code",
    aliases: [],
    example: "RATE_LIMITED",
    help: "error code in the response body",
    seen: (row) => present(row.code),
    texts: (row) => present(row.code, row.event.catalogueCode),
  },
  {
    kind: "text",
    name: "type",
    aliases: [],
    example: "rate_limit_error",
    help: "error type in the response body",
    seen: (row) => present(row.event.type),
    texts: (row) => present(row.event.type),
  },
  {
    kind: "value",
    name: "retry",
    aliases: ["advice"],
    example: "after-delay",
    help: `retry advice on a failure: ${RETRY_WORDS.join(", ")}`,
    choices: RETRY_WORDS,
    read: (value) => {
      const wanted = RETRY_WORDS.find((word) => word === value.toLowerCase());
      if (wanted === undefined)
        return { problem: `“${value}” is not a retry advice: write ${RETRY_WORDS.join(", ")}.` };
      return (row) => row.advice === wanted;
    },
  },
  {
    kind: "text",
    name: "finding",
    aliases: [],
    example: "retry-storm",
    help: "finding by its id, or part of it; * for any",
    choices: FINDING_IDS,
    texts: (row) => row.findings.map((finding) => finding.id),
    check: (test) => (FINDING_IDS.some((id) => test(id)) ? null : "There is no finding of this name."),
  },
  {
    kind: "text",
    name: "id",
    aliases: ["request-id"],
    example: "req_",
    help: "request id the server gave",
    texts: (row) => present(row.event.requestId?.value),
  },
  {
    kind: "text",
    name: "body",
    aliases: [],
    example: '"chain_id"',
    help: "text in the request or response body (the first 256 K)",
    texts: searchedBodies,
  },
  {
    kind: "text",
    name: "message",
    aliases: [],
    example: '"not found"',
    help: "error message in the response body",
    texts: (row) => present(row.event.message),
  },
  {
    kind: "text",
    name: "has-response-header",
    aliases: [],
    example: "retry-after",
    help: "name of a response header",
    texts: (row) => row.event.exchange.response.headers.map((header) => header.name),
  },
  {
    kind: "text",
    name: "mime-type",
    aliases: [],
    example: "text/html",
    help: "media type of the response",
    seen: (row) => present(row.event.exchange.response.mimeType.split(";", 1)[0]?.trim()),
    texts: (row) =>
      present(
        row.event.exchange.response.mimeType,
        ...headerValues(row.event.exchange.response.headers, "Content-Type"),
      ),
  },
  {
    kind: "value",
    name: "is",
    aliases: [],
    example: "error",
    help: "error, from-cache or service-worker-intercepted",
    choices: ["error", "from-cache", "service-worker-intercepted"],
    read: (value) => {
      const test = STATES.get(value.toLowerCase());
      return test ?? { problem: `“${value}” is not a state: write ${[...STATES.keys()].join(", ")}.` };
    },
  },
  {
    kind: "value",
    name: "larger-than",
    aliases: [],
    example: "10k",
    help: "response body larger than so many bytes, k or M",
    read: (value) => {
      const bytes = readSize(value);
      if (bytes === undefined) return { problem: `“${value}” is not a size: write 500, 10k or 1.5M.` };
      return (row) => row.size !== null && row.size > bytes;
    },
  },
  {
    kind: "value",
    name: "slower-than",
    aliases: [],
    example: "2s",
    help: "took longer than so many ms, s or m",
    read: (value) => {
      const ms = readLength(value);
      if (ms === undefined) return { problem: `“${value}” is not a length of time: write 300ms, 2s or 1m.` };
      return (row) => row.durationMs > ms;
    },
  },
  {
    kind: "value",
    name: "before",
    aliases: [],
    example: "14:32",
    help: "sent before a time, or a date and time",
    read: (value, options) => readTimeTest(value, options, true),
  },
  {
    kind: "value",
    name: "after",
    aliases: ["since"],
    example: "14:30:05",
    help: "sent at or after a time, or a date and time",
    read: (value, options) => readTimeTest(value, options, false),
  },
];

const STATES: ReadonlyMap<string, RowTest> = new Map<string, RowTest>([
  ["error", (row) => row.isError],
  ["from-cache", (row) => row.event.exchange.response.fromCache !== null || row.event.rateLimit.stale],
  ["service-worker-intercepted", (row) => row.event.exchange.response.viaServiceWorker],
]);

function readTimeTest(value: string, options: FilterOptions, before: boolean): ValueResult {
  const moment = readMoment(value, options.utcOffsetMinutes);
  if (moment === undefined)
    return { problem: `“${value}” is not a time: write 14:32, 14:32:05 or 2024-01-15T14:32:00Z.` };
  return (row) => isBefore(row.at, moment, options.utcOffsetMinutes) === before;
}

/** The key of a name or alias; undefined if there is none. */
export function findKey(name: string): FilterKey | undefined {
  return FILTER_KEYS.find((key) => key.name === name || key.aliases.includes(name));
}
