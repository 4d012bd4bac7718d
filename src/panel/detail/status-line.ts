import type { ExchangeResponse } from "../../exchange/exchange.ts";
import { detailWords } from "../words/english/detail.ts";

/** "404 Not Found", or that there was no response. */
export function describeStatus({ status, statusText }: ExchangeResponse): string {
  return status === 0 ? detailWords.responseNone : `${status} ${statusText}`.trimEnd();
}
