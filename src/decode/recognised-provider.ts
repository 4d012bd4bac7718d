import type { FoundProvider } from "../catalogue/find-provider.ts";
import type { Providers } from "../catalogue/provider.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { type Facts, holds } from "./condition.ts";
import { parseJson } from "../web/json.ts";

/**
 * The API that an answer of a host without a document shows itself to come from, as a self-hosted server does by a header
 * or the form of its errors. Undefined where no document recognises it.
 */
export function recognisedProvider(providers: Providers, exchange: Exchange): FoundProvider | undefined {
  const candidates = providers.providers.filter(({ recognisedBy }) => recognisedBy !== undefined);
  if (candidates.length === 0) return undefined;
  const facts = lazyFacts(exchange);
  const provider = candidates.find(({ recognisedBy = [] }) =>
    recognisedBy.some((condition) => holds(condition, facts)),
  );
  if (provider === undefined) return undefined;
  return { provider, hostNote: `recognised as ${provider.name} by its answer`, staging: false };
}

/** The body is parsed only where a condition looks into it: most ask for a header. */
function lazyFacts(exchange: Exchange): Facts {
  let parsed: { readonly json: unknown } | undefined;
  const read = (): unknown => {
    const { body } = exchange.response;
    return body.kind === "text" ? parseJson(body.text) : undefined;
  };
  return {
    exchange,
    get json() {
      return (parsed ??= { json: read() }).json;
    },
    message: null,
    type: null,
  };
}
