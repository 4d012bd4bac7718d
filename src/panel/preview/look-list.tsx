import type { PlainName } from "../words/language.ts";
import type { KeptItem } from "../../report/redact/keep.ts";
import type { UncertainItem } from "../../report/redact/uncertain.ts";
import { Section } from "../detail/section.tsx";
import { KeepButton } from "./keep-button.tsx";
import { usePresent } from "./presentation.ts";
import { previewWords } from "../words/english/preview.ts";

const REASONS: Readonly<Record<UncertainItem["reason"], PlainName<typeof previewWords>>> = {
  random: "previewLookRandom",
  "near-secret-name": "previewLookNear",
  hex: "previewLookHex",
  guessed: "previewLookGuessed",
};

type Props = {
  readonly items: readonly UncertainItem[];
  readonly onRedact: (text: string) => void;
  readonly onKeep: (item: KeptItem) => void;
};

/** What no rule could tell, for the user to decide. */
export function LookList({ items, onRedact, onKeep }: Props) {
  const present = usePresent();
  if (items.length === 0) return null;
  return (
    <Section title={previewWords.previewLookTitle}>
      <p class="quiet">{previewWords.previewLookHint}</p>
      <ul class="hand-list">
        {items.map((item) =>
          item.state === "kept" ? (
            <li key={item.text}>
              <code class="look-text">{present(item.text, { kind: "text" })}</code> {item.name} ({item.where}):{" "}
              {previewWords[REASONS[item.reason]]}{" "}
              <button
                type="button"
                class="button"
                aria-label={previewWords.previewLookRedactItem(present(item.text, { kind: "text" }))}
                onClick={() => onRedact(item.text)}
              >
                {previewWords.previewLookRedact}
              </button>
            </li>
          ) : (
            <li key={item.id}>
              {item.kind} {item.number} ({item.where}): {previewWords[REASONS[item.reason]]}{" "}
              <KeepButton name={`${item.kind} ${item.number}`} id={item.id} isCredential onKeep={onKeep} />
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}
