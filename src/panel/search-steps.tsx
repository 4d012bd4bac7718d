import { formatCount } from "./format-amount.ts";
import { Icon } from "./icon.tsx";
import { text } from "./text/text.ts";

type Props = {
  /** What is looked for; "" while nothing is. */
  readonly wanted: string;
  readonly result: {
    readonly found: readonly unknown[];
    /** Everything was looked through. */ readonly isDone: boolean;
  };
  /** Which of the matches is the active one; -1 where none is. */
  readonly current: number;
  readonly onStep: (step: 1 | -1) => void;
};

/** What stands behind every search field: to the match before, to the next, and how many there are. */
export function SearchSteps({ wanted, result, current, onStep }: Props) {
  const hasNone = result.found.length === 0;
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={text("searchPrevious")}
        title={text("searchPreviousHint")}
        disabled={hasNone}
        onClick={() => onStep(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={text("searchNext")}
        title={text("searchNextHint")}
        disabled={hasNone}
        onClick={() => onStep(1)}
      >
        <Icon name="down" />
      </button>
      <span class="search-count" aria-live="polite">
        {wanted === "" ? "" : describeCount(result, current)}
      </span>
    </>
  );
}

function describeCount({ found, isDone }: Props["result"], current: number): string {
  if (!isDone) return found.length === 0 ? "" : text("searchSoFar", formatCount(found.length));
  if (found.length === 0) return text("searchNothing");
  if (current < 0) return text("searchFound", formatCount(found.length));
  return text("searchAt", formatCount(current + 1), formatCount(found.length));
}
