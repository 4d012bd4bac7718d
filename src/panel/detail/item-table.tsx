import type { EventItem } from "../../decode/api-event.ts";
import { formatCount } from "../words/format-amount.ts";
import { Icon } from "../controls/icon.tsx";
import { eventWords } from "../words/english/event.ts";
import { detailWords } from "../words/english/detail.ts";

/** Rows beyond this would be nobody's reading; what succeeded is then left out first. */
const MOST_ROWS = 100;

type Props = { readonly items: readonly EventItem[] };

/** What each part of the answer says: the answers of a batch or a 207, the errors of a GraphQL answer. */
export function ItemTable({ items }: Props) {
  const failed = items.filter((item) => item.failed);
  const shown = items.length <= MOST_ROWS ? items : failed.slice(0, MOST_ROWS);
  return (
    <div class="items">
      <table>
        <caption>
          {detailWords.itemsFailed(formatCount(failed.length), formatCount(items.length))}{" "}
          {shown.length < items.length && detailWords.itemsShown(formatCount(shown.length))}
        </caption>
        <thead>
          <tr>
            <th scope="col">{detailWords.itemsLabel}</th>
            <th scope="col">{detailWords.itemsStatus}</th>
            <th scope="col">{detailWords.itemsCode}</th>
            <th scope="col">{detailWords.itemsMessage}</th>
            <th scope="col">{detailWords.itemsRetry}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item, index) => (
            <tr class={item.failed ? "item-failed" : undefined} key={index}>
              <th scope="row">{item.label}</th>
              <td>
                {item.failed ? <Icon name="warning" /> : null}{" "}
                {item.status ?? (item.failed ? detailWords.itemsBad : detailWords.itemsGood)}
              </td>
              <td>{item.code !== null && <code>{item.code}</code>}</td>
              <td>{item.message === null ? null : cut(item.message)}</td>
              <td>{item.retry === null ? null : eventWords.retry[item.retry]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The whole text is in the response's tab. */
const LONGEST_MESSAGE = 300;

function cut(message: string): string {
  return message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE)}…`;
}
