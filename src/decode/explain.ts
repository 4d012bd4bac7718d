import type { Cause, CodeEntry, Provider, StatusEntry } from "../catalogue/provider.ts";
import type { ApiEvent, CauseFinding } from "./api-event.ts";
import type { CheckContext } from "./checks/check.ts";
import { runCheck } from "./checks/run-check.ts";
import { credentialsOf } from "./credential.ts";
import type { FoundEntry } from "./find-entry.ts";
import { describeBody, interpretationNotes } from "./reading-words.ts";
import type { ExplainInput } from "./explain-input.ts";
import type { HiddenFailure } from "./hidden-failure.ts";
import { clip, headline } from "./headline.ts";
import { networkFailure } from "./network-failure.ts";
import { isKeptByCors } from "./page-view.ts";
import { statusSemantics } from "./status-semantics.ts";

/** The members of an event that explain it. */
export type Explanation = Pick<
  ApiEvent,
  | "meaning"
  | "explainedBy"
  | "catalogueCode"
  | "title"
  | "explanation"
  | "causes"
  | "fixes"
  | "docs"
  | "unstated"
  | "conflicts"
  | "notes"
>;

export const NO_EXPLANATION: Explanation = {
  meaning: "none",
  explainedBy: "nothing",
  catalogueCode: null,
  title: "",
  explanation: "",
  causes: [],
  fixes: [],
  docs: null,
  unstated: [],
  conflicts: [],
  notes: [],
};

const MAX_TITLE = 60;

/** Explains a failure by the most specific thing known of it: code, then type and status, then HTTP itself. */
export function explain(input: ExplainInput): Explanation {
  const explanation = explained(input);
  return isKeptByCors(input.exchange) ? { ...explanation, title: CORS_HEADLINE } : explanation;
}

const CORS_HEADLINE = "CORS keeps this answer from the page: fix it on the server";

function explained(input: ExplainInput): Explanation {
  const { exchange, provider, content } = input;
  const envelope = content.envelope;
  // Servers use standard codes for what they do not mean ("not a valid request" for a used-up quota): the rest decides.
  const isAboutLimits = input.signal?.kind === "quota" || input.signal?.kind === "rate-limit";
  const isContradicted = isAboutLimits && input.found?.entry.retry?.advise !== "after-delay";
  const found = isContradicted ? undefined : input.found;
  const notes = interpretationNotes(input);
  if (found !== undefined) {
    return {
      ...fromEntry(found.entry, input),
      meaning: "known",
      explainedBy: "code",
      catalogueCode: found.exact || found.by === "subcode" ? null : found.code,
      notes: [...notes, ...entryNotes(found, input)],
    };
  }
  if (exchange.response.status === 0) {
    const failure = networkFailure(exchange);
    const { statusEntry } = input;
    const documented = statusEntry === undefined ? NO_EXPLANATION : fromEntry(statusEntry, input);
    return {
      ...documented,
      meaning: "unavailable",
      explainedBy: "network",
      title: statusEntry?.title ?? failure.title,
      explanation: [failure.explanation, statusEntry?.meaning].filter((part) => part !== undefined).join(" "),
      notes: statusEntry === undefined ? notes : [...notes, ...checkedNote(statusEntry, provider)],
    };
  }
  const { hidden } = input;
  if (hidden !== undefined && (envelope?.code ?? null) === null) {
    const meaning = input.generic === undefined ? "known" : "unknown-code";
    return withOwnWords({ ...fromHidden(hidden, provider), meaning, explainedBy: "status", notes }, input);
  }
  return withOwnWords(withoutCode(input, hidden, notes), input);
}

/**
 * Where no catalogue explains the code, the server's own sentence is the headline, and an expired token that the call
 * sent is named as the cause.
 */
function withOwnWords(explanation: Explanation, input: ExplainInput): Explanation {
  const { exchange, content, generic } = input;
  if (generic === undefined) return explanation;
  const { status } = exchange.response;
  const said = content.envelope?.message ?? content.message;
  const expired = [401, 403, 400].includes(status)
    ? judgeCauses([EXPIRED], input).filter(({ verdict }) => verdict === "confirmed")
    : [];
  const title = said === null || said.trim() === "" ? explanation.title : headline(said);
  return { ...explanation, title, causes: [...expired, ...explanation.causes] };
}

const EXPIRED: Cause = {
  text: "The token that the call sent has expired.",
  check: "jwt-expired",
  source: "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4",
};

function fromHidden(hidden: HiddenFailure, provider: Provider): Omit<Explanation, "meaning"> {
  return {
    ...NO_EXPLANATION,
    title: hidden.title,
    explanation: hidden.meaning,
    fixes: (hidden.fixes ?? []).map((fix) => fix.text),
    docs: hidden.source.startsWith("https:") ? hidden.source : (provider.docs.errors ?? null),
  };
}

