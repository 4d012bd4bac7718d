import { text } from "../text/text.ts";
import type { WrittenReport } from "./use-report.ts";

/** How far a large report is, with a way to stop it. */
export function Progress({ written }: { readonly written: Exclude<WrittenReport, { readonly state: "done" }> }) {
  if (written.state === "cancelled") {
    return (
      <p class="quiet">
        {text("previewCancelled")}{" "}
        <button type="button" class="button" onClick={written.restart}>
          {text("previewAgain")}
        </button>
      </p>
    );
  }
  const percent = Math.round(written.fraction * 100);
  const words = text("previewWorking", `${percent} %`);
  return (
    <p class="preview-progress">
      <progress max={100} value={percent} aria-label={words} /> {words}{" "}
      <button type="button" class="button" onClick={written.cancel}>
        {text("previewCancel")}
      </button>
    </p>
  );
}
