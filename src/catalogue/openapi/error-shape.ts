import { pointerTo } from "../../web/json-pointer.ts";
import type { Envelope } from "../provider.ts";
import type { ErrorResponse } from "./error-responses.ts";
import { type Fields, fieldsOf, isFields, listOf, memberOf, resolved } from "./open-api.ts";

/** A place in an error body, and the values that the document names for it. */
export type Place = { readonly pointer: string; readonly values: readonly string[] };

const MAX_DEPTH = 4;
const MAX_PLACES = 300;
const MAX_VALUES = 500;
const MAX_SCHEMAS = 2000;
/** In all bodies together: beyond, only examples are looked at. */
const MAX_ALL_SCHEMAS = 100_000;

/** Members by what their names say, best first. A name counts in any case and spelling (errorCode, error_code). */
const NAMES = {
  code: ["code", "errorcode", "reason", "errortype", "error", "status", "key"],
  message: ["message", "detail", "errormessage", "errordescription", "description", "title", "msg", "error"],
  type: ["type", "errortype", "category", "kind"],
  field: ["field", "param", "parameter", "property", "pointer"],
  details: ["details", "errors", "violations", "fields"],
  requestId: ["requestid", "traceid", "correlationid", "reqid"],
  timestamp: ["timestamp", "time"],
} as const;

/**
 * Reads the error responses of one document: all scalar and list places of their bodies, from schemas and examples. A
 * schema that thousands of operations share is gone through once.
 */
export function placesReader(root: Fields): (response: ErrorResponse) => readonly Place[] {
  const known = new Map<Fields, readonly Noted[]>();
  let left = MAX_ALL_SCHEMAS;
  const notedIn = (schema: Fields): readonly Noted[] => {
    const before = known.get(schema);
    if (before !== undefined) return before;
    const noted: Noted[] = [];
    const budget = Math.min(MAX_SCHEMAS, left);
    const walk: Walk = { root, note: (keys, values) => void noted.push({ keys, values }), schemasLeft: budget };
    walkSchema(walk, schema, []);
    left -= budget - Math.max(0, walk.schemasLeft);
    known.set(schema, noted);
    return noted;
  };
  return (response) => placesOf(response, notedIn);
}

function placesOf(response: ErrorResponse, notedIn: (schema: Fields) => readonly Noted[]): readonly Place[] {
  const places = new Map<string, Set<string>>();
  const note = (keys: readonly string[], values: readonly unknown[]): void => {
    const pointer = pointerTo(keys);
    if (!places.has(pointer) && places.size >= MAX_PLACES) return;
    const known = places.get(pointer) ?? new Set();
    for (const value of values)
      if ((typeof value === "string" || typeof value === "number") && known.size < MAX_VALUES) known.add(String(value));
    places.set(pointer, known);
  };
  for (const schema of response.schemas) for (const { keys, values } of notedIn(schema)) note(keys, values);
  for (const example of response.examples) walkExample(example, [], note);
  return [...places].map(([pointer, values]) => ({ pointer, values: [...values] }));
}

type Note = (keys: readonly string[], values: readonly unknown[]) => void;
type Noted = { readonly keys: readonly string[]; readonly values: readonly unknown[] };
type Walk = { readonly root: Fields; readonly note: Note; schemasLeft: number };

function walkSchema(walk: Walk, value: unknown, keys: readonly string[], nesting = 0): void {
  walk.schemasLeft -= 1;
  // A schema may contain itself: the depth ends each loop, the number of schemas all of them together.
  if (walk.schemasLeft < 0 || keys.length > MAX_DEPTH || nesting > MAX_DEPTH) return;
  const schema = resolved(walk.root, value);
  for (const group of ["allOf", "oneOf", "anyOf"])
    for (const part of listOf(memberOf(schema, group))) walkSchema(walk, part, keys, nesting + 1);
  const members = Object.entries(fieldsOf(memberOf(schema, "properties")));
  for (const [name, member] of members) walkSchema(walk, member, [...keys, name]);
  if (members.length > 0 || keys.length === 0) return;
  const named = [memberOf(schema, "const"), memberOf(schema, "example"), memberOf(schema, "default")];
  walk.note(keys, [...listOf(memberOf(schema, "enum")), ...listOf(memberOf(schema, "examples")), ...named]);
}

function walkExample(value: unknown, keys: readonly string[], note: Note): void {
  if (keys.length > MAX_DEPTH) return;
  if (!isFields(value)) {
    if (keys.length > 0) note(keys, [value]);
    return;
  }
  for (const [name, member] of Object.entries(value).slice(0, 60)) walkExample(member, [...keys, name], note);
}

/** Codes look like one word: `RATE_LIMITED`, `card.declined`, `40012`. A sentence is a message. */
export function isCode(value: string): boolean {
  return /^[A-Za-z0-9][\w.:/-]{1,79}$/.test(value) && !/^(?:true|false|null|string|error)$/i.test(value);
}

/** The envelope that these places make; undefined where neither a code nor a message has a place. */
export function shapeOf(places: readonly Place[]): Envelope | undefined {
  const code = best(places, NAMES.code, ({ values }) => values.length === 0 || values.some(isCode));
  const message = best(places, NAMES.message, ({ pointer }) => pointer !== code);
  const anchor = code ?? message;
  if (anchor === undefined) return undefined;
  const beside = places.filter(({ pointer }) => pointer !== code && pointer !== message);
  const field = best(beside, NAMES.field);
  return {
    name: `error at ${anchor}`.slice(0, 100),
    requires: [anchor],
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    ...part("type", best(beside, NAMES.type)),
    ...(field === undefined ? {} : { field: [field] }),
    ...part("details", best(beside, NAMES.details)),
    ...part("requestId", best(beside, NAMES.requestId)),
    ...part("timestamp", best(beside, NAMES.timestamp)),
    source: "seed",
  };
}

function part<Name extends string>(name: Name, pointer: string | undefined): Partial<Record<Name, string>> {
  // oxlint-disable-next-line no-unsafe-type-assertion -- TypeScript widens a computed name to string
  return pointer === undefined ? {} : ({ [name]: pointer } as Record<Name, string>);
}

/** The place with the best name, then the nearest to the root. Items of lists ("/errors/0/…") come last. */
function best(
  places: readonly Place[],
  names: readonly string[],
  fits: (place: Place) => boolean = () => true,
): string | undefined {
  const ranked = places
    .filter((place) => place.pointer.length <= 200 && fits(place))
    .map(({ pointer }) => ({ pointer, rank: names.indexOf(plainName(pointer)) }))
    .filter(({ rank }) => rank !== -1)
    .toSorted((one, other) => one.rank - other.rank || one.pointer.length - other.pointer.length);
  return ranked[0]?.pointer;
}

function plainName(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf("/") + 1)
    .replaceAll(/[_-]/g, "")
    .toLowerCase();
}
