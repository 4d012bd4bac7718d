import type { Provider } from "../../catalogue/provider.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import type { RetryClient } from "../../timing/retry-code/retry-code-facts.ts";

/** What the backoff preview is drawn from. In a file of its own: the section loads the preview, both need it. */
export type BackoffProps = {
  readonly event: ApiEvent;
  /** Undefined where no document covers the host. */
  readonly provider: Provider | undefined;
  readonly onCopyCode: (client: RetryClient) => void;
};
