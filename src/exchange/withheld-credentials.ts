import { asArray, asRecord, asString } from "./json-fields.ts";
import type { Har } from "./read-har.ts";

const CREDENTIAL_HEADERS: ReadonlySet<string> = new Set(["authorization", "cookie", "set-cookie"]);

function carriesCredentials(message: unknown): boolean {
  return asArray(asRecord(message)?.["headers"]).some((header) =>
    CREDENTIAL_HEADERS.has((asString(asRecord(header)?.["name"]) ?? "").toLowerCase()),
  );
}

/**
 * Whether this looks like a HAR that Chrome sanitised on export, its default since version 130: written by Chrome
 * (which signs as "WebInspector"), with no Authorization, Cookie or Set-Cookie in any entry. Nothing may be concluded
 * from a missing credential in such a file.
 */
export function credentialsWithheld(har: Har): boolean {
  if (har.creator !== "WebInspector" || har.entries.length === 0) return false;
  return !har.entries.some(
    (entry) => carriesCredentials(asRecord(entry)?.["request"]) || carriesCredentials(asRecord(entry)?.["response"]),
  );
}
