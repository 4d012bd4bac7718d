import type { HeaderList } from "../exchange/exchange.ts";
import { fnv1a } from "../web/hash.ts";
import { queryOf } from "../web/url.ts";

/** Request headers that hold credentials in the APIs at large. Cookies are left out: they change with every visit. */
const CREDENTIAL_HEADERS: readonly string[] = [
  "authorization",
  "x-api-key",
  "api-key",
  "apikey",
  "x-auth-token",
  "x-access-token",
  "x-goog-api-key",
  "private-token",
];

/** The fingerprint of a call without a credential. */
export const NO_KEY = "none";

/**
 * A short id of the credential a request was sent with, to keep the limits of several keys apart. Only 32 bits of a
 * hash (FNV-1a) in base 36: many credentials share each id, so the credential cannot be told from it. `queryNames` are
 * the query parameters in which this API accepts a key. "none" if no credential was sent.
 */
export function keyFingerprint(headers: HeaderList, url: string, queryNames: readonly string[] = []): string {
  const parts: string[] = [];
  for (const name of CREDENTIAL_HEADERS) {
    for (const header of headers) {
      if (header.name.length !== name.length || header.name.toLowerCase() !== name) continue;
      const value = header.value.trim();
      if (value !== "") parts.push(`${name}:${value}`);
    }
  }
  const wanted = new Set(queryNames.map((name) => name.toLowerCase()));
  for (const { name, value } of wanted.size === 0 ? [] : queryOf(url)) {
    if (wanted.has(name.toLowerCase()) && value !== "") parts.push(`?${name.toLowerCase()}:${value}`);
  }
  return parts.length === 0 ? NO_KEY : fnv1a(parts.join("\n")).toString(36).padStart(7, "0");
}
