import { useState } from "preact/hooks";
import { formatPlural } from "../format-amount.ts";

type Props = {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Redacts a text everywhere; gives back why not, as a sentence, where it was not done. */
  readonly onRedact: (text: string) => string | undefined;
  readonly redacted: readonly string[];
  readonly onUndo: (text: string) => void;
};

/** The field for what no rule knows. Selecting in the text above fills it, so that both mouse and keyboard can. */
export function HandRedaction({ text, onText, onRedact, redacted, onUndo }: Props) {
  const [problem, setProblem] = useState<string | undefined>(undefined);
  return (
    <>
      <form
        class="hand"
        onSubmit={(event) => {
          event.preventDefault();
          const refused = onRedact(text);
          setProblem(refused);
          if (refused === undefined) onText("");
        }}
      >
        <input
          class="hand-text"
          type="text"
          aria-label="Text to redact everywhere"
          placeholder="Select text above, or type it here"
          spellcheck={false}
          autocomplete="off"
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          Redact everywhere
        </button>
      </form>
      <p class="hand-problem" role="alert">
        {problem}
      </p>
      {redacted.length > 0 && (
        <ul class="hand-list" aria-label="Redacted by hand">
          {redacted.map((value, index) => (
            <li key={value}>
              Text {index + 1}, {formatPlural(value.length, "character")}{" "}
              <button type="button" class="button" onClick={() => onUndo(value)}>
                Undo
              </button>
            </li>
          ))}
        </ul>
      )}
      {redacted.length > 0 && (
        <p class="quiet">Holds for every report copied from this panel until it is undone or DevTools is closed.</p>
      )}
    </>
  );
}
