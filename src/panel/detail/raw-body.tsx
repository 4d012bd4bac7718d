import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { formatCount } from "../words/format-amount.ts";
import { SearchBar } from "../json-tree/search-bar.tsx";
import { findText } from "./find-text.ts";
import { detailWords } from "../words/english/detail.ts";

type Props = { readonly text: string; readonly label: string };

/** What is put on screen at first, and by how much more each time: layout of very long text freezes browsers. */
const CHARACTERS_AT_ONCE = 50_000;
/** So much is shown before a match that stands further on. */
const LEAD = 1_000;

/** A body as received, in portions, with the same search as the tree's. */
export function RawBody({ text: whole, label }: Props) {
  const [wanted, setWanted] = useState("");
  const [current, setCurrent] = useState(0);
  const [range, setRange] = useState({ from: 0, to: CHARACTERS_AT_ONCE });
  const input = useRef<HTMLInputElement>(null);
  const shown = useRef<HTMLPreElement>(null);
  const found = useMemo(() => findText(whole, wanted), [whole, wanted]);
  const match = found[current];

  useLayoutEffect(() => {
    if (match === undefined || (match >= range.from && match + wanted.length <= range.to)) return;
    const from = Math.max(0, match - LEAD);
    setRange({ from, to: from + CHARACTERS_AT_ONCE });
  }, [match, wanted]);
  useLayoutEffect(() => {
    shown.current?.querySelector("mark")?.scrollIntoView({ block: "nearest" });
  }, [match, range]);

  const isShown = match !== undefined && match >= range.from && match + wanted.length <= range.to;
  const left = whole.length - range.to;
  return (
    <>
      <div class="body-bar">
        <SearchBar
          label={label}
          wanted={wanted}
          hint={detailWords.bodySearchHint}
          result={{ found, isDone: true }}
          current={match === undefined ? -1 : current}
          input={input}
          onSearch={(next) => {
            setWanted(next);
            setCurrent(0);
          }}
          onStep={(step) => setCurrent((current + step + found.length) % Math.max(1, found.length))}
        />
      </div>
      {range.from > 0 && (
        <button type="button" class="button" onClick={() => setRange({ from: 0, to: CHARACTERS_AT_ONCE })}>
          {detailWords.bodyShowBefore(formatCount(range.from))}
        </button>
      )}
      <pre class="code" tabIndex={0} aria-label={label} ref={shown}>
        {isShown ? (
          <>
            {whole.slice(range.from, match)}
            <mark class="raw-match">{whole.slice(match, match + wanted.length)}</mark>
            {whole.slice(match + wanted.length, range.to)}
          </>
        ) : (
          whole.slice(range.from, range.to)
        )}
      </pre>
      {left > 0 && (
        <button
          type="button"
          class="button"
          onClick={() => setRange({ from: range.from, to: range.to + CHARACTERS_AT_ONCE })}
        >
          {detailWords.bodyShowMore(formatCount(left))}
        </button>
      )}
    </>
  );
}
