import type { RefObject, TargetedKeyboardEvent } from "preact";
import { formatCount } from "../format-amount.ts";
import { Icon } from "../icon.tsx";
import { text } from "../text/text.ts";
import type { SearchResult } from "./use-search.ts";

type Props = {
  readonly label: string;
  readonly wanted: string;
  readonly result: SearchResult;
  /** Which of the matches is the active row; -1 where none is. */
  readonly current: number;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onSearch: (wanted: string) => void;
  readonly onStep: (step: 1 | -1) => void;
};

/** The search in a body: Enter goes to the next match, Shift+Enter to the one before, Escape empties it. */
export function SearchBar({ label, wanted, result, current, input, onSearch, onStep }: Props) {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape" && wanted !== "") onSearch("");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span class="json-search">
      <input
        type="search"
        class="json-search-field"
        aria-label={text("jsonSearch", label)}
        placeholder={text("jsonSearchHint")}
        value={wanted}
        ref={input}
        onInput={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        data-body-search
      />
      <button
        type="button"
        class="icon-button"
        aria-label={text("jsonPrevious")}
        title={text("jsonPreviousHint")}
        disabled={result.found.length === 0}
        onClick={() => onStep(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={text("jsonNext")}
        title={text("jsonNextHint")}
        disabled={result.found.length === 0}
        onClick={() => onStep(1)}
      >
        <Icon name="down" />
      </button>
      <span class="json-count" aria-live="polite">
        {wanted === "" ? "" : describeCount(result, current)}
      </span>
    </span>
  );
}

function describeCount({ found, isDone }: SearchResult, current: number): string {
  if (!isDone) return text("jsonSearching", formatCount(found.length));
  if (found.length === 0) return text("jsonNoMatch");
  if (current < 0) return text("jsonMatches", formatCount(found.length));
  return text("jsonMatchOf", formatCount(current + 1), formatCount(found.length));
}
