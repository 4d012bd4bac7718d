import { useId, useState } from "preact/hooks";
import { formatCount } from "../words/format-amount.ts";
import { settingsWords } from "../words/english/settings.ts";

type Props = {
  readonly title: string;
  readonly hint: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
};

/** A whole number within a range. What is out of range is not taken, and the field says so. */
export function NumberField({ title, hint, value, least, most, onChange }: Props) {
  const id = useId();
  // What is being typed and is no valid value; the setting keeps its own until it is.
  const [draft, setDraft] = useState<string>();
  const isWrong = draft !== undefined;
  return (
    <div class="settings-field">
      <label for={id}>{title}</label>
      <input
        id={id}
        class="settings-input settings-number"
        type="text"
        inputMode="numeric"
        value={draft ?? String(value)}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const written = event.currentTarget.value.trim();
          const number = Number(written);
          const isValid = /^\d{1,9}$/.test(written) && number >= least && number <= most;
          setDraft(isValid ? undefined : written);
          if (isValid) onChange(number);
        }}
      />
      <p id={`${id}-hint`} class={isWrong ? "settings-wrong" : "quiet"} role={isWrong ? "alert" : undefined}>
        {isWrong ? settingsWords.settingsRange(formatCount(least), formatCount(most)) : hint}
      </p>
    </div>
  );
}
