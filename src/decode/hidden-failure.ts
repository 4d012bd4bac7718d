import type { Provider } from "../catalogue/provider.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { holds } from "./condition.ts";
import { valueAt } from "../web/json-pointer.ts";
import type { Content } from "./read-content.ts";
import { pathOf } from "../web/url.ts";

export type HiddenFailure = NonNullable<Provider["hiddenFailures"]>[number];

/** The documented way in which this success status reports a failure all the same; undefined for real successes. */
export function hiddenFailure(provider: Provider, exchange: Exchange, content: Content): HiddenFailure | undefined {
  const { json, envelope } = content;
  if (json === undefined) return undefined;
  const path = pathOf(exchange.request.url);
  const facts = { exchange, json, message: envelope?.message ?? null, type: envelope?.type ?? null };
  return provider.hiddenFailures?.find(
    (failure) =>
      (failure.pathPrefixes === undefined || failure.pathPrefixes.some((prefix) => path.startsWith(prefix))) &&
      isStated(valueAt(json, failure.pointer), failure) &&
      (failure.when === undefined || holds(failure.when, facts)),
  );
}

/** Without `equals`, anything but nothing counts: GraphQL leaves `errors` out, or it is an empty list, if all went well. */
function isStated(value: unknown, { equals }: HiddenFailure): boolean {
  if (equals !== undefined) return value === equals;
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== "";
}
