import { useState } from "preact/hooks";
import { DISCLAIMER } from "../../report/output/writer.ts";
import type { KeptItem } from "../../report/redact/keep.ts";
import type { ReportResult } from "../../report/report.ts";
import type { Settings } from "../../settings/settings.ts";
import type { EventRow } from "../../timeline/row.ts";
import { Section } from "../detail/section.tsx";
import { HandRedaction } from "./hand-redaction.tsx";
import { KeptList } from "./kept-list.tsx";
import { LookList } from "./look-list.tsx";
import { MarkedText } from "./marked-text.tsx";
import { PolicySwitches } from "./policy-switches.tsx";
import "./preview.css";
import { PreviewBar } from "./preview-bar.tsx";
import { Progress } from "./progress.tsx";
import { RedactionList } from "./redaction-list.tsx";
import { formatOf, policyOf } from "./report-choice.ts";
import type { ReportJob } from "./report-job.ts";
import { useReport } from "./use-report.ts";
import { previewWords } from "../words/english/preview.ts";

/** What a previewed report is made of. */
export type PreviewChoice = ReturnType<typeof formatOf> & {
  readonly rows: readonly EventRow[];
  readonly settings: Settings;
  readonly byHand: readonly string[];
  readonly keep: readonly KeptItem[];
};

export type PreviewProps = {
  readonly row: EventRow;
  /** The calls in the list, which a report can hold instead of the one. */
  readonly visible: readonly EventRow[];
  readonly settings: Settings;
  readonly byHand: readonly string[];
  readonly onByHand: (byHand: readonly string[]) => void;
  readonly onChange: (change: Partial<Settings>) => void;
  /** Writes the report of the rows without copying it. */
  readonly write: (choice: PreviewChoice, onProgress?: (fraction: number) => void) => ReportJob;
  /** Copies exactly this result. */
  readonly onCopy: (result: ReportResult) => void;
};

/** A report as it would be copied, with its marks shown, and everything that can be changed about it. */
export function ReportPreview(props: PreviewProps) {
  const { row, visible, settings, byHand, onByHand, onChange, write, onCopy } = props;
  const [selection, setSelection] = useState("");
  const [holdsAll, setHoldsAll] = useState(false);
  const policy = policyOf(settings);
  const rows = holdsAll ? visible : [row];
  const ids = rows.map(({ id }) => id).join(" ");
  // What is kept was chosen for this text: with another one nothing is kept, until it is chosen again.
  const about = `${ids} ${JSON.stringify(policy)}`;
  const [kept, setKept] = useState<{ readonly about: string; readonly items: readonly KeptItem[] }>();
  const keep = kept?.about === about ? kept.items : [];
  const choice: PreviewChoice = { ...formatOf(settings.reportFormat), rows, settings, byHand, keep };
  const written = useReport(
    (onProgress) => write(choice, onProgress),
    JSON.stringify([about, settings.reportFormat, byHand, keep, row.findings.length]),
  );
  const result = written.state === "done" ? written.result : undefined;
  const shown = result?.ok === true ? result : undefined;
  const redact = async (wanted: string): Promise<string | undefined> => {
    const chosen = wanted.trim();
    if (chosen.length < 3) return previewWords.previewTooShort;
    if (/[\u00ab\u00bb]/.test(chosen)) return previewWords.previewHoldsMark;
    if (byHand.includes(chosen)) return previewWords.previewRedactedAlready;
    if (result === undefined) return previewWords.previewStillWriting;
    const trial = await write({ ...choice, byHand: [...byHand, chosen] }).result;
    if (!trial.ok) return trial.reason.replace("Nothing was copied:", "Not redacted:");
    if (result.ok && handCount(trial) <= handCount(result)) return previewWords.previewNotRecorded;
    onByHand([...byHand, chosen]);
    return undefined;
  };
  const keepItem = (item: KeptItem): void => setKept({ about, items: [...keep, item] });
  return (
    <div class="preview">
      <PreviewBar
        settings={settings}
        onChange={onChange}
        visibleCalls={visible.length}
        holdsAll={holdsAll}
        onHoldsAll={setHoldsAll}
        onCopy={shown === undefined ? undefined : () => onCopy(shown)}
      />
      {shown !== undefined && <MarkedText result={shown} onSelect={setSelection} />}
      {result?.ok === false && (
        <p class="preview-refused" role="alert">
          {result.reason}
        </p>
      )}
      {written.state !== "done" && <Progress written={written} />}
      <p class="quiet">{DISCLAIMER}</p>
      {shown !== undefined && (
        <LookList items={shown.uncertain} onRedact={(chosen) => void redact(chosen)} onKeep={keepItem} />
      )}
      {shown !== undefined && (
        <KeptList
          kept={shown.kept}
          onRedact={(id) => setKept({ about, items: keep.filter((item) => item.id !== id) })}
        />
      )}
      <Section title={previewWords.previewHandTitle}>
        <HandRedaction
          value={selection}
          onValue={setSelection}
          onRedact={redact}
          redacted={byHand}
          onUndo={(undone) => onByHand(byHand.filter((other) => other !== undone))}
        />
      </Section>
      {shown !== undefined && (
        <Section title={previewWords.previewRedactedTitle}>
          <RedactionList places={shown.places} onKeep={keepItem} />
        </Section>
      )}
      <Section title={previewWords.previewPolicyTitle}>
        <PolicySwitches policy={policy} onChange={onChange} />
      </Section>
    </div>
  );
}

function handCount(result: ReportResult): number {
  return result.ok ? (result.redactions.find(({ kind }) => kind === "by-hand")?.count ?? 0) : 0;
}
