import type { Providers } from "../catalogue/provider.ts";
import type { ApiEvent, EventItem } from "../decode/api-event.ts";
import { headerValues } from "../exchange/headers.ts";
import type { Finding as TimelineFinding } from "../timeline/finding.ts";
import {
  collectHeaders,
  collector,
  collectRequestBody,
  collectResponseBody,
  dropsBodies,
  providerOf,
  type Collector,
  type ReportMessage,
  type Slot,
} from "./exchange-parts.ts";
import type { RedactionPolicy } from "./policy.ts";
import { rulesFor } from "./provider-rules.ts";
import type { Part } from "./redact/part.ts";

/** What of an event's exchange a report may show, without a word of Faultline's own: enough for a HAR entry. */
export type ReportExchange = {
  readonly event: ApiEvent;
  readonly method: Slot;
  readonly url: Slot;
  readonly statusText: Slot;
  readonly error: Slot | null;
  readonly redirectUrl: Slot | null;
  readonly request: ReportMessage;
  readonly response: ReportMessage;
  /** What the user was doing, in the user's words. */
  readonly userNote: Slot | null;
};

/** Everything of one event that a report may show: an allow-list. What is not named here never leaves. */
export type ReportEvent = ReportExchange & {
  readonly code: Slot | null;
  readonly type: Slot | null;
  readonly message: Slot | null;
  readonly field: Slot | null;
  readonly details: Slot | null;
  readonly requestId: Slot | null;
  readonly timestamp: Slot | null;
  readonly title: Slot;
  readonly explanation: Slot;
  readonly evidence: readonly (Slot | null)[];
  readonly notes: readonly Slot[];
  readonly adviceReason: Slot;
  /** Names of the rate-limit windows, which a response may choose freely. */
  readonly windows: readonly Slot[];
  /** The answers in a batch; absent for every other event. */
  readonly items?: readonly ReportItem[];
  readonly findings: readonly ReportFinding[];
};

/** A finding, with the sentences that may quote a code. */
export type ReportFinding = { readonly finding: TimelineFinding; readonly text: Slot; readonly change: Slot };

/** One of several answers in a body, in its own words. */
export type ReportItem = {
  readonly item: EventItem;
  readonly label: Slot;
  readonly code: Slot | null;
  readonly message: Slot | null;
};

/** An event without headers and bodies: what lists and tables show. */
export type ReportLine = Omit<ReportEvent, "request" | "response" | "redirectUrl" | "userNote">;

function textSlot(collect: Collector, text: string | null, where: string): Slot | null {
  return text === null ? null : collect.add({ kind: "text", name: "" }, text, where);
}

type CollectOptions = {
  readonly providers: Providers;
  readonly policy: RedactionPolicy;
  /** "" where the user wrote nothing. */
  readonly userNote: string;
  /** Opens the name of every text of the event: "" for the reported call. */
  readonly call: string;
};

/** Puts the texts of an event's exchange into `parts` and gives back where each will be. */
export function collectExchange(parts: Part[], event: ApiEvent, options: CollectOptions): ReportExchange {
  const { request, response } = event.exchange;
  const collect = collector(parts, rulesFor(options.providers, event), options.call);
  const drops = dropsBodies(providerOf(options.providers, event), request.url);
  const answered = event.outcome === "failure" || response.status >= 400 ? "failure" : "success";
  const say = (text: string, where: string): Slot => collect.add({ kind: "text", name: "" }, text, where);
  return {
    event,
    method: say(request.method, "method"),
    url: collect.add({ kind: "url" }, request.url, "URL"),
    request: {
      headers: collectHeaders(collect, request.headers, "request"),
      body: collectRequestBody(
        collect,
        event,
        { kind: "body", mimeType: request.mimeType, dropped: drops ? "request" : "no" },
        options.policy,
      ),
    },
    statusText: say(response.statusText, "status text"),
    error: textSlot(collect, response.error, "network error"),
    redirectUrl:
      response.redirectUrl === null ? null : collect.add({ kind: "url" }, response.redirectUrl, "redirect URL"),
    response: {
      headers: collectHeaders(collect, response.headers, "response"),
      body: collectResponseBody(
        collect,
        event,
        { kind: "body", mimeType: response.mimeType, dropped: drops ? answered : "no" },
        options.policy,
      ),
    },
    userNote: textSlot(collect, options.userNote.trim() === "" ? null : options.userNote.trim(), "your note"),
  };
}

