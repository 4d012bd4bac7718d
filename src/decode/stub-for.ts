import { blankEntry, RETRY_OPEN } from "../catalogue/blank-entry.ts";
import { GENERIC_ID } from "../catalogue/generic-host.ts";
import type { CodeEntry, Envelope, Provider, Providers } from "../catalogue/provider.ts";
import { hostOfUrl } from "../web/url.ts";
import { pointerTo } from "../web/json-pointer.ts";
import type { ApiEvent } from "./api-event.ts";
import { readGeneric } from "./envelopes/read-generic.ts";

/**
 * The start of a catalogue entry for a failure nobody has described. Of a known API it is an extension with the one
 * code (or status); of another host a document of its own. `questions` is what whoever knows the API has to answer.
 */
export type Stub = {
  /** JSON for the editor of provider documents. */
  readonly document: { readonly [member: string]: unknown };
  /** JSON pointer to the entry in the document. */
  readonly path: string;
  readonly questions: readonly string[];
};

/**
 * Makes the stub of a recorded failure; undefined where there is nothing to add: successes, failures without a response,
 * and codes that the catalogue has. Only the code, the status and the names of places are taken over, no message and no
 * value: documents are shared, and those may hold personal data.
 */
export function stubFor(event: ApiEvent, { providers }: Providers): Stub | undefined {
  const { status } = event.exchange.response;
  if (event.outcome !== "failure" || status === 0 || (event.meaning === "known" && event.explainedBy === "code"))
    return undefined;
  const provider = providers.find(({ id }) => id === event.providerId);
  const code = event.code !== null && isUsable(event.code) ? event.code : null;
  const entry = code === null ? undefined : codeEntry(code, status);
  const part =
    code === null || entry === undefined
      ? { statuses: { [String(status)]: statusEntry(status) } }
      : { codes: { [code]: entry } };
  const path = code === null ? `/statuses/${status}` : pointerTo(["codes", code]);
  const what = code ?? `status ${status}`;
  const questions = [
    `What does ${what} mean, and what has not been done when it comes?`,
    "What are its causes, and can the request show which one it is?",
    "Does repeating the same request help, and after how long?",
    ...(code === null ? [] : [`Does ${code} always come with status ${status}?`]),
    "Which page documents it?",
  ];
  if (provider !== undefined && provider.id !== GENERIC_ID)
    return { document: { schemaVersion: 1, extends: provider.id, ...part }, path, questions };
  const host = hostOfUrl(event.exchange.request.url);
  if (host === undefined) return undefined;
  return {
    document: { ...newDocument(host, event), ...part },
    path,
    questions: [...questions, "What is the API called, and where do its keys stand?", "Which fields hold secrets?"],
  };
}

/** Names that no document may use for a member, and codes too long to be one. */
function isUsable(code: string): boolean {
  return code.length <= 200 && !["__proto__", "constructor", "prototype"].includes(code) && !/\p{Cc}/u.test(code);
}

function codeEntry(code: string, status: number): CodeEntry {
  return { ...blankEntry(code), status: status >= 400 ? status : null, source: ["recorded"], unstated: [RETRY_OPEN] };
}

function statusEntry(status: number): Provider["statuses"][string] {
  const { meaning, causes, fixes } = blankEntry("");
  return { title: `Status ${status}`, meaning, causes, fixes, source: ["recorded"], unstated: [RETRY_OPEN] };
}

function newDocument(host: string, event: ApiEvent): Provider {
  const slug = host
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 31)
    .replace(/-$/, "");
  return {
    schemaVersion: 1,
    id: slug.length >= 2 ? slug : "own-api",
    name: host.slice(0, 100),
    hosts: [{ host, source: "recorded" }],
    docs: {},
    support: { contacts: [], asksFor: [] },
    authentication: { headers: [{ name: "Authorization", source: "recorded" }], keys: [] },
    envelopes: [envelopeOf(event)],
    requestId: {
      headers:
        event.requestId?.from === "header" ? [{ name: event.requestId.name.slice(0, 100), source: "recorded" }] : [],
    },
    limits: [],
    redaction: { secretFields: [], secretQuery: [], secretHeaders: [], personalFields: [], dropBodies: [] },
    idPrefixes: [],
    statuses: {},
    codes: {},
    conflicts: [],
    unstated: [],
  };
}

/** Where this body has its members; a guess where it has no known form. */
function envelopeOf({ exchange }: ApiEvent): Envelope {
  const [envelope] = readGeneric(exchange, "").provider.envelopes;
  if (envelope === undefined)
    return { name: "message", requires: ["/message"], message: "/message", source: "recorded" };
  const [anchor = "/message"] = [envelope.code, envelope.message].filter((place) => typeof place === "string");
  return { ...envelope, requires: [anchor], source: "recorded" };
}
