import type { CodeEntry, Provider } from "../provider.ts";

/** A small valid provider document for tests; give only the members that matter to the case. */
export function aProvider(members: Partial<Provider> = {}): Provider {
  return {
    schemaVersion: 1,
    id: "example",
    name: "Example",
    hosts: [{ host: "api.example.test", source: "seed" }],
    docs: {},
    support: { contacts: [], asksFor: [] },
    authentication: { headers: [{ name: "Authorization", scheme: "Bearer", source: "seed" }], keys: [] },
    envelopes: [
      { name: "plain", requires: ["/error/code"], code: "/error/code", message: "/error/message", source: "seed" },
    ],
    requestId: { headers: [] },
    limits: [],
    redaction: { secretFields: [], secretQuery: [], secretHeaders: [], personalFields: [], dropBodies: [] },
    idPrefixes: [],
    statuses: {},
    codes: {},
    conflicts: [],
    unstated: [],
    ...members,
  };
}

/** A valid entry of a code, for `aProvider({ codes: { … } })`. */
export function aCodeEntry(members: Partial<CodeEntry> = {}): CodeEntry {
  return {
    title: "Not allowed",
    meaning: "The key may not do this.",
    causes: [],
    fixes: [],
    retry: { advise: "no", reason: "The same request fails the same way.", basis: "documented", source: "seed" },
    source: ["seed"],
    status: 403,
    ...members,
  };
}
