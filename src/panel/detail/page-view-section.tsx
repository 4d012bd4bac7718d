import type { ApiEvent, PageView } from "../../decode/api-event.ts";
import { formatCount } from "../words/format-amount.ts";
import { detailWords } from "../words/english/detail.ts";
import { Section } from "./section.tsx";

type Props = { readonly event: ApiEvent };

/**
 * What the page's own script got, beside what the server sent. Nothing for calls of other programs, nor where the script
 * could read all of it.
 */
export function PageViewSection({ event }: Props) {
  const { pageView, exchange } = event;
  if (pageView === undefined || seesEverything(pageView)) return null;
  const { response } = exchange;
  const isAnswered = response.status !== 0;
  return (
    <Section title={detailWords.sawTitle}>
      <table class="saw">
        <thead>
          <tr>
            <td />
            <th scope="col">{detailWords.sawServer}</th>
            <th scope="col">{detailWords.sawCode}</th>
          </tr>
        </thead>
        <tbody>
          {pageView.error !== null && (
            <tr>
              <th scope="row">{detailWords.sawResult}</th>
              <td>{isAnswered ? detailWords.sawAnswer : detailWords.sawNoAnswer}</td>
              <td>
                <code>{pageView.error}</code>
              </td>
            </tr>
          )}
          {isAnswered && (
            <>
              <tr>
                <th scope="row">{detailWords.responseStatus}</th>
                <td>{response.status}</td>
                <td>{pageView.status ?? detailWords.sawNothing}</td>
              </tr>
              <tr>
                <th scope="row">{detailWords.sawHeaders}</th>
                <td>{formatCount(pageView.readable.length + pageView.hidden.length)}</td>
                <td>
                  {pageView.readable.length === 0 ? detailWords.sawNothing : formatCount(pageView.readable.length)}
                </td>
              </tr>
              <tr>
                <th scope="row">{detailWords.bodyTitle}</th>
                <td>{response.body.kind === "empty" ? detailWords.sawEmpty : detailWords.sawSent}</td>
                <td>{pageView.body ? detailWords.sawReadable : detailWords.sawNothing}</td>
              </tr>
            </>
          )}
        </tbody>
      </table>
      {pageView.reason !== null && <p class="saw-reason">{pageView.reason}</p>}
      {pageView.fix !== null && (
        <p>
          {detailWords.sawFix}{" "}
          <code class="saw-fix">
            {pageView.fix.name}: {pageView.fix.value}
          </code>
        </p>
      )}
      {isAnswered && pageView.hidden.length > 0 && (
        <details>
          <summary>{detailWords.sawHidden(pageView.hidden.length)}</summary>
          <p class="saw-names">{pageView.hidden.join(", ")}</p>
        </details>
      )}
    </Section>
  );
}

function seesEverything({ saw, hidden }: PageView): boolean {
  return saw === "response" && hidden.length === 0;
}
