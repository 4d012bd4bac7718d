import { usePresented } from "../preview/presentation.ts";
import { viewerWords } from "../words/english/viewer.ts";

type Props = {
  readonly name: string;
  /** How much of the file was read, from 0 to 1. */
  readonly share: number;
  readonly onCancel: () => void;
};

/** Stands while a file is read. */
export function ReadingView({ name, share, onCancel }: Props) {
  const words = viewerWords.viewerReading(usePresented(name, { kind: "text" }));
  return (
    <div class="viewer-reading">
      <p role="status">{words}</p>
      <progress max={1} value={share} aria-label={words} />
      <span class="quiet">{viewerWords.viewerShare(Math.floor(share * 100))}</span>
      <button type="button" class="button" onClick={onCancel}>
        {viewerWords.viewerCancel}
      </button>
    </div>
  );
}