function withoutCode(input: ExplainInput, hidden: HiddenFailure | undefined, notes: readonly string[]): Explanation {
  const { exchange, provider, content, statusEntry } = input;
  const { status } = exchange.response;
  const envelope = content.envelope;
  const typeEntry =
    envelope?.type === undefined || envelope.type === null || !Object.hasOwn(provider.types ?? {}, envelope.type)
      ? undefined
      : provider.types?.[envelope.type];
  const general = statusSemantics(status);
  // What the documents say of a success status ("carried out") does not hold for a failure inside it.
  const byStatus =
    hidden !== undefined
      ? fromHidden(hidden, provider)
      : statusEntry === undefined
        ? { ...NO_EXPLANATION, title: general.title, explanation: general.meaning, docs: general.source }
        : fromEntry(statusEntry, input);
  const lead = describeBody(input);
  const code = envelope?.code ?? null;
  const unknown = input.generic === undefined ? `Unknown code ${code}` : `${byStatus.title}: ${code}`;
  const title = code === null ? byStatus.title : clip(unknown, MAX_TITLE);
  const explanation = [lead, typeEntry?.meaning, byStatus.explanation]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
  return {
    ...byStatus,
    meaning: content.kind === "unavailable" ? "unavailable" : envelope === undefined ? "unreadable" : "unknown-code",
    explainedBy: typeEntry === undefined ? "status" : "type",
    title,
    explanation,
    notes:
      statusEntry === undefined && hidden === undefined && input.generic === undefined && !input.isOutline
        ? [...notes, `${provider.name}'s documents do not list status ${status}; this is what HTTP itself says.`]
        : statusEntry === undefined || hidden !== undefined
          ? notes
          : [...notes, ...checkedNote(statusEntry, provider)],
  };
}

/** How the entry was found, and when it was compared with its source. */
function entryNotes({ entry, by }: FoundEntry, { provider, content }: ExplainInput): readonly string[] {
  const envelope = content.envelope;
  const subcode = envelope?.subcode;
  const notes: string[] = [];
  if (by === "text") notes.push("The error has no code; it was recognised by what it says.");
  if (subcode !== undefined)
    notes.push(
      by === "subcode"
        ? `The code ${envelope?.code ?? "(none)"} came with the finer code ${subcode}, which is explained here.`
        : `${provider.name}'s documents do not list the finer code ${subcode}; this is what they say of the code.`,
    );
  if (entry.synonymOf !== undefined)
    notes.push(`${provider.name} documents the same situation as ${entry.synonymOf} elsewhere.`);
  return [...notes, ...checkedNote(entry, provider)];
}

/** The page and its state when the entry was written, in one sentence. */
function checkedNote(entry: CodeEntry | StatusEntry, provider: Provider): readonly string[] {
  const named = Object.values(provider.sources ?? {});
  const source = entry.source
    .map((address) => named.find(({ url }) => url === address))
    .find((one) => one !== undefined);
  const on = source?.checkedOn ?? provider.checkedOn;
  if (on === undefined) return [];
  const title = source?.title ?? `${provider.name}'s documents`;
  return [`From ${title}, as read on ${on}${source?.revision === undefined ? "" : ` (revision ${source.revision})`}.`];
}

function fromEntry(entry: CodeEntry | StatusEntry, input: ExplainInput): Omit<Explanation, "meaning"> {
  return {
    explainedBy: "status",
    catalogueCode: null,
    title: entry.title,
    explanation: entry.meaning,
    causes: judgeCauses(entry.causes, input),
    fixes: entry.fixes.map((fix) => fix.text),
    docs:
      entry.docs ?? entry.source.find((source) => source.startsWith("https:")) ?? input.provider.docs.errors ?? null,
    unstated: entry.unstated ?? [],
    conflicts: entry.conflicts ?? [],
    notes: [],
  };
}

/** Checks that only look for a credential: held back where the recording's exporter may have removed them all. */
const NEED_CREDENTIALS: ReadonlySet<string> = new Set([
  "auth-header-missing",
  "bearer-missing",
  "key-malformed",
  "key-of-other-provider",
  "key-of-test-environment",
  "publishable-key-sent",
  "secret-key-sent",
  "key-of-other-project",
  "jwt-expired",
  "jwt-not-yet-valid",
  "jwt-for-other-audience",
  "jwt-claim",
]);

function judgeCauses(causes: readonly Cause[], input: ExplainInput): readonly CauseFinding[] {
  const { exchange, provider, providers, content, rateLimit } = input;
  const context: Omit<CheckContext, "argument"> = {
    exchange,
    provider,
    providers,
    credentials: credentialsOf(exchange, provider),
    field: content.envelope?.field ?? fieldInMessage(content.envelope?.message ?? null),
    echoed: echoedValue(content.envelope?.details ?? null),
    rateLimit,
  };
  return causes.map((cause): CauseFinding => {
    if (cause.check === undefined) return { text: cause.text, verdict: "cannot-tell" };
    if (input.credentialsWithheld && NEED_CREDENTIALS.has(cause.check)) {
      return {
        text: cause.text,
        verdict: "cannot-tell",
        check: cause.check,
        evidence: "The recording holds no credentials at all: its exporter may have removed them.",
      };
    }
    const { verdict, evidence } = runCheck(cause.check, { ...context, argument: cause.argument ?? "" });
    return { text: cause.text, verdict, check: cause.check, ...(evidence === undefined ? {} : { evidence }) };
  });
}

/** "Missing required field: contract_id", "The 'name' field is required": the field a message names, as evidence only. */
function fieldInMessage(message: string | null): string | null {
  if (message === null) return null;
  const text = message.slice(0, 500);
  const match =
    /\b(?:field|parameter|param|property)\b[:\s]{1,3}['"`]?([A-Za-z_][\w.]{0,60})['"`]?/i.exec(text) ??
    /['"`]([A-Za-z_][\w.]{0,60})['"`]\s(?:field|parameter|property)/i.exec(text);
  const name = match?.[1];
  return name === undefined || /^(is|was|must|missing|required|absent|validation|not|in|for|of|value)$/i.test(name)
    ? null
    : name;
}

/** ChainGuard echoes the offending input as `details.provided`. */
function echoedValue(details: string | null): string | null {
  if (details === null) return null;
  const match = /"provided":"((?:[^"\\]|\\.){1,300})"/.exec(details);
  return match?.[1] ?? null;
}
