import { useState } from "preact/hooks";
import { text } from "../text/text.ts";

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
        <h2 id="viewer-drop-title">{text("viewerDropTitle")}</h2>
        <p>{text("viewerDropHint")}</p>
        <button type="button" class="button" onClick={onOpen}>
          {text("viewerOpen")}
        </button>
        <p class="quiet">{text("viewerFormats")}</p>
        <p class="quiet">{text("viewerPrivacy")}</p>
      </section>
      <form
        class="viewer-paste"
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim() !== "") onPaste(pasted);
        }}
      >
        <h2>
          <label for="viewer-pasted">{text("viewerPasteTitle")}</label>
        </h2>
        <p>{text("viewerPasteHint")}</p>
        <textarea
          id="viewer-pasted"
          rows={6}
          spellcheck={false}
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={pasted.trim() === ""}>
          {text("viewerPasteShow")}
        </button>
      </form>
    </div>
  );
}
