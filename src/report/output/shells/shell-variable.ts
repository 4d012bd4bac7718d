import type { Mark } from "../../redact/mark.ts";

/** Kinds whose text is no credential one would set to try the call again. */
const NOT_VARIABLES: ReadonlySet<string> = new Set([
  "email",
  "ip",
  "personal",
  "file",
  "withheld",
  "whole",
  "unreadable",
  "card",
  "account-number",
  "address",
  "organization-id",
]);

/** Whether a mark becomes an environment variable in a command. */
export function isVariable(mark: Mark): boolean {
  return !NOT_VARIABLES.has(mark.kind);
}

/** `FAULTLINE_API_KEY`, and `FAULTLINE_API_KEY_2` for the second of its kind. */
export function variableName(mark: Mark): string {
  const base = `FAULTLINE_${mark.kind.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}`;
  return mark.number === 1 ? base : `${base}_${mark.number}`;
}
