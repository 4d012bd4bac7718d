import type { PlainName } from "../words/language.ts";
import { useEffect, useState } from "preact/hooks";
import { type Change, compareRecordings, type Comparison } from "../../compare/compare.ts";
import type { Providers } from "../../catalogue/provider.ts";
import { formatCount } from "../words/format-amount.ts";
import type { ImportedRecording } from "../import/imported-recording.ts";
import { usePresent, usePresented } from "../preview/presentation.ts";
import { RecordingNotes } from "./recording-notes.tsx";
import { summarizeRecording } from "./summarize-recording.ts";
import { viewerWords } from "../words/english/viewer.ts";

type Props = {
  readonly before: ImportedRecording;
  readonly after: ImportedRecording;
  readonly providers: () => Providers;
  readonly onSwap: () => void;
  readonly onShow: (recording: ImportedRecording) => void;
};

const CHANGES: Readonly<Record<Change, PlainName<typeof viewerWords>>> = {
  new: "compareNew",
  gone: "compareGone",
  more: "compareMore",
  fewer: "compareFewer",
  same: "compareSame",
};

/** Two recordings side by side: which failures and findings are new, gone or changed in count. */
export function ComparisonView({ before, after, providers, onSwap, onShow }: Props) {
  const [comparison, setComparison] = useState<Comparison | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    setComparison(undefined);
    const compare = async (): Promise<void> => {
      const one = await summarizeRecording(before, providers());
      const other = await summarizeRecording(after, providers());
      if (!isGone) setComparison(compareRecordings(one, other));
    };
    void compare();
    return () => {
      isGone = true;
    };
  }, [before, after]);
  return (
    <div class="viewer-comparison">
      <h2>{viewerWords.compareTitle}</h2>
      <dl class="compare-sides">
        <Side label={viewerWords.compareBefore} recording={before} onShow={onShow} />
        <Side label={viewerWords.compareAfter} recording={after} onShow={onShow} />
      </dl>
      <button type="button" class="button" onClick={onSwap}>
        {viewerWords.compareSwap}
      </button>
      {comparison === undefined ? (
        <p role="status">{viewerWords.compareWorking}</p>
      ) : (
        <ComparisonTables comparison={comparison} />
      )}
    </div>
  );
}

type SideProps = Pick<Props, "onShow"> & { readonly label: string; readonly recording: ImportedRecording };

function Side({ label, recording, onShow }: SideProps) {
  const name = usePresented(recording.name, { kind: "text" });
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <button type="button" class="link-button" onClick={() => onShow(recording)}>
          {name}
        </button>
        <RecordingNotes recording={recording} />
      </dd>
    </div>
  );
}

function ComparisonTables({ comparison }: { readonly comparison: Comparison }) {
  const { calls, failures, codes, findings } = comparison;
  const present = usePresent();
  const isSame = [...codes, ...findings].every(({ change }) => change === "same");
  return (
    <>
      <p role="status">
        {viewerWords.compareTotals(
          formatCount(calls.before),
          formatCount(calls.after),
          formatCount(failures.before),
          formatCount(failures.after),
        )}{" "}
        {isSame && viewerWords.compareNothing}
      </p>
      {codes.length > 0 && (
        <table class="compare-table">
          <caption>{viewerWords.compareCodes}</caption>
          <Head what={viewerWords.compareCode} />
          <tbody>
            {codes.map((code) => (
              <tr key={code.key} class={`compare-${code.change}`}>
                <Counts {...code} />
                <td>
                  <span class="quiet">{code.providerName}</span> <code>{present(kindOf(code), { kind: "text" })}</code>{" "}
                  {present(code.title, { kind: "text" })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {findings.length > 0 && (
        <table class="compare-table">
          <caption>{viewerWords.compareFindings}</caption>
          <Head what={viewerWords.compareFinding} />
          <tbody>
            {findings.map((finding) => (
              <tr key={finding.id} class={`compare-${finding.change}`}>
                <Counts {...finding} />
                <td>
                  <code>{finding.id}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Head({ what }: { readonly what: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{viewerWords.compareChange}</th>
        <th scope="col">{viewerWords.compareBefore}</th>
        <th scope="col">{viewerWords.compareAfter}</th>
        <th scope="col">{what}</th>
      </tr>
    </thead>
  );
}

type CountsProps = { readonly change: Change; readonly before: number; readonly after: number };

function Counts({ change, before, after }: CountsProps) {
  return (
    <>
      <th scope="row">{viewerWords[CHANGES[change]]}</th>
      <td class="compare-count">{formatCount(before)}</td>
      <td class="compare-count">{formatCount(after)}</td>
    </>
  );
}

function kindOf({ code, status }: Comparison["codes"][number]): string {
  return code ?? (status === 0 ? viewerWords.compareNoResponse : String(status));
}
