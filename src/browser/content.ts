import { bodyFromBase64 } from "../exchange/body-text.ts";
import type { Body } from "../exchange/exchange.ts";
import { textWithoutFilling } from "../exchange/firefox-filling.ts";
import { asNumber, asRecord, asString } from "../exchange/json-fields.ts";
import type { Deadlines } from "./deadlines.ts";

/** What the entry itself says about its content; all of it may be wrong or missing, see docs/browser-notes.md. */
export type DeclaredContent = {
  readonly encoding: string | undefined;
  readonly mimeType: string;
  /** Decoded bytes. */
  readonly size: number | undefined;
};

/** Reads `content` of a DevTools entry's response. Never throws on plain data. */
export function declaredContent(response: Readonly<Record<string, unknown>> | undefined): DeclaredContent {
  const content = asRecord(response?.["content"]);
  return {
    encoding: asString(content?.["encoding"]),
    mimeType: asString(content?.["mimeType"]) ?? "",
    size: asNumber(content?.["size"]),
  };
}

type Answer = { readonly content: unknown; readonly encoding: unknown };

/**
 * The three shapes of a `getContent()` promise: `[content, encoding]` from webextension-polyfill, `[content, mimeType]`
 * from Firefox, `{content, encoding}` from Chromium's own promises.
 */
function readAnswer(answer: unknown): Answer {
  if (Array.isArray(answer)) return { content: answer[0], encoding: answer[1] };
  const fields = asRecord(answer);
  return fields === undefined
    ? { content: answer, encoding: undefined }
    : { content: fields["content"], encoding: fields["encoding"] };
}

/**
 * What `getContent()` answered, as a body. "" is an empty body; null says that the browser could not read it; undefined
 * says that DevTools refused or no longer knows the request. Firefox declares base64 only in the entry, and its second
 * value is a media type: it counts as an encoding only if it says "base64".
 */
export function bodyFromAnswer(answer: unknown, declared: DeclaredContent): Body {
  const { content, encoding } = readAnswer(answer);
  if (content === undefined) return { kind: "unavailable", reason: "refused" };
  if (typeof content !== "string") return { kind: "unavailable", reason: "not-given" };
  if (content === "") return { kind: "empty" };
  const isBase64 = encoding === "base64" || declared.encoding === "base64";
  return isBase64 ? bodyFromBase64(content, declared.mimeType) : textWithoutFilling(content, declared.size);
}

/**
 * Asks for a response body. It must be called inside the event: both browsers forget bodies when the page navigates.
 * Never rejects: a refusal, a rejection and silence until the deadline each become an unavailable body with its reason.
 */
export async function readContent(ask: () => unknown, declared: DeclaredContent, deadlines: Deadlines): Promise<Body> {
  try {
    const answer = await deadlines.within(Promise.resolve(ask()), SILENCE);
    return answer === SILENCE ? { kind: "unavailable", reason: "timed-out" } : bodyFromAnswer(answer, declared);
  } catch {
    return { kind: "unavailable", reason: "failed" };
  }
}

const SILENCE = Symbol("silence");
