import { useEffect, useMemo, useState } from "preact/hooks";
import { type JsonNodes, readNodes, startNodes } from "./json-nodes.ts";

/** Texts up to this length, in characters, are listed at once: a few milliseconds. */
const AT_ONCE = 200_000;
/** Of longer ones so much in one go; between two the page draws and takes keys. */
const PORTION = 400_000;

/** The nodes of a body: undefined where it is no JSON, "reading" while a long one is being listed. */
export type BodyNodes = JsonNodes | undefined | "reading";

/** Lists the nodes of a body, a long one in portions. Another body starts anew. */
export function useNodes(text: string, wasCut: boolean): BodyNodes {
  const isLong = text.length > AT_ONCE;
  const short = useMemo(() => (isLong ? undefined : readNodes(text, wasCut)), [text, wasCut]);
  const [long, setLong] = useState<{ readonly of: string; readonly nodes: JsonNodes | undefined }>();
  useEffect(() => {
    if (!isLong) return undefined;
    let timer = setTimeout(() => {
      const list = startNodes(text, wasCut);
      const goOn = (): void => {
        const nodes = list?.(PORTION);
        if (list !== undefined && nodes === undefined) timer = setTimeout(goOn, 0);
        else setLong({ of: text, nodes });
      };
      timer = setTimeout(goOn, 0);
    }, 0);
    return () => clearTimeout(timer);
  }, [text, wasCut]);
  if (!isLong) return short;
  return long?.of === text ? long.nodes : "reading";
}
