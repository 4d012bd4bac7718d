import { LongText } from "../detail/long-text.tsx";
import { text } from "../text/text.ts";
import type { JsonNodes } from "./json-nodes.ts";
import { wholeValue } from "./token-text.ts";

type Props = { readonly nodes: JsonNodes; readonly node: number };

/** A value that is too long for its row, on request. */
export function WholeValue({ nodes, node }: Props) {
  return (
    <details class="json-whole">
      <summary>{text("jsonWholeValue")}</summary>
      <LongText text={wholeValue(nodes, node)} label={text("jsonWholeValue")} />
    </details>
  );
}
