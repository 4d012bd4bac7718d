import type { HeaderList } from "../../exchange/exchange.ts";
import { foldFields } from "../field-map.ts";
import type { FieldMap } from "../field-map.ts";
import { parseRateLimit } from "../parse-rate-limit.ts";
import type { RateLimit, RateLimitInput } from "../rate-limit.ts";

/** 2024-01-15T12:00:00Z: when every response of these tests arrived, on the browser's clock. */
export const RECEIVED_AT = 1_705_320_000_000;

/** Headers by name; a list of values is a repeated field. */
export type HeaderRecord = Readonly<Record<string, string | readonly string[]>>;

/** Header lines in the order given. */
export function headerList(headers: HeaderRecord): HeaderList {
  return Object.entries(headers).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((line) => ({ name, value: line })),
  );
}

/** The same, folded. */
export function fieldsOf(headers: HeaderRecord): FieldMap {
  return foldFields(headerList(headers));
}

/** Parses a 429 with these headers and no body; `more` replaces any other part of the input. */
export function parsed(headers: HeaderRecord, more: Partial<RateLimitInput> = {}): RateLimit {
  return parseRateLimit({
    url: "https://api.example.com/v1/things",
    status: 429,
    body: null,
    receivedAt: RECEIVED_AT,
    headers: headerList(headers),
    ...more,
  });
}

/** Seconds from receipt; null stays null. */
export function fromReceipt(at: number | null): number | null {
  return at === null ? null : (at - RECEIVED_AT) / 1000;
}
