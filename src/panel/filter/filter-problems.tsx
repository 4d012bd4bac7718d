import type { Filter } from "../../timeline/filter.ts";
import "./filter-problems.css";
import { usePresent } from "../preview/presentation.ts";
import { panelWords } from "../words/english/panel.ts";

/** The element id of the list, by which the filter field refers to it. */
export const PROBLEMS_ID = "filter-problems";

type Props = { readonly problems: Filter["problems"] };

/** Which words of the filter are ignored, and why. An invalid word never empties the list. */
export function FilterProblems({ problems }: Props) {
  const present = usePresent();
  if (problems.length === 0) return null;
  return (
    <ul class="filter-problems" id={PROBLEMS_ID}>
      {problems.map(({ start, problem }) => (
        <li key={start}>{panelWords.filterIgnored(present(problem, { kind: "text" }))}</li>
      ))}
    </ul>
  );
}
