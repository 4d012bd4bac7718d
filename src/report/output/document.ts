import type { Providers } from "../../catalogue/provider.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import type { EpochMs } from "../../exchange/exchange.ts";
import type { ReportEvent } from "../event-parts.ts";
import type { Slot } from "../exchange-parts.ts";
import { splitUrl } from "../../web/url.ts";
import type { Writer } from "./writer.ts";

/** One call before the reported one. */
export type Step = {
  readonly at: EpochMs;
  readonly method: Slot;
  readonly url: Slot;
  readonly status: number;
  readonly code: Slot | null;
};

/** What every format is written from. */
export type ReportDocument = {
  readonly events: readonly ReportEvent[];
  readonly steps: readonly Step[];
  readonly providers: Providers;
  readonly version: string;
  readonly now: EpochMs;
};

/** The status as people say it: "401 Unauthorized", or why there is none. */
export function statusLine(report: ReportEvent, writer: Writer): string {
  const { status } = report.event.exchange.response;
  const text = writer.maybe(report.statusText);
  if (status > 0) return text === null ? String(status) : `${status} ${text}`;
  return `no response${report.error === null ? "" : ` (${writer.write(report.error)})`}`;
}

/** Only what protocols are really called; anything else a recorder wrote there is left out. */
export function protocol(event: ApiEvent): string {
  const stated = event.exchange.response.httpVersion || event.exchange.request.httpVersion;
  return /^[A-Za-z]{1,8}(?:[/.]?\d(?:\.\d)?)?$/.test(stated) ? stated : "";
}

/** Path and query of a redacted URL. */
export function pathAndQuery(url: string): string {
  const { path, query } = splitUrl(url);
  return path + query;
}
