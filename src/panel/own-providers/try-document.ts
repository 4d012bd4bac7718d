import { GENERIC_ID } from "../../catalogue/generic-host.ts";
import type { HostMapping, Provider } from "../../catalogue/provider.ts";
import { withDocuments } from "../../catalogue/with-documents.ts";
import { decode } from "../../decode/decode.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import type { EpochMs, Exchange } from "../../exchange/exchange.ts";
import { readEntry } from "../../exchange/read-entry.ts";

/** A response as somebody pastes it. */
export type PastedResponse = { readonly status: number; readonly headers: string; readonly body: string };

/** A pasted response as an exchange with the given host; undefined where it cannot be one. */
export function pastedExchange(pasted: PastedResponse, host: string, now: EpochMs): Exchange | undefined {
  const result = readEntry(
    {
      startedDateTime: new Date(now).toISOString(),
      time: 0,
      request: { method: "GET", url: `https://${host}/`, httpVersion: "", headers: [] },
      response: {
        status: pasted.status,
        statusText: "",
        headers: headersOf(pasted.headers),
        content: { size: pasted.body.length, mimeType: "", text: pasted.body },
      },
    },
    { id: "pasted" },
  );
  return result.ok ? result.exchange : undefined;
}

/** "Name: value" lines; a status line and anything else without a colon is passed over. */
function headersOf(lines: string): readonly { readonly name: string; readonly value: string }[] {
  return lines.split("\n").flatMap((line) => {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim();
    return name === "" || /\s/.test(name) ? [] : [{ name, value: line.slice(colon + 1).trim() }];
  });
}

/** What a document makes of an exchange, whatever its host: decoded as if the host were mapped to it. */
export function tryDocument(
  document: Provider,
  exchange: Exchange,
  shipped: readonly Provider[],
): ApiEvent | undefined {
  const providers = withDocuments(shipped, [document]).filter(({ id }) => id === document.id || id === GENERIC_ID);
  const mappings: HostMapping[] = [{ host: hostOf(exchange.request.url), providerId: document.id }];
  return decode(exchange, { providers, mappings });
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return "";
  }
}
