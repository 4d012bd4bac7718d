import type { Provider } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import { receivedAt } from "../exchange/exchange.ts";
import type { RetryCodeFacts } from "../timing/retry-code/retry-code-facts.ts";
import { foreignOrigin, isExposed } from "../decode/page-origin.ts";

/** How such a call is to be repeated, by an event and its provider document. */
export function readRetryFacts(event: ApiEvent, provider: Provider | undefined): RetryCodeFacts {
  const { exchange, rateLimit } = event;
  const { retryAt, retryBasis, retryProvenance } = rateLimit;
  const header = retryProvenance?.from === "header" ? retryProvenance.name : "Retry-After";
  const isHidden = foreignOrigin(exchange) !== undefined && !isExposed(exchange, header);
  const isElsewhere = retryBasis === "body" || (retryBasis === "retry-after" && header.toLowerCase() !== "retry-after");
  const idempotency = provider?.idempotency;
  return {
    unread: isElsewhere ? "elsewhere" : isHidden ? "cors" : null,
    statedMs: retryAt === null ? null : Math.max(0, retryAt - receivedAt(exchange)),
    resetHeader: resetHeader(event, provider),
    idempotencyKey:
      idempotency === undefined
        ? null
        : `${idempotency.place === "header" ? "the header" : "the body field"} ${idempotency.name}`,
  };
}

/** The header of the reset, if it is in a form that the code reads: seconds, or an epoch. */
function resetHeader({ rateLimit }: ApiEvent, provider: Provider | undefined): string | null {
  for (const { resetAt } of rateLimit.windows) {
    const read = resetAt?.provenance;
    if (read?.from === "header" && READ_FORMS.has(read.form)) return read.name;
  }
  const documented = provider?.rateLimit?.headers.reset;
  return documented !== undefined && READ_FORMS.has(documented.unit) ? documented.name : null;
}

const READ_FORMS: ReadonlySet<string> = new Set(["delta-seconds", "epoch-seconds", "epoch-ms"]);
