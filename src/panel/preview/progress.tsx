import type { WrittenReport } from "./use-report.ts";
import { previewWords } from "../words/english/preview.ts";

/** How far a large report is, with a way to stop it. */
export function Progress({ written }: { readonly written: Exclude<WrittenReport, { readonly state: "done" }> }) {
  if (written.state === "cancelled") {
    return (
      <p class="quiet">
        {previewWords.previewCancelled}{" "}
        <button type="button" class="button" onClick={written.restart}>
          {previewWords.previewAgain}
        </button>
      </p>
    );
  }
  const percent = Math.round(written.fraction * 100);
  const words = previewWords.previewWorking(`${percent} %`);
  return (
    <p class="preview-progress">
      <progress max={100} value={percent} aria-label={words} /> {words}{" "}
      <button type="button" class="button" onClick={written.cancel}>
        {previewWords.previewCancel}
      </button>
    </p>
  );
}
