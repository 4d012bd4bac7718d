import type { Provider, Providers, StatusEntry } from "../catalogue/provider.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { RateLimit } from "../timing/rate-limit.ts";
import type { AnsweredBy } from "./api-event.ts";
import type { GenericReading } from "./envelopes/read-generic.ts";
import type { FoundEntry } from "./find-entry.ts";
import type { HiddenFailure } from "./hidden-failure.ts";
import type { Content } from "./read-content.ts";
import type { Signal } from "./signals/find-signal.ts";

/** Everything that is known of a failure before it is explained. */
export type ExplainInput = {
  readonly exchange: Exchange;
  readonly provider: Provider;
  readonly providers: Providers;
  readonly content: Content;
  readonly rateLimit: RateLimit;
  /** The failure inside a success status, if there is one. */
  readonly hidden: HiddenFailure | undefined;
  /** How a host without a document was read; absent for known APIs. */
  readonly generic?: GenericReading;
  readonly answeredBy?: AnsweredBy;
  readonly signal?: Signal;
  readonly credentialsWithheld: boolean;
  /** The document's entries for the code and for the status. */
  readonly found: FoundEntry | undefined;
  readonly statusEntry: StatusEntry | undefined;
  /** The provider's document is not loaded: only its outline is available. */
  readonly isOutline: boolean;
};
