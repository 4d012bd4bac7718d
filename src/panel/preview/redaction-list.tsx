import type { RedactionPlace } from "../../report/output/writer.ts";

/** How each mark came about, as the end of "found …". */
const REASON_WORDS: Readonly<Record<RedactionPlace["reason"], string>> = {
  name: "its name",
  place: "its place",
  format: "its form",
  copy: "copy of a secret found elsewhere",
  "by-hand": "marked by hand",
  policy: "switched on below",
};

/** What was cut out: kind by kind, where it stood, why it went and how often its mark is in the text. */
export function RedactionList({ places }: { readonly places: readonly RedactionPlace[] }) {
  if (places.length === 0) return <p class="quiet">Nothing in this text had to be redacted.</p>;
  const sorted = places.toSorted((a, b) => a.kind.localeCompare(b.kind) || a.number - b.number);
  return (
    <table class="redactions">
      <thead>
        <tr>
          <th scope="col">Redacted</th>
          <th scope="col">Times</th>
          <th scope="col">Where</th>
          <th scope="col">Known by</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ kind, number, reason, where, count }) => (
          <tr key={`${kind}:${number} ${reason} ${where}`}>
            <td>
              {kind} {number}
            </td>
            <td>{count}</td>
            <td>{where}</td>
            <td>{REASON_WORDS[reason]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
