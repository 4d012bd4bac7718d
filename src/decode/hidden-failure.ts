import type { Provider } from "../catalogue/provider.ts";
import { valueAt } from "../web/json-pointer.ts";
import type { Content } from "./read-content.ts";
import { pathOf } from "./request-facts.ts";

export type HiddenFailure = NonNullable<Provider["hiddenFailures"]>[number];

/** The documented way in which this success status reports a failure all the same; undefined for real successes. */
export function hiddenFailure(provider: Provider, url: string, content: Content): HiddenFailure | undefined {
  if (content.kind !== "json") return undefined;
  const path = pathOf(url);
  return provider.hiddenFailures?.find(
    (failure) =>
      (failure.pathPrefixes === undefined || failure.pathPrefixes.some((prefix) => path.startsWith(prefix))) &&
      valueAt(content.json, failure.pointer) === failure.equals,
  );
}
