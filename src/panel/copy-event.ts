import type { Store } from "./store.ts";

/** Not yet: `src/report/` is being written. */
export function copyFor(store: Store) {
  const refuse = (): void => store.notify("Reports cannot be copied yet.", "refused");
  return {
    reportOf: (_id: string) => refuse(),
    curlOf: (_id: string) => refuse(),
    requestIdOf: (_id: string) => refuse(),
  };
}
