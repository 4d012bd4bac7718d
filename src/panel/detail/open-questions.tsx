import type { Conflict } from "../../catalogue/provider.ts";
import { Source } from "./document-link.tsx";
import { Section } from "./section.tsx";
import { detailWords } from "../words/english/detail.ts";

type Props = {
  readonly unstated: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly notes: readonly string[];
};

/** What the documentation leaves open, where it contradicts itself, and how this response was read. */
export function OpenQuestions({ unstated, conflicts, notes }: Props) {
  return (
    <>
      {unstated.length > 0 && (
        <Section title={detailWords.openUnstated}>
          <ul class="statements">
            {unstated.map((statement, index) => (
              <li key={index}>{statement}</li>
            ))}
          </ul>
        </Section>
      )}
      {conflicts.length > 0 && (
        <Section title={detailWords.openConflicts}>
          {conflicts.map((conflict, index) => (
            <div key={index}>
              <p class="conflict-about">{conflict.about}</p>
              <ul class="statements">
                {conflict.sides.map((side, place) => (
                  <li key={place}>
                    {side.says}{" "}
                    <span class="quiet">
                      (<Source source={side.source} />)
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </Section>
      )}
      {notes.length > 0 && (
        <Section title={detailWords.openNotes}>
          <ul class="statements">
            {notes.map((note, index) => (
              <li key={index}>{note}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
