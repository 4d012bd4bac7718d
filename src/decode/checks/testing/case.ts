import type { CheckName } from "../../../catalogue/check-names.ts";
import type { Provider } from "../../../catalogue/provider.ts";
import type { EntryShape } from "../../../exchange/testing/an-entry.ts";
import type { Verdict } from "../../api-event.ts";

/** What a check is given besides the entry; absent: the provider of the entry's host, and nothing else. */
export type Given = {
  readonly field?: string;
  readonly argument?: string;
  readonly echoed?: string;
  readonly provider?: Provider;
};

/** Check, verdict, what the entry shows, the entry. */
export type Case = readonly [CheckName, Verdict, string, EntryShape, Given?];

/** A JWT that says that it is none. */
export const jwt = (claims: object): string =>
  `eyJhbGciOiJIUzI1NiJ9.${btoa(JSON.stringify(claims)).replaceAll("=", "")}.EXAMPLE`;
export const authorization = (value: string): EntryShape => ({ requestHeaders: { Authorization: value } });
/** When entries start, in seconds since 1970. */
export const STARTED_SECONDS = Date.UTC(2026, 0, 14, 10, 30) / 1000;
