import type { CodeEntry, Provider, StatusEntry } from "../provider.ts";
import { blankEntry, NOT_WRITTEN, RETRY_OPEN } from "../blank-entry.ts";
import { keysOf } from "../../web/json-pointer.ts";
import type { ErrorResponse } from "./error-responses.ts";
import { isCode, type Place } from "./error-shape.ts";
import { listOf, memberOf } from "./open-api.ts";

/** An error response with the places found in its bodies. */
export type ReadResponse = ErrorResponse & { readonly places: readonly Place[] };

const MAX_CODES = 1000;

/** An entry for each status that a response documents, with the page's own description as a first text. */
export function statusesOf(responses: readonly ErrorResponse[]): Provider["statuses"] {
  const statuses: Record<string, StatusEntry> = {};
  for (const { status, description } of responses) {
    if (!/^\d+$/.test(status) || Object.hasOwn(statuses, status)) continue;
    const meaning = description === undefined ? NOT_WRITTEN : sentence(description);
    const title = titleOf(description) ?? `Status ${status}`;
    statuses[status] = { title, meaning, causes: [], fixes: [], source: ["seed"], unstated: [RETRY_OPEN] };
  }
  return statuses;
}

/** An entry for each code that stands at `pointer` in an enumeration or an example; a status where only one has it. */
export function codesOf(responses: readonly ReadResponse[], pointer: string): Provider["codes"] {
  const statusesByCode = new Map<string, Set<string>>();
  for (const { status, places, examples } of responses) {
    const named = places.find((place) => place.pointer === pointer)?.values ?? [];
    const shown = examples.map((example) => scalar(keysOf(pointer).reduce(step, example)));
    for (const code of [...named, ...shown]) {
      if (code === undefined || !isCode(code) || statusesByCode.size >= MAX_CODES) continue;
      statusesByCode.set(code, (statusesByCode.get(code) ?? new Set()).add(status));
    }
  }
  const entries = [...statusesByCode].map(([code, statuses]) => [code, entryOf(code, [...statuses])] as const);
  return Object.fromEntries(entries.filter(([code]) => !REFUSED.has(code)));
}

/** No document may have members of these names: see `readProvider`. */
const REFUSED: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

function step(value: unknown, key: string): unknown {
  return Array.isArray(value) ? listOf(value)[Number(key)] : memberOf(value, key);
}

function scalar(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function entryOf(code: string, statuses: readonly string[]): CodeEntry {
  const exact = statuses.filter((status) => /^\d+$/.test(status)).map(Number);
  const [only] = exact;
  return {
    ...blankEntry(code),
    status: exact.length === 1 && only !== undefined && only <= 599 ? only : null,
    source: ["seed"],
    unstated: [RETRY_OPEN, ...(exact.length > 1 ? [`The document has it with statuses ${exact.join(", ")}.`] : [])],
  };
}

function titleOf(description: string | undefined): string | undefined {
  const first = description?.split(/[.\n]/, 1)[0]?.trim();
  if (first === undefined || first === "" || first.toUpperCase() === first) return undefined;
  // at most 60 characters
  return (first.length <= 60 ? first : `${first.slice(0, 59)}…`).replace(/[!?]+$/, "") || undefined;
}

function sentence(description: string): string {
  const plain = description.replaceAll(/\s+/g, " ").trim().slice(0, 590);
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}
