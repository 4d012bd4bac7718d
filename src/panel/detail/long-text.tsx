import { useState } from "preact/hooks";
import { formatCount } from "../words/format-amount.ts";
import { detailWords } from "../words/english/detail.ts";

type Props = { readonly text: string; readonly label: string };

/** What is put on screen at first, and by how much more each time: layout of very long text freezes browsers. */
const CHARACTERS_AT_ONCE = 50_000;

/** Text as received, in portions. */
export function LongText({ text: whole, label }: Props) {
  const [portions, setPortions] = useState(1);
  const left = whole.length - portions * CHARACTERS_AT_ONCE;
  return (
    <>
      <pre class="code" tabIndex={0} aria-label={label}>
        {whole.slice(0, portions * CHARACTERS_AT_ONCE)}
      </pre>
      {left > 0 && (
        <button type="button" class="button" onClick={() => setPortions(portions + 1)}>
          {detailWords.bodyShowMore(formatCount(left))}
        </button>
      )}
    </>
  );
}
