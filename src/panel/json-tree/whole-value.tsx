import { LongText } from "../detail/long-text.tsx";
import type { JsonNodes } from "./json-nodes.ts";
import { wholeValue } from "./token-text.ts";
import { detailWords } from "../words/english/detail.ts";

type Props = { readonly nodes: JsonNodes; readonly node: number };

/** A value that is too long for its row, on request. */
export function WholeValue({ nodes, node }: Props) {
  return (
    <details class="json-whole">
      <summary>{detailWords.jsonWholeValue}</summary>
      <LongText text={wholeValue(nodes, node)} label={detailWords.jsonWholeValue} />
    </details>
  );
}
