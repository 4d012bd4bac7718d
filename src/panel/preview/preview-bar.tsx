import type { Settings } from "../../settings/settings.ts";
import { formatCount } from "../words/format-amount.ts";
import { FORMATS } from "./report-choice.ts";
import { previewWords } from "../words/english/preview.ts";

type Props = {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly visibleCalls: number;
  readonly holdsAll: boolean;
  readonly onHoldsAll: (holdsAll: boolean) => void;
  /** Undefined while there is nothing to copy. */
  readonly onCopy: (() => void) | undefined;
};

/** What the report is to be, and the button that copies it. */
export function PreviewBar({ settings, onChange, visibleCalls, holdsAll, onHoldsAll, onCopy }: Props) {
  return (
    <div class="preview-bar">
      <label>
        {previewWords.previewFormat}{" "}
        <select
          name="format"
          value={settings.reportFormat}
          onChange={(event) => {
            const chosen = FORMATS.find(({ choice }) => choice === event.currentTarget.value);
            if (chosen !== undefined) onChange({ reportFormat: chosen.choice });
          }}
        >
          {FORMATS.map(({ choice, title }) => (
            <option value={choice} key={choice}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {visibleCalls > 1 && (
        <label>
          {previewWords.previewCalls}{" "}
          <select
            name="calls"
            value={holdsAll ? "visible" : "one"}
            onChange={(event) => onHoldsAll(event.currentTarget.value === "visible")}
          >
            <option value="one">{previewWords.previewThisCall}</option>
            <option value="visible">{previewWords.previewVisibleCalls(formatCount(visibleCalls))}</option>
          </select>
        </label>
      )}
      <button
        type="button"
        class="button button-primary"
        title={previewWords.previewCopyHint}
        disabled={onCopy === undefined}
        onClick={onCopy}
      >
        {previewWords.previewCopy}
      </button>
      <label class="check" title={previewWords.previewAlwaysHint}>
        <input
          type="checkbox"
          checked={settings.previewBeforeCopy}
          onChange={(event) => onChange({ previewBeforeCopy: event.currentTarget.checked })}
        />
        {previewWords.previewAlways}
      </label>
    </div>
  );
}
