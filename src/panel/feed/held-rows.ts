import { useEffect, useRef, useState } from "preact/hooks";
import type { Row } from "../../timeline/row.ts";
import type { RowCounts } from "../../timeline/rows.ts";

/** Whoever types on has done so by then. */
const TYPED_ON_MS = 300;

/**
 * The rows to show; undefined for none. While a filter is being typed that lets none through, those from before it stay:
 * the name of a key is in hardly any row, and a list that went with its letters would come again with its colon.
 */
export function useHeldRows(
  passing: readonly Row[],
  { shown, total }: RowCounts,
  filterText: string,
): readonly Row[] | undefined {
  const rows = shown > 0 ? passing : undefined;
  const before = useRef({ rows, filterText });
  const [, draw] = useState({});
  const isHeld = rows === undefined && total > 0 && filterText !== before.current.filterText;
  if (!isHeld) before.current = { rows, filterText };
  useEffect(() => {
    if (!isHeld) return undefined;
    const timer = setTimeout(() => {
      before.current = { rows, filterText };
      draw({});
    }, TYPED_ON_MS);
    return () => clearTimeout(timer);
  }, [isHeld, filterText]);
  return isHeld ? before.current.rows : rows;
}
