import type { Condition, ValueTest } from "../catalogue/condition.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { headerValue } from "../exchange/headers.ts";
import { hostnameOf, pathOf, readHttpUrl } from "../web/url.ts";
import { lookUp } from "./checks/request-value.ts";
import { valuesAt } from "./values-at.ts";

/** What conditions of a document look at. */
export type Facts = {
  readonly exchange: Exchange;
  /** The parsed response body, or its text where it is no JSON; undefined where there is none. */
  readonly json: unknown;
  /** What the envelope says; null where it says nothing or was not read yet. */
  readonly message: string | null;
  readonly type: string | null;
};

/** Whether everything a condition asks for holds of a call. */
export function holds(condition: Condition, facts: Facts): boolean {
  const { exchange } = facts;
  const { request, response } = exchange;
  return (
    isOneOf(condition.status, response.status) &&
    isOneOf(condition.method, request.method) &&
    passes(condition.host, () => hostOf(request.url)) &&
    passes(condition.path, () => pathOf(request.url)) &&
    passes(condition.message, () => facts.message ?? undefined) &&
    passes(condition.type, () => facts.type ?? undefined) &&
    passAll(condition.header, (name) => headerValue(response.headers, name)) &&
    passAll(condition.requestHeader, (name) => headerValue(request.headers, name)) &&
    passAll(condition.sent, (name) => sentValue(exchange, name)) &&
    Object.entries(condition.body ?? {}).every(([pointer, test]) => anyPasses(test, facts.json, pointer))
  );
}

function hostOf(url: string): string | undefined {
  const read = readHttpUrl(url);
  return read === undefined ? undefined : hostnameOf(read);
}

function isOneOf<Value>(wanted: Value | readonly Value[] | undefined, actual: Value): boolean {
  if (wanted === undefined) return true;
  return Array.isArray(wanted) ? wanted.includes(actual) : wanted === actual;
}

function passes(test: ValueTest | undefined, read: () => string | undefined): boolean {
  return test === undefined || valuePasses(test, read());
}

function passAll(
  tests: Readonly<Record<string, ValueTest>> | undefined,
  read: (name: string) => string | undefined,
): boolean {
  return Object.entries(tests ?? {}).every(([name, test]) => valuePasses(test, read(name)));
}

/** Any of the values at the pointer passes; where there is none, its absence has to. */
export function anyPasses(test: ValueTest, json: unknown, pointer: string): boolean {
  const found = valuesAt(json, pointer);
  return found.length === 0 ? valuePasses(test, undefined) : found.some(({ value }) => valuePasses(test, value));
}

/** Whether a value is as the test says. `undefined` and null are no value; lists and objects have no text. */
export function valuePasses(test: ValueTest, value: unknown): boolean {
  const isThere = value !== undefined && value !== null;
  const text = textOf(value);
  if (typeof test !== "object") return text === String(test);
  if (test.present !== undefined && test.present !== isThere) return false;
  if (test.not !== undefined && listOf(test.not).some((other) => text === String(other))) return false;
  const lower = text?.toLowerCase();
  const some = (wanted: string | string[] | undefined, fits: (part: string) => boolean): boolean =>
    wanted === undefined || (lower !== undefined && listOf(wanted).some((part) => fits(part.toLowerCase())));
  return (
    (test.is === undefined || listOf(test.is).some((wanted) => text === String(wanted))) &&
    some(test.startsWith, (part) => lower?.startsWith(part) === true) &&
    some(test.endsWith, (part) => lower?.endsWith(part) === true) &&
    some(test.contains, (part) => lower?.includes(part) === true) &&
    (test.lacks === undefined || listOf(test.lacks).every((part) => lower?.includes(part.toLowerCase()) !== true))
  );
}

function listOf<Value>(value: Value | Value[]): readonly Value[] {
  return Array.isArray(value) ? value : [value];
}

/** Conditions look at the start of a long text only. */
const MAX_TEXT = 16_384;

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.slice(0, MAX_TEXT);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

function sentValue(exchange: Exchange, name: string): string | undefined {
  const looked = lookUp(exchange, name);
  return looked.found ? (textOf(looked.value) ?? "") : undefined;
}
