import { useState } from "preact/hooks";
import { panelWords } from "../words/english/panel.ts";
import { viewerWords } from "../words/english/viewer.ts";

type Props = {
  /** Why the last one could not be read; null where nothing went wrong. */
  readonly problem: string | null;
  readonly onOpen: () => void;
  readonly onPaste: (pasted: string) => void;
};

/** What is there before a recording is: how to open one. */
export function StartView({ problem, onOpen, onPaste }: Props) {
  const [pasted, setPasted] = useState("");
  return (
    <div class="viewer-start">
      {problem !== null && (
        <p class="viewer-problem" role="alert">
          {problem}
        </p>
      )}
      <section class="viewer-drop" aria-labelledby="viewer-drop-title">
        <h2 id="viewer-drop-title">{viewerWords.viewerDropTitle}</h2>
        <p>{viewerWords.viewerDropHint}</p>
        <button type="button" class="button" onClick={onOpen}>
          {panelWords.viewerOpen}
        </button>
        <p class="quiet">{viewerWords.viewerFormats}</p>
        <p class="quiet">{viewerWords.viewerPrivacy}</p>
      </section>
      <form
        class="viewer-paste"
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim() !== "") onPaste(pasted);
        }}
      >
        <h2>
          <label for="viewer-pasted">{viewerWords.viewerPasteTitle}</label>
        </h2>
        <p>{viewerWords.viewerPasteHint}</p>
        <textarea
          id="viewer-pasted"
          rows={6}
          spellcheck={false}
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={pasted.trim() === ""}>
          {viewerWords.viewerPasteShow}
        </button>
      </form>
    </div>
  );
}
