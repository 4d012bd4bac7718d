import type { PlainName } from "../words/language.ts";
import type { RedactionPlace } from "../../report/output/writer.ts";
import type { KeptItem } from "../../report/redact/keep.ts";
import { KeepButton } from "./keep-button.tsx";
import { previewWords } from "../words/english/preview.ts";

/** How each mark came about, as the end of "known by …". */
const REASONS: Readonly<Record<RedactionPlace["reason"], PlainName<typeof previewWords>>> = {
  name: "previewReasonName",
  place: "previewReasonPlace",
  format: "previewReasonFormat",
  copy: "previewReasonCopy",
  "by-hand": "previewReasonByHand",
  policy: "previewReasonPolicy",
};

type Props = { readonly places: readonly RedactionPlace[]; readonly onKeep: (item: KeptItem) => void };

/** What was cut out: kind by kind, where it stood, why it went and how often its mark is in the text. */
export function RedactionList({ places, onKeep }: Props) {
  if (places.length === 0) return <p class="quiet">{previewWords.previewNothingRedacted}</p>;
  const sorted = places.toSorted((a, b) => a.kind.localeCompare(b.kind) || a.number - b.number);
  const columns = [
    "previewColumnRedacted",
    "previewColumnTimes",
    "previewColumnWhere",
    "previewColumnReason",
    "previewColumnKeep",
  ] as const;
  return (
    <table class="redactions">
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {previewWords[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ kind, number, reason, where, count, id, isCredential }) => (
          <tr key={`${kind}:${number} ${reason} ${where}`}>
            <td>
              {kind} {number}
            </td>
            <td>{count}</td>
            <td>{where}</td>
            <td>{previewWords[REASONS[reason]]}</td>
            <td>
              {id !== null && (
                <KeepButton name={`${kind} ${number}`} id={id} isCredential={isCredential} onKeep={onKeep} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
