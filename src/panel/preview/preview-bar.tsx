import type { Settings } from "../../settings/settings.ts";
import { formatCount } from "../words/format-amount.ts";
import { text } from "../text/text.ts";
import { FORMATS } from "./report-choice.ts";

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
        {text("previewFormat")}{" "}
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
          {text("previewCalls")}{" "}
          <select
            name="calls"
            value={holdsAll ? "visible" : "one"}
            onChange={(event) => onHoldsAll(event.currentTarget.value === "visible")}
          >
            <option value="one">{text("previewThisCall")}</option>
            <option value="visible">{text("previewVisibleCalls", formatCount(visibleCalls))}</option>
          </select>
        </label>
      )}
      <button
        type="button"
        class="button button-primary"
        title={text("previewCopyHint")}
        disabled={onCopy === undefined}
        onClick={onCopy}
      >
        {text("previewCopy")}
      </button>
      <label class="check" title={text("previewAlwaysHint")}>
        <input
          type="checkbox"
          checked={settings.previewBeforeCopy}
          onChange={(event) => onChange({ previewBeforeCopy: event.currentTarget.checked })}
        />
        {text("previewAlways")}
      </label>
    </div>
  );
}
