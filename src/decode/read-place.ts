import type { Place, PlaceObject, WaitPlace } from "../catalogue/condition.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { headerValue } from "../exchange/headers.ts";
import { parseDurationMs } from "../timing/durations.ts";
import type { StatedWait } from "../timing/rate-limit.ts";
import { anyPasses } from "./condition.ts";
import { valuesAt } from "./values-at.ts";

/** A text found in a response, and where: a pointer or a header's name. */
export type PlacedText = { readonly text: string; readonly place: string };

type Response = Pick<Exchange["response"], "headers">;

/** The first text that a place of a document finds; undefined where there is none. Numbers and booleans count as text. */
export function readPlace(place: Place | undefined, json: unknown, response: Response): PlacedText | undefined {
  if (place === undefined) return undefined;
  for (const one of Array.isArray(place) ? place : [place]) {
    const found = readOne(typeof one === "string" ? { at: one } : one, json, response);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readOne(place: PlaceObject, json: unknown, response: Response): PlacedText | undefined {
  if (place.header !== undefined) {
    const part = partOf(place, headerValue(response.headers, place.header));
    return part === undefined ? undefined : { text: part, place: place.header };
  }
  const pointer = place.at ?? "";
  for (const { value, item } of valuesAt(json, pointer)) {
    const fits = Object.entries(place.where ?? {}).every(([at, test]) => anyPasses(test, item, at));
    const part = fits ? partOf(place, scalarText(value)) : undefined;
    if (part !== undefined) return { text: part, place: pointer };
  }
  return undefined;
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** The part of a value that a place means; undefined where the value does not fit or the part is empty. */
function partOf({ startsWith, after, before, word }: PlaceObject, value: string | undefined): string | undefined {
  if (value === undefined || (startsWith !== undefined && !value.startsWith(startsWith))) return undefined;
  let part = value;
  if (after !== undefined) {
    const start = part.indexOf(after);
    if (start === -1) return undefined;
    part = part.slice(start + after.length);
  }
  if (before !== undefined) {
    const end = part.indexOf(before);
    if (end !== -1) part = part.slice(0, end);
  }
  if (word !== undefined) part = wordFrom(part, word);
  if (after !== undefined || before !== undefined) part = part.trim();
  return part === "" ? undefined : part;
}

function wordFrom(text: string, start: string): string {
  const from = text.indexOf(start);
  if (from === -1) return "";
  let end = from + start.length;
  while (end < text.length && /[A-Za-z0-9_-]/.test(text.charAt(end))) end += 1;
  return text.slice(from, end);
}

const UNIT_MS = { seconds: 1000, ms: 1, minutes: 60_000, hours: 3_600_000 } as const;

/** The first wait that is stated where the document says; undefined where none can be read. */
export function readWait(
  places: readonly WaitPlace[] | undefined,
  json: unknown,
  response: Response,
): StatedWait | undefined {
  for (const { unit, ...place } of places ?? []) {
    const found = readOne(place, json, response);
    const waitMs = found === undefined ? undefined : milliseconds(found.text, unit);
    if (found !== undefined && waitMs !== undefined)
      return {
        waitMs,
        name: found.place,
        raw: found.text.slice(0, 80),
        from: place.header === undefined ? "body" : "header",
      };
  }
  return undefined;
}

/** Reads the number or duration a text begins with, as in "54 seconds." and "6m0s. Visit …". */
function milliseconds(text: string, unit: WaitPlace["unit"]): number | undefined {
  const start = text.trim().slice(0, 40);
  if (unit === "duration")
    return parseDurationMs(/^[0-9][0-9.a-zµ]*/.exec(start)?.[0].replace(/\.$/, "") ?? "") ?? undefined;
  const digits = /^\d{1,10}(?:\.\d{1,6})?/.exec(start)?.[0];
  return digits === undefined ? undefined : Number(digits) * UNIT_MS[unit];
}