/** The same for all of an event, with what was made out of the exchange. */
export function collectEvent(
  parts: Part[],
  event: ApiEvent,
  options: CollectOptions & { readonly findings: readonly TimelineFinding[] },
): ReportEvent {
  const exchange = collectExchange(parts, event, options);
  const collect = collector(parts, rulesFor(options.providers, event), options.call);
  return { ...exchange, ...collectStatements(collect, event, options.findings) };
}

/** Puts what one line about an event says into `parts`; its headers and bodies are not searched. */
export function collectLine(
  parts: Part[],
  event: ApiEvent,
  findings: readonly TimelineFinding[],
  providers: Providers,
): ReportLine {
  const { request, response } = event.exchange;
  const collect = collector(parts, rulesFor(providers, event), "");
  return {
    event,
    method: collect.add({ kind: "text", name: "" }, request.method, "method"),
    url: collect.add({ kind: "url" }, request.url, "URL"),
    statusText: collect.add({ kind: "text", name: "" }, response.statusText, "status text"),
    error: textSlot(collect, response.error, "network error"),
    ...collectStatements(collect, event, findings),
  };
}

function collectStatements(
  collect: Collector,
  event: ApiEvent,
  findings: readonly TimelineFinding[],
): Omit<ReportEvent, keyof ReportExchange> {
  const say = (text: string, where: string): Slot => collect.add({ kind: "text", name: "" }, text, where);
  return {
    code: textSlot(collect, event.code, "code"),
    type: textSlot(collect, event.type, "type"),
    message: textSlot(collect, event.message, "message"),
    field: textSlot(collect, event.field, "field"),
    details:
      event.details === null
        ? null
        : collect.add(
            { kind: "text", name: "details", ...(event.field === null ? {} : { field: event.field }) },
            event.details,
            "details",
          ),
    requestId: textSlot(collect, event.requestId?.value ?? null, "request id"),
    timestamp: textSlot(collect, event.timestamp, "time in the response"),
    title: say(event.title, "title"),
    explanation: say(event.explanation, "explanation"),
    evidence: event.causes.map((cause) => textSlot(collect, cause.evidence ?? null, "evidence")),
    notes: event.notes.map((note) => say(note, "note")),
    adviceReason: say(event.advice.reason, "advice"),
    windows: event.rateLimit.windows.map((window) => say(window.name, "rate limit")),
    ...(event.items === undefined
      ? {}
      : {
          items: event.items.map((item) => ({
            item,
            label: say(item.label, "item"),
            code: textSlot(collect, item.code, "item"),
            message: textSlot(collect, item.message, "item"),
          })),
        }),
    findings: findings.map((finding) => ({
      finding,
      text: say(finding.text, "finding"),
      change: say(finding.change, "finding"),
    })),
  };
}

/** Codes of the events that their provider documents list. They are public words, never copies of a secret. */
export function documentedCodes(events: readonly ApiEvent[]): ReadonlySet<string> {
  const codes = events.flatMap(({ code, catalogueCode, meaning }) =>
    meaning === "known" ? [code, catalogueCode] : [],
  );
  return new Set(codes.filter((code) => code !== null));
}

/** What events state of themselves: it may look generated, and says what it is. */
export function factsOf(events: readonly ApiEvent[]): ReadonlySet<string> {
  const facts = new Set<string>();
  for (const event of events) {
    const kept = [
      event.code,
      event.catalogueCode,
      event.type,
      event.field,
      event.timestamp,
      event.requestId?.value ?? null,
    ];
    for (const value of kept) if (value !== null) facts.add(value);
    for (const value of headerValues(event.exchange.request.headers, "Idempotency-Key")) facts.add(value);
  }
  return facts;
}
