/** A plain JSON object of unknown members; undefined for anything else (arrays and null too). */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  // oxlint-disable-next-line no-unsafe-type-assertion -- every member is still unknown, so it claims nothing
  return value as Record<string, unknown>;
}

/** The array, or an empty one for anything else. */
export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The string; numbers and booleans in their JSON spelling; undefined for anything else. */
export function asString(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** The finite number; undefined for anything else. */
export function asNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** The non-empty string; null for anything else. */
export function asText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
