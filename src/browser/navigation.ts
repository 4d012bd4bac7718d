import type { EpochMs } from "../exchange/exchange.ts";
import { asNumber, asRecord, asString } from "../exchange/json-fields.ts";
import type { EntryParts } from "./entry-parts.ts";

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

/** Chromium reports a navigation before the new document can be asked anything, and rejects until then. */
const PAUSES_MS = [0, 50, 100, 200, 400];
/** A page paused at a breakpoint may never answer, so its records must not wait for it. */
const SILENCE_MS = 1000;
const silent = Symbol("silent");

/**
 * Asks the inspected page when its document began, again if it cannot answer yet. `ask` evaluates
 * `DOCUMENT_START_EXPRESSION`. Undefined if the page refuses or stays silent. Never rejects.
 */
export async function readDocumentStart(ask: () => Promise<unknown>): Promise<number | undefined> {
  for (const pause of PAUSES_MS) {
    if (pause > 0) await elapsed(pause);
    const answer = await Promise.race([ask().catch(() => undefined), elapsed(SILENCE_MS).then(() => silent)]);
    if (answer === silent) return undefined;
    const start = evaluatedNumber(answer);
    if (start !== undefined) return start;
  }
  return undefined;
}

function elapsed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function withoutFragment(url: string): string {
  const fragment = url.indexOf("#");
  return fragment === -1 ? url : url.slice(0, fragment);
}

/** A document's own request, of the page or of a frame in it; undefined for every other entry. */
export function readSeenDocument(
  { request, resourceType }: Pick<EntryParts, "request" | "resourceType">,
  url: string,
  startedAt: EpochMs,
): SeenDocument | undefined {
  // Chromium says what each entry is; only Firefox has to be asked by way of the headers.
  if (resourceType !== undefined)
    return resourceType === "document" ? { url: withoutFragment(url), startedAt } : undefined;
  const headers = request?.["headers"];
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
 * The start of the new page: every request started earlier belongs to an earlier page. `heardAt` is when `onNavigated`
 * came, which is at commit in Chromium but only at dom-complete in Firefox, when the new page's own requests are long
 * recorded. `stated` is what the page itself said; undefined if it could not be asked, and then its document request
 * decides. Null if nothing does: then no record may be dropped.
 */
export function documentStart(
  navigation: { readonly url: string; readonly heardAt: EpochMs; readonly browser: "chromium" | "firefox" },
  stated: number | undefined,
  documents: readonly SeenDocument[],
): EpochMs | null {
  const { heardAt } = navigation;
  if (stated !== undefined && stated > 0 && stated <= heardAt + CLOCK_TOLERANCE_MS) return Math.floor(stated);
  const url = withoutFragment(navigation.url);
  const seen = documents.findLast((document) => document.url === url && document.startedAt <= heardAt);
  if (seen !== undefined) return seen.startedAt;
  return navigation.browser === "chromium" ? heardAt : null;
}
