import type { RefObject, TargetedKeyboardEvent } from "preact";
import { SearchSteps } from "../controls/search-steps.tsx";
import type { SearchResult } from "./use-search.ts";
import { detailWords } from "../words/english/detail.ts";

type Props = {
  readonly label: string;
  readonly wanted: string;
  /** What can be found, in the empty field. */
  readonly hint: string;
  readonly result: SearchResult;
  /** Which of the matches is the active row; -1 where none is. */
  readonly current: number;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onSearch: (wanted: string) => void;
  readonly onStep: (step: 1 | -1) => void;
};

/** The search in a body: Enter goes to the next match, Shift+Enter to the one before, Escape empties it. */
export function SearchBar({ label, wanted, hint, result, current, input, onSearch, onStep }: Props) {
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
        aria-label={detailWords.jsonSearch(label)}
        placeholder={hint}
        value={wanted}
        ref={input}
        onInput={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        data-body-search
      />
      <SearchSteps wanted={wanted} result={result} current={current} onStep={onStep} />
    </span>
  );
}
