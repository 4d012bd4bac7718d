import type { EpochMs } from "../exchange/exchange.ts";
import { asNumber, asRecord, asString } from "../exchange/json-fields.ts";

/**
 * When the inspected document began, on the page's wall clock. `performance.timeOrigin` itself is not used: it drifts
 * away from the wall clock, by which entries are dated (https://github.com/w3c/hr-time/issues/141).
 */
export const DOCUMENT_START_EXPRESSION = "Date.now() - performance.now()";

/** A document request that was seen, the fallback for a page that cannot be asked. */
export type SeenDocument = { readonly url: string; readonly startedAt: EpochMs };

/** `inspectedWindow.eval` answers `[value, error]` (Firefox, polyfill) or the value alone (Chromium's own promises). */
function evaluatedNumber(answer: unknown): number | undefined {
  return asNumber(Array.isArray(answer) ? answer[0] : answer);
}

function withoutFragment(url: string): string {
  const fragment = url.indexOf("#");
  return fragment === -1 ? url : url.slice(0, fragment);
}

/** A document's own request, of the page or of a frame in it; undefined for every other entry. */
export function readSeenDocument(entry: unknown, url: string, startedAt: EpochMs): SeenDocument | undefined {
  const fields = asRecord(entry);
  if (fields?.["_resourceType"] === "document") return { url: withoutFragment(url), startedAt };
  const headers = asRecord(fields?.["request"])?.["headers"];
  if (!Array.isArray(headers)) return undefined;
  const isDocument = headers.some((header) => {
    const line = asRecord(header);
    return asString(line?.["name"])?.toLowerCase() === "sec-fetch-dest" && line?.["value"] === "document";
  });
  return isDocument ? { url: withoutFragment(url), startedAt } : undefined;
}

/** Clocks of two processes of one machine agree to well under this, in milliseconds. */
const CLOCK_TOLERANCE_MS = 50;

/**
 * Where the new page begins: everything started earlier belongs to an earlier page. `heardAt` is when `onNavigated`
 * came, which is at commit in Chromium but only at dom-complete in Firefox, when the new page's own requests are long
 * recorded. `answer` is what the page said to `DOCUMENT_START_EXPRESSION`; undefined where it could not be asked, and
 * then its document request decides. Null where nothing does: then no record may be dropped.
 */
export function documentStart(
  navigation: { readonly url: string; readonly heardAt: EpochMs; readonly browser: "chromium" | "firefox" },
  answer: unknown,
  documents: readonly SeenDocument[],
): EpochMs | null {
  const { heardAt } = navigation;
  const stated = evaluatedNumber(answer);
  if (stated !== undefined && stated > 0 && stated <= heardAt + CLOCK_TOLERANCE_MS) return Math.floor(stated);
  const url = withoutFragment(navigation.url);
  const seen = documents.findLast((document) => document.url === url && document.startedAt <= heardAt);
  if (seen !== undefined) return seen.startedAt;
  return navigation.browser === "chromium" ? heardAt : null;
}
