import type { Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import type { EpochMs } from "../exchange/exchange.ts";
import type { Finding } from "../timeline/finding.ts";
import type { RetryClient } from "../timing/retry-code/retry-code-facts.ts";
import { collectEvent, documentedCodes, factsOf, type ReportEvent } from "./event-parts.ts";
import { type BodyPick, writeBodyPick } from "./output/body-pick.ts";
import { writeCurl } from "./output/curl.ts";
import type { ReportDocument } from "./output/document.ts";
import { writeHar } from "./output/har.ts";
import { writeJson } from "./output/json.ts";
import { writeMarkdown } from "./output/markdown.ts";
import { writePlain } from "./output/plain.ts";
import { writeRetryCode } from "./output/retry-code.ts";
import type { Shell } from "./output/shell.ts";
import { newWriter, type RedactionCount, type RedactionPlace, type Writer } from "./output/writer.ts";
import { DEFAULT_POLICY, type RedactionPolicy } from "./policy.ts";
import { providerRules } from "./provider-rules.ts";
import type { RecordingSecrets } from "./redact/recording-secrets.ts";
import { chooser } from "./redact/choose.ts";
import { BY_HAND } from "./redact/chosen.ts";
import { countKept, keptPlaces } from "./redact/kept-places.ts";
import type { KeptItem } from "./redact/keep.ts";
import { findUncertain, type UncertainItem } from "./redact/uncertain.ts";
import { scanFinal } from "./redact/final-scan.ts";
import type { Part } from "./redact/part.ts";
import { redactParts } from "./redact/redact-parts.ts";
import type { ReportText } from "./report-text.ts";

/**
 * "request-id": nothing but the request id of the one event, for a support form that asks for it. "retry-…": code that
 * repeats such a call with that client; no text of the call is in it. "body-pick": one value of a body, or its path.
 */
export type ReportFormat =
  | "markdown"
  | "curl"
  | "har"
  | "json"
  | "text"
  | "request-id"
  | "body-pick"
  | `retry-${RetryClient}`;

export type ReportOptions = {
  readonly format: ReportFormat;
  /** For "curl"; POSIX by default. */
  readonly shell?: Shell;
  /** For "body-pick". */
  readonly pick?: BodyPick;
  readonly providers: Providers;
  /** The calls before, oldest first, for the steps to reproduce; the last few are used. */
  readonly preceding?: readonly ApiEvent[];
  /**
   * What the user wrote about a call ("what I was doing"), by `ApiEvent.id`: plain text, line breaks allowed. Printed in
   * Markdown, text and JSON and as the `comment` of the HAR entry, after the redactor has been over it like everything
   * else. Empty notes, and notes of events that are not reported, are left out.
   */
  readonly notes?: ReadonlyMap<string, string>;
  /** What the timeline found, by exchange id. */
  readonly findings?: ReadonlyMap<string, readonly Finding[]>;
  readonly policy?: RedactionPolicy;
  /** What the other calls of the recording gave away (`surveySecrets`): cut out of these calls, too. */
  readonly secrets?: RecordingSecrets;
  /** Texts of a report that the user wants gone, as they are written there; cut out of everything, however weak. */
  readonly byHand?: readonly string[];
  /** Redacted items that the user wants back; one that is a credential and not confirmed refuses the report. */
  readonly keep?: readonly KeptItem[];
  /** Told how much has been searched, from 0 to 1, many times; for texts of megabytes. */
  readonly onProgress?: (fraction: number) => void;
  /** Faultline's version. */
  readonly version: string;
  readonly now: EpochMs;
};

export type ReportResult =
  | {
      readonly ok: true;
      readonly text: ReportText;
      readonly redactions: readonly RedactionCount[];
      readonly places: readonly RedactionPlace[];
      /** What stays because of `keep`, with the place it was found at; `count` is 1 each. */
      readonly kept: readonly RedactionPlace[];
      /** What a reader should look at: it may be a secret, and no rule could tell. */
      readonly uncertain: readonly UncertainItem[];
    }
  /** Nothing may be copied; `reason` is a sentence for the user. */
  | { readonly ok: false; readonly reason: string };

const MAX_STEPS = 8;

function writeFormat(document: ReportDocument, writer: Writer, options: ReportOptions): string {
  switch (options.format) {
    case "markdown":
      return writeMarkdown(document, writer);
    case "text":
      return writePlain(document, writer);
    case "har":
      return writeHar(document, writer);
    case "json":
      return writeJson(document, writer);
    case "request-id":
      return writer.maybe(document.events[0]?.requestId ?? null) ?? "";
    case "body-pick":
      return options.pick === undefined ? "" : writeBodyPick(document, writer, options.pick);
    case "retry-fetch":
    case "retry-ky":
    case "retry-axios":
      return writeRetryCode(document, options.format);
    case "curl":
      return writeCurl(document, writer, options.shell ?? "posix");
  }
}

function build(events: readonly ApiEvent[], options: ReportOptions): ReportResult {
  const policy = options.policy ?? DEFAULT_POLICY;
  const parts: Part[] = [];
  const collect = (event: ApiEvent, call: string): ReportEvent =>
    collectEvent(parts, event, {
      providers: options.providers,
      policy,
      findings: options.findings?.get(event.id) ?? [],
      userNote: options.notes?.get(event.id) ?? "",
      call,
    });
  const reported = events.map((event) => collect(event, ""));
  const shown = parts.length;
  // The calls before are searched whole: what a sign-in handed out must not show up in the call that used it.
  const before = (options.preceding ?? []).slice(-MAX_STEPS).map((event) => collect(event, "earlier call, "));
  const redacted = redactParts(parts, {
    documented: documentedCodes([...events, ...(options.preceding ?? [])]),
    policy,
    choose: chooser(policy, options.byHand ?? []),
    keep: options.keep ?? [],
    ...(options.secrets === undefined ? {} : { secrets: options.secrets }),
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  });
  if (redacted.unconfirmed.length > 0) {
    const kinds = redacted.unconfirmed.join(", ");
    return { ok: false, reason: `Nothing was copied: a credential was to be kept and was not confirmed (${kinds}).` };
  }
  const writer = newWriter(redacted.parts, countKept(redacted.kept));
  const document: ReportDocument = {
    events: reported,
    steps: before.map((step) => ({
      at: step.event.exchange.startedAt,
      method: step.method,
      url: step.url,
      status: step.event.exchange.response.status,
      code: step.code,
    })),
    providers: options.providers,
    version: options.version,
    now: options.now,
  };
  const text = writeFormat(document, writer, options);
  if (options.format === "body-pick" && text === "")
    return { ok: false, reason: "Nothing was copied: that part is empty, or reports leave it out." };
  const left = scanFinal(text, redacted.known, providerRules(options.providers, events[0]?.providerId ?? null));
  if (left.includes(BY_HAND)) {
    return {
      ok: false,
      reason:
        "Nothing was copied: what you redacted by hand also stands in the report's own words, where it cannot be cut.",
    };
  }
  if (left.length > 0) {
    return {
      ok: false,
      reason: `Nothing was copied: the finished report still held what looks like ${left.join(", ")}.`,
    };
  }
  // oxlint-disable-next-line no-unsafe-type-assertion -- the one place where a redacted text is made: it was just scanned
  const finished = text as ReportText;
  return {
    ok: true,
    text: finished,
    redactions: writer.counts(),
    places: writer.places(),
    kept: keptPlaces(redacted.kept),
    uncertain: findUncertain(parts.slice(0, shown), redacted.parts, factsOf(events), writer.places()),
  };
}

/**
 * Writes a redacted report of one or several events. Every text of the exchange is searched, each secret is cut out of
 * all of them in every spelling, and the finished text is scanned again; if anything is left, or anything fails, there is
 * no text at all. Never throws.
 */
export function report(events: readonly ApiEvent[], options: ReportOptions): ReportResult {
  try {
    if (events.length === 0) return { ok: false, reason: "Nothing was copied: no call is selected." };
    if (options.format === "request-id" && events[0]?.requestId === null)
      return { ok: false, reason: "Nothing was copied: this call has no request id." };
    return build(events, options);
  } catch (error) {
    const what = error instanceof Error ? error.name : "unknown error";
    return { ok: false, reason: `Nothing was copied: the report could not be redacted (${what}).` };
  }
}
