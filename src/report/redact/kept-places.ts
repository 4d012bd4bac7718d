import type { RedactionCount, RedactionPlace } from "../output/writer.ts";
import { isCredentialKind } from "./keep.ts";
import type { KeptSecret } from "./redact-parts.ts";

/** How many values of each kind stay on the user's word. */
export function countKept(kept: readonly KeptSecret[]): readonly RedactionCount[] {
  const ids = new Map<string, Set<string>>();
  for (const { secret } of kept) ids.set(secret.kind, (ids.get(secret.kind) ?? new Set()).add(secret.id));
  return [...ids]
    .map(([kind, known]) => ({ kind, count: known.size }))
    .toSorted((a, b) => a.kind.localeCompare(b.kind));
}

/** The same one by one, with the first place of each. */
export function keptPlaces(kept: readonly KeptSecret[]): readonly RedactionPlace[] {
  const places = new Map<string, RedactionPlace>();
  for (const { secret, where, reason } of kept) {
    const { id, kind, number } = secret;
    if (!places.has(id))
      places.set(id, { id, kind, number, where, reason, count: 1, isCredential: isCredentialKind(kind) });
  }
  return [...places.values()];
}
