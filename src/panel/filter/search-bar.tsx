import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Row } from "../../timeline/row.ts";
import { Icon } from "../controls/icon.tsx";
import { SearchSteps } from "../controls/search-steps.tsx";
import { findRows } from "./find-rows.ts";
import { searchWords } from "../words/english/search.ts";

/** Typing goes on this long before the rows are looked through again. */
const PAUSE_MS = 150;

type Props = {
  readonly rows: readonly Row[];
  readonly selected: string | undefined;
  /** Counts the times it was asked for: the field takes the focus each time. */
  readonly asked: number;
  readonly onSelect: (id: string) => void;
  readonly onClose: () => void;
};

/**
 * Finds text in the rows that are shown, also in their bodies, and goes from one to the next: unlike the filter it hides
 * nothing. Enter goes on, Shift+Enter back, Esc closes.
 */
export function SearchBar({ rows, selected, asked, onSelect, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState("");
  const [found, setFound] = useState<readonly string[]>([]);
  const [isDone, setDone] = useState(true);

  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  useEffect(() => {
    if (wanted === "") return undefined;
    let giveUp: (() => void) | undefined;
    const timer = setTimeout(() => {
      giveUp = findRows(rows, wanted, window, (ids, isAll) => {
        setFound(ids);
        setDone(isAll);
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      giveUp?.();
    };
  }, [wanted, rows]);

  const onInput = (value: string): void => {
    setWanted(value);
    setFound([]);
    setDone(value === "");
  };
  const at = selected === undefined ? -1 : found.indexOf(selected);
  const go = (step: 1 | -1): void => {
    // From a row that was not found, to the first or the last that was.
    const from = at === -1 && step === -1 ? 0 : at;
    const next = found[(from + step + found.length) % found.length];
    if (next !== undefined) onSelect(next);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.key === "Enter" && event.target === field.current) go(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") onClose();
    else return;
    // Chrome forwards an Esc that reaches the document and opens its drawer.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="search-bar" role="search" onKeyDown={onKeyDown}>
      <button type="button" class="icon-button" aria-label={searchWords.searchClose} onClick={onClose}>
        <Icon name="close" />
      </button>
      <input
        class="search-input"
        type="search"
        aria-label={searchWords.searchName}
        placeholder={searchWords.searchName}
        spellcheck={false}
        autocomplete="off"
        value={wanted}
        ref={field}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <SearchSteps wanted={wanted} result={{ found, isDone }} current={at} onStep={go} />
    </div>
  );
}
