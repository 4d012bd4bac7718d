import { hostOfUrl } from "../catalogue/url-host.ts";
import { eventJson, isoInstant, type TextRedaction } from "../report/event-json.ts";
import type { DecodedEntry, Recording } from "./recording.ts";

/** Host of a URL with its port where that is not the scheme's own; "" where the URL has none. */
export function hostOf(url: string): string {
  return hostOfUrl(url) ?? "";
}

/** What `faultline decode --json` prints of an entry; undefined where it prints nothing without `--all`. */
export function entryJson(
  entry: DecodedEntry,
  recording: Recording,
  all: boolean,
  redact: TextRedaction,
): object | undefined {
  switch (entry.kind) {
    case "event": {
      const findings = recording.findings.get(entry.event.id) ?? [];
      return {
        entry: entry.index,
        ...eventJson(entry.event, findings, hostOf(entry.event.exchange.request.url), redact),
      };
    }
    case "other":
      return all ? { entry: entry.index, ...unwatchedJson(entry, redact) } : undefined;
    case "unreadable":
      return all ? { entry: entry.index, provider: null, meaning: "none", problem: entry.problem } : undefined;
  }
}

/**
 * An entry of a host no provider answers for: what was sent, and why nothing was decoded. Without that, `meaning` would
 * call a failure none.
 */
function unwatchedJson({ exchange }: Extract<DecodedEntry, { kind: "other" }>, redact: TextRedaction) {
  const host = hostOf(exchange.request.url);
  const option = host === "" ? "" : `; --provider ${host}=generic decodes it by its shape`;
  return {
    at: isoInstant(exchange.startedAt),
    method: exchange.request.method,
    url: redact.url(exchange.request.url),
    host,
    provider: null,
    status: exchange.response.status,
    code: null,
    type: null,
    message: null,
    field: null,
    requestId: null,
    meaning: "none",
    title: null,
    causes: [],
    fixes: [],
    docs: null,
    advice: null,
    rateLimit: null,
    findings: [],
    problem: `Not decoded: no known API has this host${option}.`,
  };
}
