import type { Envelope, Provider } from "../provider.ts";
import { readProvider } from "../read-provider.ts";
import { codesOf, type ReadResponse, statusesOf } from "./draft-codes.ts";
import { errorResponses } from "./error-responses.ts";
import { placesReader, shapeOf } from "./error-shape.ts";
import { type Fields, isFields, memberOf, textOf } from "./open-api.ts";
import { securityOf } from "./security.ts";
import { hostsOfServers } from "./servers.ts";

/**
 * A provider document to go on from. `missing` says in sentences what the description does not hold or what was not
 * found in it. The draft may still have problems of the schema (no host), which the editor shows as of any document.
 */
export type ProviderDraft =
  | { readonly ok: true; readonly document: Provider; readonly missing: readonly string[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Drafts a provider document from an OpenAPI 3 description (as JSON or YAML gave it): hosts from its servers, envelopes from the
 * schemas and examples of its error responses, codes from enumerations and examples, statuses, places of keys, headers.
 * Never throws, and follows no reference out of the document.
 */
export function providerFromOpenApi(description: unknown): ProviderDraft {
  try {
    return draft(description);
  } catch {
    // Only a value that is no JSON gets here: a proxy or a getter that throws.
    return { ok: false, problem: "The description could not be read as JSON." };
  }
}

function draft(root: unknown): ProviderDraft {
  if (!isFields(root)) return { ok: false, problem: 'An OpenAPI description is an object with the member "openapi".' };
  if (memberOf(root, "swagger") !== undefined)
    return { ok: false, problem: "This is Swagger 2: convert it to OpenAPI 3 first." };
  if (!String(memberOf(root, "openapi")).startsWith("3."))
    return { ok: false, problem: 'The member "openapi" with a version 3.x is missing.' };
  const placesOf = placesReader(root);
  const responses = errorResponses(root).map((response) => ({ ...response, places: placesOf(response) }));
  const { hosts, missing: hostGaps } = hostsOfServers(root);
  const { authentication, missing: keyGaps } = securityOf(root);
  const envelopes = envelopesOf(responses);
  const codes = Object.fromEntries(
    envelopes.flatMap(({ code }) => (typeof code === "string" ? Object.entries(codesOf(responses, code)) : [])),
  );
  const headers = [...new Set(responses.flatMap((response) => response.headers))];
  const document: Provider = {
    schemaVersion: 1,
    ...nameOf(root),
    hosts: [...hosts],
    docs: linkOf(root),
    support: { contacts: [], asksFor: [] },
    authentication,
    envelopes: envelopes.length > 0 ? envelopes : [PLAIN],
    requestId: {
      headers: headers.filter((name) => /(?:request|correlation|trace)-?id$/i.test(name)).map(fromSeed),
    },
    ...limitsOf(headers),
    limits: [],
    redaction: { secretFields: [], secretQuery: [], secretHeaders: [], personalFields: [], dropBodies: [] },
    idPrefixes: [],
    statuses: statusesOf(responses),
    codes,
    conflicts: [],
    unstated: [],
  };
  const gaps = [
    ...hostGaps,
    ...keyGaps,
    ...(responses.length === 0 ? ["No operation documents an error response."] : []),
    ...(envelopes.length === 0 ? ["No schema and no example shows what an error looks like: check envelopes."] : []),
    ...(Object.keys(codes).length === 0 ? ["No enumeration and no example names a code."] : []),
    ...(document.requestId.headers.length === 0 ? ["No response header with a request id is documented."] : []),
    ...(document.rateLimit === undefined ? ["No rate-limit header is documented."] : []),
    "Whether to retry is nowhere in an OpenAPI description: add retry to codes and statuses.",
    "Which fields hold secrets or personal data has to be added by hand: redaction.",
  ];
  return { ok: true, document, missing: [...gaps, ...problemsOf(document)] };
}

const PLAIN: Envelope = { name: "message", requires: ["/message"], message: "/message", source: "seed" };

/** Each shape once, the most frequent first: of equally demanding envelopes the first one wins. */
function envelopesOf(responses: readonly ReadResponse[]): Envelope[] {
  const counts = new Map<string, { readonly envelope: Envelope; count: number }>();
  for (const { places } of responses) {
    const envelope = shapeOf(places);
    if (envelope === undefined) continue;
    const known = counts.get(envelope.name);
    if (known === undefined) counts.set(envelope.name, { envelope, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count).map(({ envelope }) => envelope);
}

function nameOf(root: Fields): Pick<Provider, "id" | "name"> {
  const name =
    textOf(memberOf(memberOf(root, "info"), "title"))
      ?.replaceAll(/\s+/g, " ")
      .slice(0, 100) ?? "Drafted API";
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 31)
    .replace(/-$/, "");
  return { id: slug.length >= 2 ? slug : "drafted-api", name };
}

function linkOf(root: Fields): Provider["docs"] {
  const url = textOf(memberOf(memberOf(root, "externalDocs"), "url"));
  return url?.startsWith("https://") === true && url.length <= 500 ? { home: url } : {};
}

function fromSeed(name: string): { readonly name: string; readonly source: string } {
  return { name: name.slice(0, 100), source: "seed" };
}

/** The unit of a reset is prose in a description, so the reset is left out and said to be open. */
function limitsOf(headers: readonly string[]): Pick<Provider, "rateLimit"> {
  const find = (what: RegExp): string | undefined =>
    headers.find((name) => /rate-?limit/i.test(name) && what.test(name))?.slice(0, 100);
  const limit = find(/limit$/i);
  const remaining = find(/remaining$/i);
  if (limit === undefined && remaining === undefined) return {};
  return {
    rateLimit: {
      headers: {
        ...(limit === undefined ? {} : { limit }),
        ...(remaining === undefined ? {} : { remaining }),
        source: "seed",
      },
      unstated: ["The unit of the reset header is not written down yet."],
    },
  };
}

function problemsOf(document: Provider): readonly string[] {
  const read = readProvider(document);
  return read.ok ? [] : read.problems.slice(0, 10).map(({ path, message }) => `${path}: ${message}`);
}
