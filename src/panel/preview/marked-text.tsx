import { useMemo, useState } from "preact/hooks";
import type { ReportResult } from "../../report/report.ts";
import { formatCount } from "../words/format-amount.ts";
import { usePresented } from "./presentation.ts";
import { splitMarks } from "./split-marks.ts";
import { previewWords } from "../words/english/preview.ts";

/** More is slow to lay out; the rest is copied all the same, and can be shown. */
const SHOWN_AT_FIRST = 100_000;

type Props = {
  readonly result: ReportResult & { readonly ok: true };
  readonly onSelect: (text: string) => void;
};

/** The text of a report, as text nodes: nothing recorded can become markup here. */
export function MarkedText({ result, onSelect }: Props) {
  const [isWhole, setIsWhole] = useState(false);
  const hidden = isWhole ? 0 : Math.max(0, result.text.length - SHOWN_AT_FIRST);
  // What the user chose to keep in a copy is still not for a shared screen.
  const shown = usePresented(hidden > 0 ? result.text.slice(0, SHOWN_AT_FIRST) : result.text, { kind: "text" });
  const pieces = useMemo(() => splitMarks(shown, result.places), [result, shown]);
  const takeSelection = (event: { readonly currentTarget: HTMLElement }): void => {
    const selected = event.currentTarget.ownerDocument.getSelection();
    const isInside = selected?.anchorNode !== null && event.currentTarget.contains(selected?.anchorNode ?? null);
    const chosen = isInside ? (selected?.toString().trim() ?? "") : "";
    if (chosen !== "") onSelect(chosen);
  };
  return (
    <>
      <pre
        class="code preview-text"
        role="region"
        aria-label={previewWords.previewText}
        tabIndex={0}
        onMouseUp={takeSelection}
        onKeyUp={takeSelection}
      >
        {pieces.map((piece, index) =>
          piece.isMark ? (
            <mark class="preview-mark" key={index}>
              {piece.text}
            </mark>
          ) : (
            piece.text
          ),
        )}
      </pre>
      {hidden > 0 && (
        <p class="absence">
          {previewWords.previewHiddenCharacters(formatCount(hidden))}{" "}
          <button type="button" class="button" onClick={() => setIsWhole(true)}>
            {previewWords.previewShowAll}
          </button>
        </p>
      )}
    </>
  );
}
