import { FILTER_HELP } from "../../timeline/filter/parse-filter.ts";
import { helpWords } from "../words/english/help.ts";

/** Everything the filter understands, out of the parser's own table. */
export function FilterSyntax() {
  return (
    <>
      <p class="filter-help-lead">{helpWords.filterHelpJoin}</p>
      <table class="help-table">
        <thead>
          <tr>
            <th scope="col">{helpWords.filterHelpSyntax}</th>
            <th scope="col">{helpWords.filterHelpMeaning}</th>
          </tr>
        </thead>
        <tbody>
          {FILTER_HELP.map(({ syntax, help }) => (
            <tr key={syntax}>
              <td>
                <code>{syntax}</code>
              </td>
              <td>{help}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
