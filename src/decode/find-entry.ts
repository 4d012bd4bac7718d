import { findCode, type FoundCode, withVariant } from "../catalogue/find-code.ts";
import type { CodeEntry, Provider, StatusEntry } from "../catalogue/provider.ts";
import { type Facts, holds } from "./condition.ts";
import type { ReadEnvelope } from "./read-envelope.ts";

/** What a document says of a failure, with the variant for this very call. */
export type FoundEntry = FoundCode & {
  /** How it was found: by the finer code beside the code, by the code, or by its text alone. */
  readonly by: "subcode" | "code" | "text";
};

/**
 * The most specific entry of a failure: that of the finer code, of the code, else one that is recognised by what the call
 * says. Undefined where the document has none.
 */
export function findEntry(
  provider: Provider,
  envelope: ReadEnvelope | undefined,
  facts: Facts,
): FoundEntry | undefined {
  const subcode = envelope?.subcode;
  const finer = subcode === undefined ? undefined : findCode({ codes: provider.subcodes ?? {} }, subcode);
  if (finer !== undefined) return { ...finer, entry: forCall(finer.entry, facts), by: "subcode" };
  const code = envelope?.code ?? null;
  const found = code === null ? undefined : findCode(provider, code);
  if (found !== undefined) return { ...found, entry: forCall(found.entry, facts), by: "code" };
  for (const [name, entry] of Object.entries(provider.codes)) {
    if (entry.recognisedBy === undefined || !holds(entry.recognisedBy, facts)) continue;
    return { code: name, entry: forCall(entry, facts), exact: true, by: "text" };
  }
  return undefined;
}

/** The document's row for the status of a call; "0" is for calls without an answer that the browser gives no reason for. */
export function findStatus(provider: Provider, facts: Facts): StatusEntry | undefined {
  const { status, error } = facts.exchange.response;
  if (status === 0 && error !== null && error !== "net::ERR_FAILED") return undefined;
  const entry = provider.statuses[String(status)];
  return entry === undefined ? undefined : forCall(entry, facts);
}

function forCall<Entry extends CodeEntry | StatusEntry>(entry: Entry, facts: Facts): Entry {
  const variant = entry.variants?.find(({ when }) => holds(when, facts));
  return variant === undefined ? entry : withVariant(entry, variant);
}
