import { pointerTo } from "../web/json-pointer.ts";
import { extended } from "./extended.ts";
import { baseOf, extensionSchema, isExtension } from "./extension.ts";
import type { Provider } from "./provider.ts";
import { type DocumentProblem, findUnsafe, readBySchema, readProvider } from "./read-provider.ts";

/**
 * What a user's value holds: the usable documents, whole (extensions are carried out), and what keeps others from being
 * used. Paths are JSON pointers into the value that was given.
 */
export type ReadDocuments = {
  readonly providers: readonly Provider[];
  readonly problems: readonly DocumentProblem[];
};

const MAX_DOCUMENTS = 100;

/**
 * Reads one document, a list of them, or a pack (`{"providers": […]}`), each whole or extending a built-in one. Good
 * documents are kept where others have problems. An id that is built in or used twice is refused. Never throws.
 */
export function readDocuments(value: unknown, builtIn: readonly Provider[]): ReadDocuments {
  const found = itemsOf(value);
  if (!found.ok) return { providers: [], problems: [found.problem] };
  const providers: Provider[] = [];
  const problems: DocumentProblem[] = [];
  for (const { item, keys } of found.items) {
    const read = readOne(item, builtIn);
    if (!read.ok) {
      problems.push(...read.problems.map(({ path, message }) => ({ path: pointerTo(keys) + path, message })));
    } else if (providers.some(({ id }) => id === read.provider.id)) {
      problems.push({ path: pointerTo([...keys, "id"]), message: `The id "${read.provider.id}" is used twice.` });
    } else providers.push(read.provider);
  }
  return { providers, problems };
}

type Item = { readonly item: unknown; readonly keys: readonly (string | number)[] };

type Items =
  | { readonly ok: true; readonly items: readonly Item[] }
  | { readonly ok: false; readonly problem: DocumentProblem };

function itemsOf(value: unknown): Items {
  const unsafe = safely(() => findUnsafe(value));
  if (unsafe !== undefined) return { ok: false, problem: unsafe };
  const isPack = typeof value === "object" && value !== null && Object.hasOwn(value, "providers");
  const list: unknown = isPack ? Reflect.get(value, "providers") : value;
  if (!Array.isArray(list)) {
    return isPack
      ? refused("/providers", "A pack's providers are a list.")
      : { ok: true, items: [{ item: value, keys: [] }] };
  }
  const strange = isPack ? Object.keys(value).find((key) => !PACK_MEMBERS.has(key)) : undefined;
  if (strange !== undefined) return refused(pointerTo([strange]), `A pack has no member "${strange}".`);
  if (list.length > MAX_DOCUMENTS)
    return refused(isPack ? "/providers" : "", `A pack has at most ${MAX_DOCUMENTS} documents.`);
  const items = list.map((item: unknown, index) => ({ item, keys: isPack ? ["providers", index] : [index] }));
  return { ok: true, items };
}

function refused(path: string, message: string): Items {
  return { ok: false, problem: { path, message } };
}

const PACK_MEMBERS: ReadonlySet<string> = new Set(["$schema", "providers"]);

function readOne(item: unknown, builtIn: readonly Provider[]): ReturnType<typeof readProvider> {
  if (!isExtension(item)) {
    const read = readProvider(item);
    if (!read.ok || builtIn.every(({ id }) => id !== read.provider.id)) return read;
    const { id } = read.provider;
    const message = `"${id}" is built in: take another id, or write "extends": "${id}" to change that document.`;
    return { ok: false, problems: [{ path: "/id", message }] };
  }
  const read = readBySchema(extensionSchema, item);
  if (!read.ok) return read;
  const base = baseOf(builtIn, read.output);
  if (base === undefined)
    return { ok: false, problems: [{ path: "/extends", message: `There is no "${read.output.extends}" to extend.` }] };
  const { id } = read.output;
  if (id !== undefined && id !== base.id && builtIn.some((provider) => provider.id === id))
    return { ok: false, problems: [{ path: "/id", message: `"${id}" is the id of another built-in document.` }] };
  return readProvider(extended(base, read.output));
}

/** A value that is no JSON (a proxy, a getter) may throw when looked at. */
function safely(look: () => DocumentProblem | undefined): DocumentProblem | undefined {
  try {
    return look();
  } catch {
    return { path: "", message: "could not be read as a JSON document" };
  }
}
