import type { RedactionPlace } from "../../report/output/writer.ts";
import { Section } from "../detail/section.tsx";
import { previewWords } from "../words/english/preview.ts";

type Props = { readonly kept: readonly RedactionPlace[]; readonly onRedact: (id: string) => void };

/** What stays in the text because the user said so. */
export function KeptList({ kept, onRedact }: Props) {
  if (kept.length === 0) return null;
  return (
    <Section title={previewWords.previewKeptTitle}>
      <ul class="hand-list">
        {kept.map(({ id, kind, number, where }) => (
          <li key={`${kind} ${number}`}>
            {kind} {number} {where === "" ? "" : `(${where})`}{" "}
            {id !== null && (
              <button type="button" class="button" onClick={() => onRedact(id)}>
                {previewWords.previewRedactAgain}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="quiet">{previewWords.previewKeptHolds}</p>
    </Section>
  );
}
