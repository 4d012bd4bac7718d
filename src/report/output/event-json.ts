import { isoInstant } from "../../web/instant.ts";
import { hostOfUrl } from "../../web/url.ts";
import type { Advice, ApiEvent, CauseFinding, EventItem } from "../../decode/api-event.ts";
import type { Finding } from "../../timeline/finding.ts";
import type { RateLimitWindow } from "../../timing/rate-limit.ts";
import type { ReportFinding, ReportItem, ReportLine } from "../event-parts.ts";
import type { Slot } from "../exchange-parts.ts";
import type { SafeText } from "../report-text.ts";
import type { Writer } from "./writer.ts";

/** Version of the JSON that Faultline prints. It changes when a member goes or means something else. */
export const SCHEMA_VERSION = 1;

/**
 * What Faultline says of one call, member by member: docs/json.md. `faultline decode --json`, the JSON report, the
 * table, the annotations and `compare` all print this. Unknown is null. Every text of the traffic is a `SafeText`; other
 * texts are Faultline's or a provider document's own.
 */
export type EventJson = {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly at: string | null;
  readonly method: SafeText | null;
  readonly url: SafeText | null;
  readonly host: string | null;
  readonly provider: string | null;
  readonly outcome: ApiEvent["outcome"] | null;
  readonly status: number | null;
  readonly code: SafeText | null;
  readonly type: SafeText | null;
  readonly message: SafeText | null;
  readonly field: SafeText | null;
  readonly details: SafeText | null;
  readonly requestId: SafeText | null;
  readonly timestamp: SafeText | null;
  readonly meaning: ApiEvent["meaning"];
  readonly title: SafeText | null;
  readonly explanation: SafeText | null;
  readonly causes: readonly CauseJson[];
  readonly fixes: readonly string[];
  readonly docs: string | null;
  readonly notes: readonly SafeText[];
  readonly unstated: readonly string[];
  readonly advice: AdviceJson | null;
  readonly rateLimit: RateLimitJson | null;
  readonly items: readonly ItemJson[] | null;
  readonly findings: readonly FindingJson[];
};

type CauseJson = {
  readonly text: string;
  readonly verdict: CauseFinding["verdict"];
  readonly check: string | null;
  readonly evidence: SafeText | null;
};
type AdviceJson = {
  readonly retry: Advice["retry"];
  readonly waitSeconds: number | null;
  readonly retryAt: string | null;
  readonly basis: Advice["basis"];
  readonly reason: SafeText;
  readonly cautions: Advice["cautions"];
};
type WindowJson = {
  readonly name: SafeText;
  readonly limit: number | null;
  readonly remaining: number | null;
  readonly resetAt: string | null;
  readonly windowSeconds: number | null;
};
type RateLimitJson = {
  readonly limit: number | null;
  readonly remaining: number | null;
  readonly resetAt: string | null;
  readonly retryAt: string | null;
  readonly windows: readonly WindowJson[];
};
type ItemJson = {
  readonly label: SafeText;
  readonly status: number | null;
  readonly failed: boolean;
  readonly code: SafeText | null;
  readonly message: SafeText | null;
  readonly retry: EventItem["retry"];
};
type FindingJson = {
  readonly id: Finding["id"];
  readonly text: SafeText;
  readonly change: SafeText;
  readonly rule: string;
};

function windowJson(window: RateLimitWindow, name: SafeText): WindowJson {
  return {
    name,
    limit: window.limit?.value ?? null,
    remaining: window.remaining?.value ?? null,
    resetAt: isoInstant(window.resetAt?.value ?? null),
    windowSeconds: window.windowSeconds,
  };
}

function itemJson({ item, label, code, message }: ReportItem, writer: Writer): ItemJson {
  return {
    label: writer.write(label),
    status: item.status,
    failed: item.failed,
    code: writer.maybe(code),
    message: writer.maybe(message),
    retry: item.retry,
  };
}

function findingJson({ finding, text, change }: ReportFinding, writer: Writer): FindingJson {
  return { id: finding.id, text: writer.write(text), change: writer.write(change), rule: finding.rule };
}

const NOTHING: Slot = () => [];

/** Writes the redacted event in the members of the contract. */
export function eventJson(line: ReportLine, writer: Writer): EventJson {
  const { event } = line;
  const { advice, rateLimit, exchange } = event;
  const url = writer.write(line.url);
  return {
    schemaVersion: SCHEMA_VERSION,
    at: isoInstant(exchange.startedAt),
    method: writer.maybe(line.method),
    url,
    host: hostOfUrl(url) ?? null,
    provider: event.providerId,
    outcome: event.outcome,
    status: exchange.response.status === 0 ? null : exchange.response.status,
    code: writer.maybe(line.code),
    type: writer.maybe(line.type),
    message: writer.maybe(line.message),
    field: writer.maybe(line.field),
    details: writer.maybe(line.details),
    requestId: writer.maybe(line.requestId),
    timestamp: writer.maybe(line.timestamp),
    meaning: event.meaning,
    title: writer.maybe(line.title),
    explanation: writer.maybe(line.explanation),
    causes: event.causes.map(({ text, verdict, check }, index) => ({
      text,
      verdict,
      check: check ?? null,
      evidence: writer.maybe(line.evidence[index] ?? null),
    })),
    fixes: event.fixes,
    docs: event.docs,
    notes: line.notes.map(writer.write),
    unstated: event.unstated,
    advice: {
      retry: advice.retry,
      waitSeconds: advice.waitSeconds,
      retryAt: isoInstant(advice.retryAt),
      basis: advice.basis,
      reason: writer.write(line.adviceReason),
      cautions: advice.cautions,
    },
    rateLimit: {
      limit: rateLimit.limit,
      remaining: rateLimit.remaining,
      resetAt: isoInstant(rateLimit.resetAt),
      retryAt: isoInstant(rateLimit.retryAt),
      windows: rateLimit.windows.map((window, index) =>
        windowJson(window, writer.write(line.windows[index] ?? NOTHING)),
      ),
    },
    items: line.items?.map((item) => itemJson(item, writer)) ?? null,
    findings: line.findings.map((finding) => findingJson(finding, writer)),
  };
}
