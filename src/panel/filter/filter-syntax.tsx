import { FILTER_HELP } from "../../timeline/filter/parse-filter.ts";
import { text } from "../text/text.ts";

/** Everything the filter understands, out of the parser's own table. */
export function FilterSyntax() {
  return (
    <>
      <p class="filter-help-lead">{text("filterHelpJoin")}</p>
      <table class="help-table">
        <thead>
          <tr>
            <th scope="col">{text("filterHelpSyntax")}</th>
            <th scope="col">{text("filterHelpMeaning")}</th>
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
