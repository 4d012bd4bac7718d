import type { HeaderList } from "../exchange/exchange.ts";

/** Longest value read. Real rate-limit fields have a few hundred characters; the bound keeps reading far under a millisecond. */
const MAX_VALUE_CHARS = 1024;
const MAX_NAME_CHARS = 100;
const MAX_LINES = 32;

/** One response field with all its lines in wire order. */
export type Field = {
  /** As received. */
  readonly name: string;
  readonly lines: readonly string[];
};

/** Response fields by lower-case name. */
export type FieldMap = ReadonlyMap<string, Field>;

/**
 * Folds a header list (RFC 9110 section 5.3): lines of one name together, Chromium's line-feed joins split again, blanks
 * around values removed, values too long to mean anything left out.
 */
export function foldFields(headers: HeaderList): FieldMap {
  const fields = new Map<string, { name: string; lines: string[] }>();
  for (const { name, value } of headers) {
    if (name.length === 0 || name.length > MAX_NAME_CHARS) continue;
    const key = name.toLowerCase();
    const field = fields.get(key) ?? { name, lines: [] };
    fields.set(key, field);
    if (value.length > MAX_VALUE_CHARS) {
      // A line that cannot be read still counts as a line: dropping it could turn a doubled field into a single one.
      field.lines.push("");
      continue;
    }
    for (const line of value.split("\n", MAX_LINES)) {
      if (field.lines.length < MAX_LINES) field.lines.push(line.replace(/^[ \t\r]+/, "").trimEnd());
    }
  }
  return fields;
}

/** The combined value, joined with ", " (RFC 9110 section 5.3). */
export function combined(field: Field): string {
  return field.lines.join(", ");
}

const DAY_NAME = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

/** Members of a comma-separated value. The comma inside an HTTP-date does not separate. */
export function listMembers(field: Field): readonly string[] {
  const members: string[] = [];
  let dayName: string | null = null;
  for (const piece of combined(field).split(",")) {
    const text = piece.trim();
    if (dayName !== null) {
      members.push(`${dayName}, ${text}`);
      dayName = null;
    } else if (DAY_NAME.test(text)) {
      dayName = text;
    } else {
      members.push(text);
    }
  }
  if (dayName !== null) members.push(dayName);
  return members;
}

/**
 * The value of a field that holds one value. A sender must not repeat such a field (RFC 9110 section 5.3), so
 * repetitions that differ have no defined value: null. Equal repetitions are one.
 */
export function singleValue(field: Field): string | null {
  const members = listMembers(field);
  const first = members[0];
  return first !== undefined && first !== "" && members.every((member) => member === first) ? first : null;
}
