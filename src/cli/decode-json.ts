import { type EventJson, SCHEMA_VERSION } from "../report/output/event-json.ts";
import { presentCall, type PresentOptions } from "../report/present-call.ts";
import { redactText } from "../report/redact-url.ts";
import type { DecodedEntry, Recording } from "./recording.ts";

/** One line of `faultline decode --json`: docs/json.md. `entry` is the place in the file, from 0. */
export type LineJson = EventJson & {
  readonly entry: number;
  /** Why nothing was decoded; null where something was. */
  readonly problem: string | null;
};

/** Everything unknown: of an entry that could not be read, or that is not listed. */
const NOTHING_DECODED = {
  schemaVersion: SCHEMA_VERSION,
  at: null,
  method: null,
  url: null,
  host: null,
  provider: null,
  outcome: null,
  status: null,
  code: null,
  type: null,
  message: null,
  field: null,
  details: null,
  requestId: null,
  timestamp: null,
  meaning: "none",
  title: null,
  explanation: null,
  causes: [],
  fixes: [],
  docs: null,
  notes: [],
  unstated: [],
  advice: null,
  rateLimit: null,
  items: null,
  findings: [],
} as const satisfies EventJson;

/** What `faultline decode --json` prints of an entry; undefined where it prints nothing without `--all`. */
export function entryJson(
  entry: DecodedEntry,
  recording: Recording,
  all: boolean,
  options: PresentOptions,
): LineJson | undefined {
  switch (entry.kind) {
    case "event": {
      const findings = recording.findings.get(entry.event.id) ?? [];
      return { entry: entry.index, ...presentCall(entry.event, findings, options), problem: null };
    }
    case "other":
      return all ? { entry: entry.index, ...unlistedJson(entry, options) } : undefined;
    case "unreadable":
      return all
        ? { entry: entry.index, ...NOTHING_DECODED, problem: redactText(entry.problem, options.providers) }
        : undefined;
  }
}

const NOT_LISTED = {
  "not-an-api-call": "Not decoded: this is not an API call.",
  "no-document": "Not decoded: no document has this host, and --only-known leaves such hosts out.",
} as const;

/** What was sent, and why nothing was decoded: without that, `meaning` would call a failure a success. */
function unlistedJson(
  { event, reason }: Extract<DecodedEntry, { kind: "other" }>,
  options: PresentOptions,
): Omit<LineJson, "entry"> {
  const { at, method, url, host, status } = presentCall(event, [], options);
  return { ...NOTHING_DECODED, at, method, url, host, status, problem: NOT_LISTED[reason] };
}
