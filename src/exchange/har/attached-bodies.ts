import { unzipSync } from "fflate";
import { asRecord, asText } from "../json-fields.ts";
import type { HarItem } from "./split-entries.ts";

/** A larger body stays out: "the HAR file does not hold this body" is then what is said. */
const LARGEST_BODY = 32 * 1024 * 1024;
const LARGEST_HAR = 1024 * 1024 * 1024;

/** The HAR file in a zip, or a sentence that says why there is none. `har.har` is Playwright's name for it. */
export function harInZip(zip: Uint8Array): { readonly har: Uint8Array } | { readonly problem: string } {
  try {
    const names: string[] = [];
    unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (/\.har$/i.test(name) && originalSize <= LARGEST_HAR) names.push(name);
        return false;
      },
    });
    const wanted = names.includes("har.har") ? "har.har" : names[0];
    const har = wanted === undefined ? undefined : unzipSync(zip, { filter: ({ name }) => name === wanted })[wanted];
    return har === undefined ? { problem: "The zip file holds no .har file." } : { har };
  } catch {
    return { problem: "The zip file is damaged or not complete." };
  }
}

/** The messages whose body may stand in a file of its own, where Playwright's `recordHar` attaches them. */
const BODY_PLACES = [
  ["request", "postData"],
  ["response", "content"],
] as const;

function attachedName(entry: unknown, [message, member]: (typeof BODY_PLACES)[number]): string | null {
  // A web socket's file holds its messages, one a line: no body of the answer.
  const fields = asRecord(entry);
  if (fields?.["_resourceType"] === "websocket") return null;
  return asText(asRecord(asRecord(fields?.[message])?.[member])?.["_file"]);
}

function textOrBase64(bytes: Uint8Array): { readonly text: string; readonly encoding?: "base64" } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    let binary = "";
    const step = 32_768;
    for (let from = 0; from < bytes.length; from += step)
      binary += String.fromCharCode(...bytes.subarray(from, from + step));
    return { text: btoa(binary), encoding: "base64" };
  }
}

/**
 * Puts the bodies that a zip holds in files of their own into the entries that name them (`_file`). Takes several
 * entries at once, because each call goes through the zip's directory. An entry whose file is missing stays as it is.
 */
export function attachBodies(items: readonly HarItem[], zip: Uint8Array): readonly HarItem[] {
  const wanted = new Set<string>();
  for (const item of items) {
    if (item.kind !== "entry") continue;
    for (const place of BODY_PLACES) {
      const name = attachedName(item.entry, place);
      if (name !== null) wanted.add(name);
    }
  }
  if (wanted.size === 0) return items;
  const files = filesOf(zip, wanted);
  return items.map((item) => {
    if (item.kind !== "entry") return item;
    let entry = item.entry;
    for (const place of BODY_PLACES) {
      const name = attachedName(entry, place);
      const bytes = name === null ? undefined : files.get(name);
      if (bytes !== undefined) entry = withBody(entry, place, bytes);
    }
    return { ...item, entry };
  });
}

function filesOf(zip: Uint8Array, wanted: ReadonlySet<string>): ReadonlyMap<string, Uint8Array> {
  try {
    const found = unzipSync(zip, {
      filter: ({ name, originalSize }) => wanted.has(name) && originalSize <= LARGEST_BODY,
    });
    return new Map(Object.entries(found));
  } catch {
    // A damaged file within the zip: the bodies are missing, and say so as any missing body does.
    return new Map();
  }
}

function withBody(entry: unknown, [message, member]: (typeof BODY_PLACES)[number], bytes: Uint8Array): unknown {
  const fields = asRecord(entry);
  const outer = asRecord(fields?.[message]);
  return { ...fields, [message]: { ...outer, [member]: { ...asRecord(outer?.[member]), ...textOrBase64(bytes) } } };
}
