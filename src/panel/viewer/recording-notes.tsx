import type { ImportedRecording } from "../import/imported-recording.ts";
import { countWords, formatCount } from "../words/format-amount.ts";
import { usePresent } from "../preview/presentation.ts";
import { text } from "../text/text.ts";

/** What has to be said about how a recording was read; nothing where all went well. */
export function RecordingNotes({ recording }: { readonly recording: ImportedRecording }) {
  const { skipped, skippedCount, isCut, areCredentialsWithheld, leftOut } = recording;
  const present = usePresent();
  if (skippedCount === 0 && !isCut && !areCredentialsWithheld && leftOut === 0) return null;
  return (
    <div class="viewer-notes">
      {isCut && <p>{text("viewerCut", formatCount(recording.entryCount))}</p>}
      {areCredentialsWithheld && <p>{text("viewerWithheld")}</p>}
      {leftOut > 0 && <p>{text("viewerLeftOut", formatCount(leftOut))}</p>}
      {skippedCount > 0 && (
        <details>
          <summary>{countWords("viewerSkippedOne", "viewerSkipped", skippedCount)}</summary>
          <ol>
            {skipped.map(({ index, problem }) => (
              <li key={index}>{text("viewerSkippedEntry", index, present(problem, { kind: "text" }))}</li>
            ))}
          </ol>
          {skippedCount > skipped.length && (
            <p>{text("viewerSkippedMore", formatCount(skippedCount - skipped.length))}</p>
          )}
        </details>
      )}
    </div>
  );
}
