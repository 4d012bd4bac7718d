import { useLayoutEffect, useState } from "preact/hooks";
import type { JsonNodes } from "./json-nodes.ts";
import { NOT_SEARCHED, searchOn, type SearchState } from "./search-nodes.ts";

/** What a search has found so far; `isDone` once the whole body was searched. */
export type SearchResult = { readonly found: readonly number[]; readonly isDone: boolean };

const NOTHING: SearchResult = { found: [], isDone: true };

/**
 * Searches a body in portions between which the page stays responsive. Another text or body starts anew; `wanted` ""
 * finds nothing.
 */
export function useSearch(nodes: JsonNodes, wanted: string): SearchResult {
  const [result, setResult] = useState(NOTHING);
  useLayoutEffect(() => {
    if (wanted === "") {
      setResult(NOTHING);
      return undefined;
    }
    let state: SearchState = NOT_SEARCHED;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const goOn = (): void => {
      state = searchOn(nodes, wanted, state);
      const isDone = state.next >= nodes.count;
      setResult({ found: state.found, isDone });
      if (!isDone) timer = setTimeout(goOn, 0);
    };
    goOn();
    return () => clearTimeout(timer);
  }, [nodes, wanted]);
  return result;
}
