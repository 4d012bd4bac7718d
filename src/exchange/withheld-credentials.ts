import { asArray, asRecord, asString } from "./json-fields.ts";

const CREDENTIAL_HEADERS: ReadonlySet<string> = new Set(["authorization", "cookie", "set-cookie"]);

function holdsCredentials(message: unknown): boolean {
  return asArray(asRecord(message)?.["headers"]).some((header) =>
    CREDENTIAL_HEADERS.has((asString(asRecord(header)?.["name"]) ?? "").toLowerCase()),
  );
}

/** Whether a HAR entry, unread, carries an Authorization, Cookie or Set-Cookie header. */
export function carriesCredentials(entry: unknown): boolean {
  const fields = asRecord(entry);
  return holdsCredentials(fields?.["request"]) || holdsCredentials(fields?.["response"]);
}

/**
 * Whether a recording looks like a HAR that Chrome sanitised on export, its default since version 130: written by Chrome
 * (which signs as "WebInspector"), with a credential in none of its `count` entries. Nothing may be concluded from a
 * missing credential in such a file.
 */
export function credentialsWithheld(recording: {
  readonly creator: string;
  readonly count: number;
  readonly anyCarried: boolean;
}): boolean {
  return recording.creator === "WebInspector" && recording.count > 0 && !recording.anyCarried;
}
