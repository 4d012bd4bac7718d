import type { Provider, Providers } from "../../catalogue/provider.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import type { RateLimit } from "../../timing/rate-limit.ts";
import type { Verdict } from "../api-event.ts";
import type { Credential } from "../credential.ts";

/** What a check may look at. Lazily computed members are functions of the same exchange. */
export type CheckContext = {
  readonly exchange: Exchange;
  readonly provider: Provider;
  readonly providers: Providers;
  /** Every credential the request carries, in the places this API accepts one. */
  readonly credentials: readonly Credential[];
  /** The field the error names, else one its message names; null where neither does. */
  readonly field: string | null;
  /** The value the error echoes back, where its details hold one. */
  readonly echoed: string | null;
  readonly rateLimit: RateLimit;
  /** The cause's own argument, "" where it has none. */
  readonly argument: string;
};

/** A verdict and what was seen, in one sentence that holds no secret. */
export type CheckResult = { readonly verdict: Verdict; readonly evidence?: string };
export type Check = (context: CheckContext) => CheckResult;

export const CANNOT_TELL: CheckResult = { verdict: "cannot-tell" };

/** A decided verdict with its evidence. */
export function decided(confirmed: boolean, ifConfirmed: string, ifRuledOut: string): CheckResult {
  return confirmed ? { verdict: "confirmed", evidence: ifConfirmed } : { verdict: "ruled-out", evidence: ifRuledOut };
}
