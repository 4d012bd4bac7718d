import { useMemo, useState } from "preact/hooks";
import { DISCLAIMER } from "../../report/output/writer.ts";
import type { ReportResult } from "../../report/report.ts";
import type { Settings } from "../../settings/settings.ts";
import type { EventRow } from "../../timeline/row.ts";
import { Section } from "../detail/section.tsx";
import { formatCount } from "../format-amount.ts";
import { HandRedaction } from "./hand-redaction.tsx";
import { PolicySwitches } from "./policy-switches.tsx";
import "./preview.css";
import { RedactionList } from "./redaction-list.tsx";
import { FORMATS, formatOf, policyOf } from "./report-choice.ts";
import { splitMarks } from "./split-marks.ts";

/** More is slow to lay out; the rest is copied all the same, and can be shown. */
const SHOWN_AT_FIRST = 100_000;

export type PreviewProps = {
  readonly row: EventRow;
  readonly settings: Settings;
  readonly byHand: readonly string[];
  readonly onByHand: (byHand: readonly string[]) => void;
  readonly onChange: (change: Partial<Settings>) => void;
  /** Writes the report of the row without copying it. */
  readonly write: (format: ReturnType<typeof formatOf>, settings: Settings, byHand: readonly string[]) => ReportResult;
  /** Copies exactly this result. */
  readonly onCopy: (result: ReportResult) => void;
};

/** A report as it would be copied, with its marks shown, and everything that can be changed about it. */
export function ReportPreview({ row, settings, byHand, onByHand, onChange, write, onCopy }: PreviewProps) {
  const [selection, setSelection] = useState("");
  const format = formatOf(settings.reportFormat);
  const policy = policyOf(settings);
  const result = useMemo(
    () => write(format, settings, byHand),
    // What the report is made of; `write` itself is made anew with every render.
    [row, settings.reportFormat, JSON.stringify(policy), byHand],
  );
  const redact = (wanted: string): string | undefined => {
    const text = wanted.trim();
    if (text.length < 3) return "Select at least three characters.";
    if (/[\u00ab\u00bb]/.test(text)) return "This holds a placeholder. Select what stands before or after it.";
    if (byHand.includes(text)) return "This is redacted already.";
    const trial = write(format, settings, [...byHand, text]);
    if (!trial.ok) return trial.reason.replace("Nothing was copied:", "Not redacted:");
    if (result.ok && handCount(trial) <= handCount(result))
      return "Nothing that was recorded holds this text. Only recorded text can be redacted.";
    onByHand([...byHand, text]);
    return undefined;
  };
  return (
    <div class="preview">
      <div class="preview-bar">
        <label>
          Format{" "}
          <select
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
        <button
          type="button"
          class="button button-primary"
          title="Copy exactly the text below"
          disabled={!result.ok}
          onClick={() => onCopy(result)}
        >
          Copy this text
        </button>
        <label class="check" title="“Copy report” and “Copy as cURL” open this view instead of copying at once">
          <input
            type="checkbox"
            checked={settings.previewBeforeCopy}
            onChange={(event) => onChange({ previewBeforeCopy: event.currentTarget.checked })}
          />
          Always preview before copying
        </label>
      </div>
      {result.ok ? (
        <MarkedText result={result} onSelect={setSelection} />
      ) : (
        <p class="preview-refused" role="alert">
          {result.reason}
        </p>
      )}
      <p class="quiet">{DISCLAIMER}</p>
      <Section title="Redact by hand">
        <HandRedaction
          text={selection}
          onText={setSelection}
          onRedact={redact}
          redacted={byHand}
          onUndo={(text) => onByHand(byHand.filter((other) => other !== text))}
        />
      </Section>
      {result.ok && (
        <Section title="What was redacted">
          <RedactionList places={result.places} />
        </Section>
      )}
      <Section title="What reports keep and hide">
        <PolicySwitches policy={policy} onChange={onChange} />
      </Section>
    </div>
  );
}

function handCount(result: ReportResult): number {
  return result.ok ? (result.redactions.find(({ kind }) => kind === "by-hand")?.count ?? 0) : 0;
}

type MarkedTextProps = {
  readonly result: ReportResult & { readonly ok: true };
  readonly onSelect: (text: string) => void;
};

/** The text itself, as text nodes: nothing recorded can become markup here. */
function MarkedText({ result, onSelect }: MarkedTextProps) {
  const [isWhole, setIsWhole] = useState(false);
  const hidden = isWhole ? 0 : Math.max(0, result.text.length - SHOWN_AT_FIRST);
  const pieces = useMemo(
    () => splitMarks(hidden > 0 ? result.text.slice(0, SHOWN_AT_FIRST) : result.text, result.places),
    [result, hidden],
  );
  const takeSelection = (event: { readonly currentTarget: HTMLElement }): void => {
    const selected = event.currentTarget.ownerDocument.getSelection();
    const isInside = selected?.anchorNode !== null && event.currentTarget.contains(selected?.anchorNode ?? null);
    const text = isInside ? (selected?.toString().trim() ?? "") : "";
    if (text !== "") onSelect(text);
  };
  return (
    <>
      <pre
        class="code preview-text"
        role="region"
        aria-label="Report text"
        tabIndex={0}
        onMouseUp={takeSelection}
        onKeyUp={takeSelection}
      >
        {pieces.map(({ text, isMark }, index) =>
          isMark ? (
            <mark class="preview-mark" key={index}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </pre>
      {hidden > 0 && (
        <p class="absence">
          {formatCount(hidden)} further characters are not shown here, but they are copied.{" "}
          <button type="button" class="button" onClick={() => setIsWhole(true)}>
            Show all
          </button>
        </p>
      )}
    </>
  );
}
