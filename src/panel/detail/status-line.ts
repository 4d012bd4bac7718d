import type { ExchangeResponse } from "../../exchange/exchange.ts";
import { text } from "../text/text.ts";

/** "404 Not Found", or that there was no response. */
export function describeStatus({ status, statusText }: ExchangeResponse): string {
  return status === 0 ? text("responseNone") : `${status} ${statusText}`.trimEnd();
}
