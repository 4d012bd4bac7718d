import type { Filter } from "../timeline/filter.ts";
import "./filter-problems.css";

type Props = { readonly problems: Filter["problems"] };

/** Which words of the filter are ignored, and why. An invalid word never empties the list. */
export function FilterProblems({ problems }: Props) {
  if (problems.length === 0) return null;
  return (
    <ul class="filter-problems" role="status">
      {problems.map(({ start, problem }) => (
        <li key={start}>Ignored: {problem}</li>
      ))}
    </ul>
  );
}
