import { formatCount } from "../words/format-amount.ts";
import { Icon } from "./icon.tsx";
import { searchWords } from "../words/english/search.ts";

type Props = {
  /** What is looked for; "" while nothing is. */
  readonly wanted: string;
  readonly result: {
    readonly found: readonly unknown[];
    /** Everything was looked through. */
    readonly isDone: boolean;
  };
  /** Which of the matches is the active one; -1 where none is. */
  readonly current: number;
  readonly onStep: (step: 1 | -1) => void;
};

const STEPS = [
  { step: -1, name: "searchPrevious", hint: "searchPreviousHint", icon: "up" },
  { step: 1, name: "searchNext", hint: "searchNextHint", icon: "down" },
] as const;

/** What stands behind every search field: to the match before, to the next, and how many there are. */
export function SearchSteps({ wanted, result, current, onStep }: Props) {
  const hasNone = result.found.length === 0;
  return (
    <>
      {STEPS.map(({ step, name, hint, icon }) => (
        <button
          type="button"
          class="icon-button"
          aria-label={searchWords[name]}
          title={searchWords[hint]}
          disabled={hasNone}
          onClick={() => onStep(step)}
          key={name}
        >
          <Icon name={icon} />
        </button>
      ))}
      <span class="search-count" aria-live="polite">
        {wanted === "" ? "" : describeCount(result, current)}
      </span>
    </>
  );
}

function describeCount({ found, isDone }: Props["result"], current: number): string {
  if (!isDone) return found.length === 0 ? "" : searchWords.searchSoFar(formatCount(found.length));
  if (found.length === 0) return searchWords.searchNothing;
  if (current < 0) return searchWords.searchFound(formatCount(found.length));
  return searchWords.searchAt(formatCount(current + 1), formatCount(found.length));
}
