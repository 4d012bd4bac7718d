import type { ImportedRecording } from "../import/imported-recording.ts";
import { formatCount } from "../words/format-amount.ts";
import { usePresent } from "../preview/presentation.ts";
import { viewerWords } from "../words/english/viewer.ts";

/** What has to be said about how a recording was read; nothing where all went well. */
export function RecordingNotes({ recording }: { readonly recording: ImportedRecording }) {
  const { skipped, skippedCount, isCut, areCredentialsWithheld, leftOut } = recording;
  const present = usePresent();
  if (skippedCount === 0 && !isCut && !areCredentialsWithheld && leftOut === 0) return null;
  return (
    <div class="viewer-notes">
      {isCut && <p>{viewerWords.viewerCut(formatCount(recording.entryCount))}</p>}
      {areCredentialsWithheld && <p>{viewerWords.viewerWithheld}</p>}
      {leftOut > 0 && <p>{viewerWords.viewerLeftOut(formatCount(leftOut))}</p>}
      {skippedCount > 0 && (
        <details>
          <summary>{viewerWords.viewerSkipped(skippedCount)}</summary>
          <ol>
            {skipped.map(({ index, problem }) => (
              <li key={index}>{viewerWords.viewerSkippedEntry(index, present(problem, { kind: "text" }))}</li>
            ))}
          </ol>
          {skippedCount > skipped.length && (
            <p>{viewerWords.viewerSkippedMore(formatCount(skippedCount - skipped.length))}</p>
          )}
        </details>
      )}
    </div>
  );
}
