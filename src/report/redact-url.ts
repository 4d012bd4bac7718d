import type { Providers } from "../catalogue/provider.ts";
import { findProvider } from "../catalogue/find-provider.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { providerRules } from "./provider-rules.ts";
import { writeRedacted } from "./redact/mark.ts";
import type { Place } from "./redact/part.ts";
import { redactParts } from "./redact/redact-parts.ts";

function redactOne(place: Place, text: string, providers: Providers, providerId: string | null): string {
  try {
    const redacted = redactParts([{ place, text, rules: providerRules(providers, providerId) }], {
      documented: new Set(),
      policy: DEFAULT_POLICY,
    });
    return writeRedacted(redacted.parts[0] ?? []);
  } catch {
    // Fail closed: what could not be searched is not shown.
    return "REDACTED-unreadable-1";
  }
}

/** Where a single text on a screen comes from. */
export type PresentedPlace =
  | { readonly kind: "url" }
  | { readonly kind: "header"; readonly name: string }
  | { readonly kind: "text" };

/** A recorded text for a shared screen, by the same rules as in reports. `place` decides how it is read. Never throws. */
export function presentText(text: string, place: PresentedPlace, providers: Providers): string {
  switch (place.kind) {
    case "url":
      return redactUrl(text, providers);
    case "header":
      return redactOne(place, text, providers, null);
    case "text":
      return redactText(text, providers);
  }
}

/** A URL for tables and lists, by the same rules as in reports. Never throws. */
export function redactUrl(url: string, providers: Providers): string {
  return redactOne({ kind: "url" }, url, providers, findProvider(providers, url)?.provider.id ?? null);
}

/** A message or another short text for tables and lists, by the same rules as in reports. Never throws. */
export function redactText(text: string, providers: Providers): string {
  return redactOne({ kind: "text", name: "" }, text, providers, null);
}
