import { asArray, asRecord, asText } from "./json-fields.ts";

/** The entries of a HAR file, unread, and who wrote it. */
export type Har = { readonly entries: readonly unknown[]; readonly creator: string };
export type HarResult = { readonly ok: true; readonly har: Har } | { readonly ok: false; readonly problem: string };

/**
 * HAR 1.2 text to its entries. Tolerates a byte order mark and a bare `{entries}` or list of entries; anything else is
 * refused with a sentence that says what is wrong. Never throws.
 */
export function readHar(text: string): HarResult {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (json.trim() === "") return { ok: false, problem: "The file is empty." };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return {
      ok: false,
      problem: `The file is not JSON: ${error instanceof Error ? error.message : "it cannot be parsed"}.`,
    };
  }
  if (Array.isArray(value)) return { ok: true, har: { entries: value, creator: "" } };
  const log = asRecord(asRecord(value)?.["log"]) ?? asRecord(value);
  if (log === undefined || !Array.isArray(log["entries"]))
    return { ok: false, problem: "The file is JSON but not a HAR: it has no log.entries list." };
  return {
    ok: true,
    har: { entries: asArray(log["entries"]), creator: asText(asRecord(log["creator"])?.["name"]) ?? "" },
  };
}
