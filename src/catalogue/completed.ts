import { pointerTo } from "../web/json-pointer.ts";
import type { Provider, WrittenProvider } from "./provider.ts";

/*
 * From a document as it is written to one as it is used: members that were left out are there, and names of sources are
 * addresses. Apart from the schema, so that documents that ship are completed without it.
 */

/** A name in `source` or `docs` that the document's `sources` do not have. `path` is a JSON pointer. */
export type UnknownSource = { readonly path: string; readonly name: string };

/** What a document has where it says nothing. */
const EMPTY: Readonly<Record<string, object>> = {
  docs: {},
  support: { contacts: [], asksFor: [] },
  authentication: { keys: [] },
  requestId: { headers: [] },
  limits: [],
  redaction: { secretFields: [], secretQuery: [], secretHeaders: [], personalFields: [], dropBodies: [] },
  idPrefixes: [],
  statuses: {},
  conflicts: [],
  unstated: [],
};
const EMPTY_ENTRY = { causes: [], fixes: [] };

/** The whole document. Names of sources that are not there stay as they are: `unknownSources` finds them. */
export function completed(written: WrittenProvider): Provider {
  const whole: Record<string, unknown> = { ...written };
  for (const [name, empty] of Object.entries(EMPTY))
    whole[name] = Array.isArray(empty) ? (whole[name] ?? empty) : { ...empty, ...asObject(whole[name]) };
  for (const name of ["statuses", "codes", "subcodes"]) {
    const table = asObject(whole[name]);
    if (table === undefined) continue;
    const entries = Object.entries(table);
    whole[name] = Object.fromEntries(entries.map(([code, entry]) => [code, { ...EMPTY_ENTRY, ...asObject(entry) }]));
  }
  const addresses = new Map(Object.entries(written.sources ?? {}).map(([name, { url }]) => [name, url]));
  // oxlint-disable-next-line no-unsafe-type-assertion -- a written document with all that it may leave out
  return (addresses.size === 0 ? whole : withAddresses(whole, "", addresses)) as Provider;
}

function asObject(value: unknown): object | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

type Addresses = ReadonlyMap<string, string>;

/** Members that hold conditions: a name in them is one of the API's. */
const CONDITIONS: ReadonlySet<string> = new Set(["when", "recognisedBy", "where", "sources"]);
/** Members that name sources. */
const LINKS: ReadonlySet<string> = new Set(["source", "docs"]);

function withAddresses(value: unknown, name: string, addresses: Addresses): unknown {
  if (typeof value === "string") return LINKS.has(name) ? (addresses.get(value) ?? value) : value;
  if (Array.isArray(value)) return value.map((item) => withAddresses(item, name, addresses));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]): [string, unknown] => [
      key,
      CONDITIONS.has(key) ? member : withAddresses(member, name === "docs" ? name : key, addresses),
    ]),
  );
}

const WORDS_OF_THEIR_OWN: ReadonlySet<string> = new Set(["seed", "recorded"]);

/** Names in `source` and `docs` that are neither addresses nor in the document's `sources`. */
export function unknownSources(document: Provider): readonly UnknownSource[] {
  const known = new Set(Object.keys(document.sources ?? {}));
  const found: UnknownSource[] = [];
  const look = (value: unknown, keys: readonly string[], name: string): void => {
    if (typeof value === "string") {
      const isName = LINKS.has(name) && !value.includes(":") && !WORDS_OF_THEIR_OWN.has(value);
      if (isName && !known.has(value)) found.push({ path: pointerTo(keys), name: value });
    } else if (typeof value === "object" && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        if (CONDITIONS.has(key)) continue;
        look(member, [...keys, key], Array.isArray(value) || name === "docs" ? name : key);
      }
    }
  };
  look(document, [], "");
  return found;
}
