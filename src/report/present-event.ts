import type { Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import type { Body, HeaderList, Initiator, PostParam } from "../exchange/exchange.ts";
import type { Finding } from "../timeline/finding.ts";
import type { Provenance, RateLimit, Sourced } from "../timing/rate-limit.ts";
import { collectEvent, documentedCodes } from "./event-parts.ts";
import {
  collector,
  dropsBodies,
  providerOf,
  type Collector,
  type ReportBody,
  type ReportHeader,
  type Slot,
} from "./exchange-parts.ts";
import { collectTold } from "./collect-told.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { rulesFor } from "./provider-rules.ts";
import { writeRedacted } from "./redact/mark.ts";
import type { Part } from "./redact/part.ts";
import { redactParts } from "./redact/redact-parts.ts";

type Write = (slot: Slot) => string;

/** The body as a screen may show it; bytes that are no text are left out. */
function presentBody(shown: ReportBody, body: Body, write: Write): Body {
  if (shown.kind === "text") {
    const truncated = body.kind === "empty" || body.kind === "unavailable" ? undefined : body.truncated;
    return { kind: "text", text: write(shown.text), ...(truncated === undefined ? {} : { truncated }) };
  }
  return body.kind === "binary" ? { kind: "binary", base64: "" } : body;
}

function presentHeaders(headers: readonly ReportHeader[], write: Write): HeaderList {
  return headers.map(({ name, value }) => ({ name: write(name), value: write(value) }));
}

/** Form fields, which the HAR lists besides the body or instead of it. No content of a file, nor of a dropped body. */
function collectParams(
  collect: Collector,
  params: readonly PostParam[],
  isDropped: boolean,
): (write: Write) => readonly PostParam[] {
  const slots = params.map((param) => ({
    name: collect.add({ kind: "text", name: "" }, param.name, ""),
    value:
      param.value === undefined || param.fileName !== undefined || isDropped
        ? null
        : collect.add({ kind: "field", name: param.name }, param.value, ""),
    file: param.fileName === undefined ? null : collect.add({ kind: "text", name: "" }, param.fileName, ""),
  }));
  return (write) =>
    slots.map(({ name, value, file }, index) => {
      const contentType = params[index]?.contentType;
      return {
        name: write(name),
        ...(value === null ? {} : { value: write(value) }),
        ...(file === null ? {} : { fileName: write(file) }),
        ...(contentType === undefined ? {} : { contentType }),
      };
    });
}

function collectInitiator(collect: Collector, initiator: Initiator | null): (write: Write) => Initiator | null {
  if (initiator === null) return () => null;
  const url = initiator.url === null ? null : collect.add({ kind: "url" }, initiator.url, "");
  const stack = initiator.stack.map((frame) => collect.add({ kind: "url" }, frame.url, ""));
  return (write) => ({
    ...initiator,
    url: url === null ? null : write(url),
    stack: initiator.stack.map((frame, index) => {
      const slot = stack[index];
      return { ...frame, url: slot === undefined ? "" : write(slot) };
    }),
  });
}

/** What the response chose freely in its limits: the names of the windows, and how each number was spelled. */
function collectLimits(collect: Collector, rateLimit: RateLimit): (write: Write) => RateLimit {
  const spelled = (provenance: Provenance): ((write: Write) => Provenance) => {
    const place = provenance.from === "header" ? ("header" as const) : ("field" as const);
    const raw = collect.add({ kind: place, name: provenance.name }, provenance.raw, "");
    return (write) => ({ ...provenance, raw: write(raw) });
  };
  const sourced = <T>(number: Sourced<T> | null): ((write: Write) => Sourced<T> | null) => {
    if (number === null) return () => null;
    const provenance = spelled(number.provenance);
    return (write) => ({ ...number, provenance: provenance(write) });
  };
  const retry = rateLimit.retryProvenance === null ? () => null : spelled(rateLimit.retryProvenance);
  const windows = rateLimit.windows.map((window) => {
    const name = collect.add({ kind: "text", name: "" }, window.name, "");
    const [limit, remaining, resetAt] = [sourced(window.limit), sourced(window.remaining), sourced(window.resetAt)];
    return (write: Write) => ({
      ...window,
      name: write(name),
      limit: limit(write),
      remaining: remaining(write),
      resetAt: resetAt(write),
    });
  });
  return (write) => ({
    ...rateLimit,
    retryProvenance: retry(write),
    windows: windows.map((window) => window(write)),
  });
}

/** An event for a shared screen, with the findings of its row. */
export type PresentedEvent = { readonly event: ApiEvent; readonly findings: readonly Finding[] };

/**
 * The event as a shared screen may show it: every recorded text has been through the redactor, with the strictest policy
 * and all parts together, so that a key of a header is also gone from the body that echoes it. For looking only: copies
 * are made from the event itself. Throws where the event is none.
 */
export function presentEvent(event: ApiEvent, providers: Providers, findings: readonly Finding[] = []): PresentedEvent {
  const parts: Part[] = [];
  const policy = DEFAULT_POLICY;
  const shown = collectEvent(parts, event, { providers, policy, findings, userNote: "", call: "" });
  const collect = collector(parts, rulesFor(providers, event), "");
  const { exchange } = event;
  const isDropped = dropsBodies(providerOf(providers, event), exchange.request.url);
  const params = collectParams(collect, exchange.request.params, isDropped);
  const initiator = collectInitiator(collect, exchange.initiator);
  const limits = collectLimits(collect, event.rateLimit);
  const told = collectTold(collect, event);
  const redacted = redactParts(parts, { documented: documentedCodes([event]), policy }).parts;
  const write: Write = (slot) => writeRedacted(slot(redacted));
  const maybe = (slot: Slot | null): string | null => (slot === null ? null : write(slot));
  return {
    findings: shown.findings.map(({ finding, text, change }) => ({
      ...finding,
      text: write(text),
      change: write(change),
    })),
    event: {
      ...event,
      ...told(write),
      ...(shown.items === undefined
        ? {}
        : {
            items: shown.items.map(({ item, label, code, message }) => ({
              ...item,
              label: write(label),
              code: maybe(code),
              message: maybe(message),
            })),
          }),
      code: maybe(shown.code),
      type: maybe(shown.type),
      message: maybe(shown.message),
      field: maybe(shown.field),
      details: maybe(shown.details),
      requestId: event.requestId === null ? null : { ...event.requestId, value: maybe(shown.requestId) ?? "" },
      timestamp: maybe(shown.timestamp),
      title: write(shown.title),
      explanation: write(shown.explanation),
      notes: shown.notes.map(write),
      causes: event.causes.map((cause, index) => {
        const evidence = shown.evidence[index] ?? null;
        return evidence === null ? cause : { ...cause, evidence: write(evidence) };
      }),
      advice: { ...event.advice, reason: write(shown.adviceReason) },
      rateLimit: limits(write),
      exchange: {
        ...exchange,
        pageRef: null,
        initiator: initiator(write),
        request: {
          ...exchange.request,
          method: write(shown.method),
          url: write(shown.url),
          headers: presentHeaders(shown.request.headers, write),
          body: presentBody(shown.request.body, exchange.request.body, write),
          params: params(write),
        },
        response: {
          ...exchange.response,
          statusText: write(shown.statusText),
          error: maybe(shown.error),
          redirectUrl: maybe(shown.redirectUrl),
          headers: presentHeaders(shown.response.headers, write),
          body: presentBody(shown.response.body, exchange.response.body, write),
        },
      },
    },
  };
}
