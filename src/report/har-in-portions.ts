import type { Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import { collectExchange, documentedCodes, type ReportExchange } from "./event-parts.ts";
import type { Finding } from "./find/finding.ts";
import { harEnd, harEntryOf, harStart } from "./output/har.ts";
import { visibleJson } from "./output/visible.ts";
import { describeCounts, newWriter, type RedactionCount } from "./output/writer.ts";
import { DEFAULT_POLICY, type RedactionPolicy } from "./policy.ts";
import { providerRules } from "./provider-rules.ts";
import { chooser } from "./redact/choose.ts";
import { BY_HAND, type Chosen } from "./redact/chosen.ts";
import { scanFinal } from "./redact/final-scan.ts";
import { know, type Known } from "./redact/known.ts";
import { highestMark } from "./redact/mark.ts";
import type { Part } from "./redact/part.ts";
import { newPartMemo, type PartMemo } from "./redact/part-memo.ts";
import { NO_SECRETS, type RecordingSecrets } from "./redact/recording-secrets.ts";
import type { ReportText } from "./report-text.ts";

export type HarOptions = {
  readonly providers: Providers;
  readonly policy?: RedactionPolicy;
  /** What calls of the recording that are not in the file gave away. */
  readonly secrets?: RecordingSecrets;
  /** Texts that the user wants gone, as they are written in a report. */
  readonly byHand?: readonly string[];
  /** What the user wrote about a call, by `ApiEvent.id`. */
  readonly notes?: ReadonlyMap<string, string>;
  /** Faultline's version. */
  readonly version: string;
};

/** A step of writing: how much is done, from 0 to 1, and the next piece of the file where there is one. */
export type HarPortion = { readonly fraction: number; readonly text: ReportText | null };

/** What came of it. The pieces make a file only where it is ok. */
export type HarOutcome =
  | {
      readonly ok: true;
      /** Calls in the file. */
      readonly calls: number;
      /** Calls that are not in it, because something that looks like a key could not be cut out of them. */
      readonly leftOut: number;
      readonly redactions: readonly RedactionCount[];
    }
  /** `reason` is a sentence for the user. */
  | { readonly ok: false; readonly reason: string };

/** Searching takes most of the time, and long texts are searched twice: keeping what was found in them takes too much memory. */
const FIRST_PASS = 0.45;

/**
 * Writes a redacted HAR 1.2 of any number of calls in pieces, one call a step, so that whoever drives it can stop, show
 * progress or do something else in between. As in a report of one call each secret is cut out of all calls, also those
 * before the one that gave it away, and each piece is scanned again before it is handed out. Memory grows with the
 * number of different secrets, not with that of the calls. A call that cannot be redacted is left out and counted.
 */
export function* harInPortions(
  events: readonly ApiEvent[],
  options: HarOptions,
): Generator<HarPortion, HarOutcome, undefined> {
  const policy = options.policy ?? DEFAULT_POLICY;
  const ordered = events.toSorted((one, other) => one.exchange.startedAt - other.exchange.startedAt);
  const memo = newPartMemo(policy);
  const survey = newSurvey(memo, chooser(policy, options.byHand ?? []), options.secrets ?? NO_SECRETS);
  for (const [index, event] of ordered.entries()) {
    yield { fraction: (index / ordered.length) * FIRST_PASS, text: null };
    const { parts } = partsOf(event, options, policy);
    if (parts !== undefined) survey.take(parts);
  }
  const known = survey.finish(documentedCodes(ordered));
  const counts = new Map<string, number>();
  let calls = 0;
  let leftOut = 0;
  for (const [index, event] of ordered.entries()) {
    const fraction = FIRST_PASS + (index / ordered.length) * (1 - FIRST_PASS);
    const written = known === undefined ? undefined : writeCall(event, known, options, policy, memo);
    if (written?.left.includes(BY_HAND) === true)
      return {
        ok: false,
        reason: "Nothing was saved: what you redacted by hand stands in a place where it cannot be cut.",
      };
    if (written === undefined || written.left.length > 0) {
      leftOut += 1;
      yield { fraction, text: null };
      continue;
    }
    for (const { kind, count } of written.counts) counts.set(kind, (counts.get(kind) ?? 0) + count);
    yield { fraction, text: asScanned(`${calls === 0 ? harStart(options.version) : ",\n"}${written.text}`) };
    calls += 1;
  }
  if (calls === 0)
    return {
      ok: false,
      reason: ordered.length === 0 ? "There is no call to save." : "None of the calls could be redacted.",
    };
  const redactions = [...counts].map(([kind, count]) => ({ kind, count }));
  yield { fraction: 1, text: asScanned(harEnd(`${describeCounts(redactions)}${describeLeftOut(leftOut)}`)) };
  return { ok: true, calls, leftOut, redactions };
}

function describeLeftOut(count: number): string {
  if (count === 0) return "";
  return ` ${count} ${count === 1 ? "call is" : "calls are"} left out: not every secret could be cut out.`;
}

type CollectedCall = { readonly parts?: readonly Part[]; readonly exchange?: ReportExchange };

/** The texts of a call; nothing where they cannot be had. */
function partsOf(event: ApiEvent, options: HarOptions, policy: RedactionPolicy): CollectedCall {
  const parts: Part[] = [];
  try {
    const userNote = options.notes?.get(event.id) ?? "";
    const exchange = collectExchange(parts, event, { providers: options.providers, policy, userNote, call: "" });
    return { parts, exchange };
  } catch {
    // Counted as left out when it is to be written.
    return {};
  }
}

type Survey = {
  readonly take: (parts: readonly Part[]) => void;
  /** Undefined where what was found cannot be put together: then nothing can be written. */
  readonly finish: (documented: ReadonlySet<string>) => Known | undefined;
};

/** Goes through all calls for what is to be cut out of each of them. */
function newSurvey(memo: PartMemo, choose: ReturnType<typeof chooser>, secrets: RecordingSecrets): Survey {
  // The same token stands in ten thousand headers.
  const findings = new Map<string, Finding>();
  const choices = new Map<string, Chosen>();
  let highest = 0;
  return {
    take: (parts) => {
      for (const part of parts) {
        highest = Math.max(highest, highestMark(part.text));
        try {
          const { search, isRepeated } = memo.search(part);
          if (isRepeated) continue;
          for (const finding of search.findings.toSorted((one, other) => one.start - other.start)) {
            const key = JSON.stringify([finding.rule, finding.kind, finding.spreads, finding.value, finding.also]);
            if (!findings.has(key)) findings.set(key, finding);
          }
          for (const chosen of choose([part], search.views)) choices.set(`${chosen.kind} ${chosen.value}`, chosen);
        } catch {
          // The call it belongs to fails in the same way when it is to be written, and is left out.
        }
      }
    },
    finish: (documented) => {
      try {
        return know({
          findings: [...findings.values(), ...secrets.findings],
          choices: [...choices.values()],
          documented,
          keep: [],
          highest,
        });
      } catch {
        return undefined;
      }
    },
  };
}

type WrittenCall = {
  readonly text: string;
  readonly counts: readonly RedactionCount[];
  /** Kinds of what the finished text still holds. */
  readonly left: readonly string[];
};

function writeCall(
  event: ApiEvent,
  known: Known,
  options: HarOptions,
  policy: RedactionPolicy,
  memo: PartMemo,
): WrittenCall | undefined {
  const { parts, exchange } = partsOf(event, options, policy);
  if (parts === undefined || exchange === undefined) return undefined;
  try {
    const writer = newWriter(parts.map((part) => memo.redact(part, known)));
    const text = visibleJson(harEntryOf(exchange, writer));
    const left = scanFinal(text, known, providerRules(options.providers, event.providerId));
    return { text, counts: writer.counts(), left };
  } catch {
    return undefined;
  }
}

function asScanned(text: string): ReportText {
  // oxlint-disable-next-line no-unsafe-type-assertion -- each call in it was just scanned; the rest is this file's own
  return text as ReportText;
}
