import { useEffect, useState } from "preact/hooks";
import { loadReport } from "../loading/report-loader.ts";
import type { PreviewProps, ReportPreview } from "./report-preview.tsx";
import { panelWords } from "../words/english/panel.ts";

type View = typeof ReportPreview;

let loaded: View | undefined;

/** Loads the preview and the redactor, once. Rejects where the extension's files are gone. */
export async function loadPreview(): Promise<View> {
  // The preview writes a report while it is drawn, so both must be there.
  const [view] = await Promise.all([import("./report-preview.tsx"), loadReport()]);
  loaded = view.ReportPreview;
  return view.ReportPreview;
}

/** The preview, loaded when it is first looked at: it comes with the redactor, which is not part of the first paint. */
export function PreviewTab(props: PreviewProps) {
  const [View, setView] = useState<View | undefined>(() => loaded);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (View !== undefined) return;
    loadPreview().then(
      (view) => setView(() => view),
      () => setHasFailed(true),
    );
  }, [View]);
  if (View !== undefined) return <View {...props} />;
  return <p class="quiet">{hasFailed ? panelWords.previewNotLoadable : panelWords.previewPreparing}</p>;
}
