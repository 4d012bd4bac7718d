import type { Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import { collectEvent } from "./event-parts.ts";
import { beginningOf } from "./exchange-parts.ts";
import type { Finding } from "./find/finding.ts";
import { searchPart } from "./find/search-part.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { isCredentialKind } from "./redact/keep.ts";
import type { Part } from "./redact/part.ts";
import type { RecordingSecrets } from "./redact/recording-secrets.ts";
import { isStrong } from "./taint/strength.ts";

/** Collects the secrets of a recording call by call; no call is kept. */
export type SecretSurvey = {
  /** Searches one call. Never throws. */
  readonly take: (event: ApiEvent) => void;
  /** What has been found so far. */
  readonly secrets: () => RecordingSecrets;
};

/** Longer texts are searched up to here, in characters. A call that is reported is searched whole. */
const LONGEST_TEXT = 1_000_000;
/** Scripts, style sheets and images are most of a recording, the same for everyone: only a short answer is searched. */
const LONGEST_ASSET = 20_000;
const ASSET = /javascript|ecmascript|\bcss\b|^(?:image|font|audio|video)\/|wasm/i;
const MOST_SECRETS = 20_000;

/** Starts a survey of a recording: its memory grows with the number of different secrets, up to 20,000. */
export function surveySecrets(providers: Providers): SecretSurvey {
  const found = new Map<string, Finding>();
  let isComplete = true;
  const takePart = (part: Part): void => {
    const { place } = part;
    const most = place.kind === "body" && ASSET.test(place.mimeType) ? LONGEST_ASSET : LONGEST_TEXT;
    const text = beginningOf(part.text, most);
    if (most === LONGEST_TEXT && text.length < part.text.length) isComplete = false;
    for (const finding of searchPart({ ...part, text }, DEFAULT_POLICY).findings) {
      if (!followed(finding)) continue;
      const key = `${finding.kind} ${finding.rule} ${finding.value}`;
      if (found.has(key)) continue;
      if (found.size < MOST_SECRETS) found.set(...copied(key, finding));
      else isComplete = false;
    }
  };
  return {
    take: (event) => {
      try {
        const parts: Part[] = [];
        collectEvent(parts, event, { providers, policy: DEFAULT_POLICY, findings: [], userNote: "", call: "" });
        for (const part of parts) takePart(part);
      } catch {
        isComplete = false;
      }
    },
    secrets: () => ({ findings: [...found.values()], isComplete }),
  };
}

/**
 * Whether the finding is a credential, and distinctive enough to be looked for in other calls. E-mails and the like are
 * found by their form in each call, if the policy says so.
 */
function followed({ spreads, value, kind, also }: Finding): boolean {
  return spreads && isCredentialKind(kind) && [value, ...also].some((text) => isStrong(text, kind));
}

/** A slice of a body keeps the whole body in memory, a copy does not. */
function copied(key: string, finding: Finding): readonly [string, Finding] {
  const copy = (text: string): string => text.split("").join("");
  const { value, facts, also } = finding;
  return [copy(key), { ...finding, value: copy(value), facts: copy(facts), also: also.map(copy) }];
}

/** Learns from a log that grows, some calls at a time. */
export type LogSurvey = {
  /**
   * What the calls give away of those searched so far, these calls included up to `most` characters in all, short ones
   * first. Calls that were searched before cost nothing; one that is longer than `most` is never searched here.
   */
  readonly learn: (events: readonly ApiEvent[], most: number) => RecordingSecrets;
};

/** Starts a survey of a log; it outlives what is cleared from the log, because secrets stay secrets. */
export function surveyLog(providers: Providers): LogSurvey {
  const survey = surveySecrets(providers);
  const searched = new WeakSet<ApiEvent>();
  let secrets = survey.secrets();
  return {
    learn: (events, most) => {
      const sized = events.filter((event) => !searched.has(event)).map((event) => ({ event, size: sizeOf(event) }));
      let left = most;
      for (const { event, size } of sized.toSorted((one, other) => one.size - other.size)) {
        if (size > left) break;
        left -= size;
        searched.add(event);
        survey.take(event);
      }
      // Another object only if there is something new: the search for secrets is prepared once for each.
      if (left < most) secrets = survey.secrets();
      return secrets;
    },
  };
}

/** About how many characters of a call are searched; at least what its statements and names come to. */
function sizeOf({ exchange: { request, response } }: ApiEvent): number {
  const bodies = [request.body, response.body].map((body) => (body.kind === "text" ? body.text.length : 0));
  const headers = [...request.headers, ...response.headers].map(({ name, value }) => name.length + value.length);
  return [...bodies, ...headers].reduce((sum, length) => sum + length, request.url.length + 500);
}
