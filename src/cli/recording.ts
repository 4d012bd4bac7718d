import { GENERIC_PROVIDER } from "../catalogue/generic-provider.ts";
import type { Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import { decode } from "../decode/decode.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { readHar, type Har } from "../exchange/read-har.ts";
import { credentialsWithheld } from "../exchange/withheld-credentials.ts";
import { auditAll } from "../timeline/audit.ts";
import type { Finding } from "../timeline/finding.ts";

/** One HAR entry after reading and decoding. `index` is its place in the file, from 0. */
export type DecodedEntry =
  | { readonly kind: "event"; readonly index: number; readonly event: ApiEvent }
  /** A host of no provider; `event` is what can be said all the same. */
  | { readonly kind: "other"; readonly index: number; readonly exchange: Exchange; readonly event: ApiEvent }
  | { readonly kind: "unreadable"; readonly index: number; readonly problem: string };

export type Recording = {
  readonly entries: readonly DecodedEntry[];
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** The exporter removed every credential: findings about missing ones are held back. */
  readonly withheld: boolean;
};

/** Reads, decodes and audits a HAR's text. A bad entry becomes an entry that says why; a bad file a problem. */
export function readRecording(
  text: string,
  providers: Providers,
): { readonly ok: true; readonly recording: Recording } | { readonly ok: false; readonly problem: string } {
  const result = readHar(text);
  return result.ok ? { ok: true, recording: decodeHar(result.har, providers) } : result;
}

function decodeHar(har: Har, providers: Providers): Recording {
  const withheld = credentialsWithheld(har);
  const entries = har.entries.map((entry, index): DecodedEntry => {
    const read = readEntry(entry, { id: `entry-${index}` });
    if (!read.ok) return { kind: "unreadable", index, problem: read.problem };
    const options = { credentialsWithheld: withheld };
    const event = decode(read.exchange, providers, options);
    if (event !== undefined) return { kind: "event", index, event };
    const other = decode(read.exchange, providers, { ...options, fallback: GENERIC_PROVIDER });
    return other === undefined
      ? { kind: "unreadable", index, problem: "The entry could not be decoded." }
      : { kind: "other", index, exchange: read.exchange, event: other };
  });
  const events = entries.flatMap((entry) => (entry.kind === "event" ? [entry.event] : []));
  return { entries, findings: auditAll(events, { holdBackAuth: withheld }), withheld };
}
