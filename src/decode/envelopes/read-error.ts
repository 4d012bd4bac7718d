import { asRecord } from "../../exchange/json-fields.ts";
import { boundedName, boundedProse } from "../bounded.ts";
import { valueAt } from "../../web/json-pointer.ts";
import { parseJson } from "../../web/json.ts";
import { codeInMessage, isNamedCode, isStatusPhrase } from "./code-words.ts";
import { CODE_NAMES, DOUBTFUL_CODES, ERROR_SCOPES, MESSAGE_INSIDE, MESSAGE_NAMES } from "./error-places.ts";
import type { Fields } from "./shape.ts";

/** A code, how telling it is, and where it is. */
export type FoundCode = { readonly code: string; readonly rank: CodeRank };

/** How telling a code is: a word, a number of the API's own, a number that repeats a status, nothing. */
export type CodeRank = 3 | 2 | 1 | 0;

/**
 * How much a code says beside the HTTP status. Numbers from 400 to 599 repeat a status, and so do its phrases; 0 and -1
 * are what servers write for "none of ours".
 */
export function rankOf(code: string, status: number): CodeRank {
  if (code === "0" || code === "-1" || code === String(status) || isStatusPhrase(code)) return 1;
  if (/^-?\d+$/.test(code)) return /^[45]\d\d$/.test(code) ? 1 : 2;
  // "invalid" and "required" are reasons; a code has more than one word or a look of its own.
  return isNamedCode(code) || /[ .:/-]/.test(code) ? 3 : 2;
}

/** The scopes that this body has as objects, in order. */
function scopesOf(json: unknown): readonly Fields[] {
  return ERROR_SCOPES.flatMap((pointer) => {
    const fields = asRecord(pointer === "" ? json : valueAt(json, pointer));
    return fields === undefined ? [] : [fields];
  });
}

/** The most telling code of an error body, by the places that vendors use; undefined where it names none. */
export function bestCode(json: unknown, status: number): FoundCode | undefined {
  let best: FoundCode | undefined;
  for (const fields of scopesOf(json)) {
    for (const name of CODE_NAMES) {
      const code = codeIn(fields, name);
      if (code === undefined) continue;
      const isDoubtful = DOUBTFUL_CODES.has(name);
      const looks = rankOf(code, status);
      // A status repeated in a doubtful place is a status, and no code; a word there goes before a status alone.
      if (isDoubtful && looks < 3) continue;
      const rank = isDoubtful ? 2 : looks;
      if (rank > (best?.rank ?? 0)) best = { code: boundedName(code), rank };
      if (rank === 3) return best;
    }
  }
  return best;
}

function codeIn(fields: Fields, name: string): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string" || value.trim() === "") return undefined;
  if (!DOUBTFUL_CODES.has(name)) return /\s/.test(value.trim()) && value.length > 60 ? undefined : value.trim();
  if (/^(?:https?:|urn:|about:)/i.test(value)) return undefined;
  // An id or a name counts only with the look of a code, and not with that of a request's or a resource's id.
  if (name === "id") return /^[A-Za-z]+(?:[A-Z][a-z]+|_[a-z]+)+$/.test(value) ? value : undefined;
  if (name === "title" || name === "name")
    return /^(?:[A-Z0-9]+(?:_[A-Z0-9]+)+|[a-z]+(?:_[a-z]+)+)$/.test(value) ? value : undefined;
  return isNamedCode(value.trim()) ? value.trim() : undefined;
}

/** The server's sentence; the code where it says no more than that; null where there is none. */
export function bestMessage(json: unknown): string | null {
  let word: string | null = null;
  let phrase: string | null = null;
  for (const fields of scopesOf(json)) {
    for (const name of MESSAGE_NAMES) {
      const text = messageIn(fields, name);
      if (text === undefined) continue;
      if (/\s/.test(text) || /[^\w.:-]/.test(text)) return boundedProse(text);
      if (/^-?\d+$/.test(text)) continue;
      if (isStatusPhrase(text)) phrase ??= name === "status" || name === "result" ? null : text;
      else word ??= text;
    }
  }
  const lone: unknown = typeof json === "string" ? json : Array.isArray(json) ? (json as unknown[])[0] : undefined;
  return word ?? phrase ?? (typeof lone === "string" && lone.trim() !== "" ? boundedProse(lone.trim()) : null);
}

function messageIn(fields: Fields, name: string): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof value === "string") return unwrapped(value.trim());
  if (Array.isArray(value)) {
    const texts = (value as unknown[]).slice(0, 5).filter((item) => typeof item === "string");
    return texts.length === 0 ? undefined : texts.join("; ");
  }
  const inside = asRecord(value);
  if (inside === undefined) return undefined;
  const text = MESSAGE_INSIDE.map((member) => (Object.hasOwn(inside, member) ? inside[member] : undefined)).find(
    (member) => typeof member === "string" && member.trim() !== "",
  );
  return typeof text === "string" ? text.trim() : undefined;
}

/** A message that is JSON itself (an error passed on as text) gives its own sentence. */
function unwrapped(text: string): string | undefined {
  if (text === "") return undefined;
  const inner = nestedJson(text);
  const message = inner === undefined ? null : bestMessage(Array.isArray(inner) ? (inner as unknown[])[0] : inner);
  return message ?? text;
}

/** The JSON that a message holds, whole or behind a few words ("429 Too Many Requests: {…}"); undefined where none. */
export function nestedJson(text: string): unknown {
  const start = text.search(/[[{]/);
  if (start < 0 || start > 200 || text.length > 16_384 || !/[\]}]\s*$/.test(text)) return undefined;
  const parsed = parseJson(text.slice(start));
  return typeof parsed === "object" && parsed !== null ? parsed : undefined;
}

/** The code of a message that is or begins with one. */
export function codeOfMessage(message: string | null): string | undefined {
  return message === null ? undefined : codeInMessage(message);
}
