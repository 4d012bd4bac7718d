import { useRef, useState } from "preact/hooks";
import { previewWords } from "../words/english/preview.ts";

type Props = {
  /** What stands in the field. */
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Redacts a text everywhere; gives back why not, as a sentence, where it was not done. */
  readonly onRedact: (wanted: string) => Promise<string | undefined>;
  readonly redacted: readonly string[];
  readonly onUndo: (redacted: string) => void;
};

/** The field for what no rule knows. Selecting in the text above fills it, so that both mouse and keyboard can. */
export function HandRedaction({ value, onValue, onRedact, redacted, onUndo }: Props) {
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const submit = async (): Promise<void> => {
    const refused = await onRedact(value);
    setProblem(refused);
    if (refused === undefined) onValue("");
  };
  return (
    <>
      <form
        class="hand"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <input
          class="hand-text"
          ref={field}
          type="text"
          aria-label={previewWords.previewHandField}
          placeholder={previewWords.previewHandHint}
          spellcheck={false}
          autocomplete="off"
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {previewWords.previewHandSubmit}
        </button>
      </form>
      <p class="hand-problem" role="alert">
        {problem}
      </p>
      {redacted.length > 0 && (
        <>
          <ul class="hand-list" aria-label={previewWords.previewHandList}>
            {redacted.map((item, index) => (
              <li key={item}>
                {previewWords.previewHandItem(item.length, index + 1)}{" "}
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    onUndo(item);
                    // The button goes; what may follow it reveals something.
                    field.current?.focus();
                  }}
                >
                  {previewWords.previewUndo}
                </button>
              </li>
            ))}
          </ul>
          <p class="quiet">{previewWords.previewHandHolds}</p>
        </>
      )}
    </>
  );
}
