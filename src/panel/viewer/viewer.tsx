import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { formatInstant } from "../words/format-instant.ts";
import type { ImportedRecording, ImportResult } from "../import/imported-recording.ts";
import { readFile, readText } from "../import/read-file.ts";
import type { PanelPorts } from "../shell/ports.ts";
import { PresentationContext, usePresentation, usePresented } from "../preview/presentation.ts";
import { useSettings } from "../settings/use-settings.ts";
import { ComparisonView } from "./comparison-view.tsx";
import { ReadingView } from "./reading-view.tsx";
import { RecordedPanel } from "./recorded-panel.tsx";
import { RecordingNotes } from "./recording-notes.tsx";
import { StartView } from "./start-view.tsx";
import { panelWords } from "../words/english/panel.ts";
import { viewerWords } from "../words/english/viewer.ts";

export type ViewerProps = {
  readonly ports: Omit<PanelPorts, "feed">;
  /** Files to open at once, as those dropped on the panel. */
  readonly files?: readonly File[] | undefined;
  /** Opens the browser's file chooser with the viewer. */
  readonly asksAtOnce?: boolean | undefined;
  /** Leads back to the panel; absent on a page that is the viewer alone. */
  readonly onClose?: (() => void) | undefined;
};

type Shown =
  | { readonly kind: "start"; readonly problem: string | null }
  | { readonly kind: "reading"; readonly name: string; readonly share: number; readonly cancel: () => void }
  | { readonly kind: "recording"; readonly recording: ImportedRecording }
  | { readonly kind: "comparison"; readonly before: ImportedRecording; readonly after: ImportedRecording };

const START: Shown = { kind: "start", problem: null };

/** Finished recordings: opens HAR files and pasted reports, shows them in the panel, compares two. Needs no DevTools. */
export function Viewer({ ports, files = [], asksAtOnce = false, onClose }: ViewerProps) {
  const { settings } = useSettings(ports.settings);
  const presentation = usePresentation(settings.presentationMode, ports.providers());
  const [shown, setShown] = useState<Shown>(START);
  const root = useRef<HTMLElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  /** What the chosen file is to be compared with; undefined where it is to be shown. */
  const comparedWith = useRef<ImportedRecording | undefined>(undefined);
  // Reading that goes on when the viewer is closed would be for nobody.
  const reading = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => reading.current?.abort(), []);

  /** Reads a file with progress on screen; undefined, and the screen says why, where there is nothing to show. */
  const read = async (file: File, returnTo: Shown): Promise<ImportedRecording | undefined> => {
    reading.current?.abort();
    const controller = new AbortController();
    reading.current = controller;
    const cancel = (): void => controller.abort();
    setShown({ kind: "reading", name: file.name, share: 0, cancel });
    const result = await readFile(file, {
      signal: controller.signal,
      onProgress: (share) => {
        if (!controller.signal.aborted) setShown({ kind: "reading", name: file.name, share, cancel });
      },
    });
    // A later file has the screen now.
    if (reading.current !== controller) return undefined;
    return settle(result, returnTo);
  };
  const settle = (result: ImportResult, returnTo: Shown): ImportedRecording | undefined => {
    if (result.kind === "read") return result.recording;
    setShown(result.kind === "cancelled" ? returnTo : { kind: "start", problem: result.problem });
    return undefined;
  };
  const open = async (chosen: readonly File[], with_?: ImportedRecording): Promise<void> => {
    const [first, second] = chosen;
    if (first === undefined) return;
    const returnTo = shown.kind === "reading" ? START : shown;
    const one = with_ ?? (await read(first, returnTo));
    if (one === undefined) return;
    const other = with_ === undefined ? second : first;
    if (other === undefined) {
      setShown({ kind: "recording", recording: one });
      return;
    }
    const after = await read(other, { kind: "recording", recording: one });
    if (after !== undefined) setShown({ kind: "comparison", before: one, after });
  };
  const paste = async (pasted: string): Promise<void> => {
    const recording = settle(await readText(pasted), shown);
    if (recording !== undefined) setShown({ kind: "recording", recording });
  };
  const choose = (with_?: ImportedRecording): void => {
    comparedWith.current = with_;
    chooser.current?.click();
  };

  useEffect(() => {
    if (files.length > 0) void open(files);
    // Where loading the viewer outlived the click, no chooser opens; the viewer's own button is there then.
    else if (asksAtOnce) choose();
  }, []);
  // What had the focus (a button of the view before) is gone with its view.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) root.current?.focus();
  }, [shown.kind]);

  return (
    <PresentationContext.Provider value={presentation}>
      <main
        class="panel viewer"
        ref={root}
        tabIndex={-1}
        aria-label={viewerWords.viewerName}
        onKeyDown={(event) => {
          const action = actionOf(event, choose, shown.kind === "start" ? onClose : undefined);
          if (action === undefined) return;
          // The browser's own command for Ctrl+O would leave the viewer; that of DevTools lists sources, its Esc opens a drawer.
          event.preventDefault();
          event.stopPropagation();
          action();
        }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void open([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <header class="viewer-bar">
          <h1>{viewerWords.viewerName}</h1>
          <button type="button" class="button" onClick={() => choose()}>
            {panelWords.viewerOpen}
          </button>
          {shown.kind === "recording" && (
            <button type="button" class="button" onClick={() => choose(shown.recording)}>
              {viewerWords.viewerCompare}
            </button>
          )}
          {(shown.kind === "recording" || shown.kind === "comparison") && (
            <button type="button" class="button" onClick={() => setShown(START)}>
              {viewerWords.viewerPaste}
            </button>
          )}
          {shown.kind === "recording" && <RecordingFacts recording={shown.recording} />}
          {onClose !== undefined && (
            <button type="button" class="button viewer-close" onClick={onClose}>
              {viewerWords.viewerClose}
            </button>
          )}
          <input
            ref={chooser}
            type="file"
            hidden
            multiple
            accept=".har,.json,.gz,.zip,.zhar,.md,.txt"
            aria-label={viewerWords.viewerFile}
            onChange={(event) => {
              const chosen = [...(event.currentTarget.files ?? [])];
              // The same file chosen again is to be read again.
              event.currentTarget.value = "";
              void open(chosen, comparedWith.current);
            }}
          />
        </header>
        {shown.kind === "start" && (
          <StartView problem={shown.problem} onOpen={() => choose()} onPaste={(pasted) => void paste(pasted)} />
        )}
        {shown.kind === "reading" && <ReadingView {...shown} onCancel={shown.cancel} />}
        {shown.kind === "recording" && (
          <>
            <RecordingNotes recording={shown.recording} />
            <RecordedPanel recording={shown.recording} ports={ports} />
          </>
        )}
        {shown.kind === "comparison" && (
          <ComparisonView
            before={shown.before}
            after={shown.after}
            providers={ports.providers}
            onSwap={() => setShown({ kind: "comparison", before: shown.after, after: shown.before })}
            onShow={(recording) => setShown({ kind: "recording", recording })}
          />
        )}
      </main>
    </PresentationContext.Provider>
  );
}

/** What a key does that no part of the viewer took for itself. `close` is undefined where Esc would lose a recording. */
function actionOf(
  { key, ctrlKey, metaKey, altKey, shiftKey }: TargetedKeyboardEvent<HTMLElement>,
  choose: () => void,
  close: (() => void) | undefined,
): (() => void) | undefined {
  if (altKey || shiftKey) return undefined;
  if (ctrlKey || metaKey) return key.toLowerCase() === "o" ? choose : undefined;
  return key === "Escape" ? close : undefined;
}

function RecordingFacts({ recording }: { readonly recording: ImportedRecording }) {
  const { entryCount, endedAt } = recording;
  const name = usePresented(recording.name, { kind: "text" });
  return (
    <p class="viewer-facts">
      <strong>{name}</strong> <span>{viewerWords.viewerEntries(entryCount)}</span>{" "}
      {endedAt > 0 && (
        <span class="quiet" title={viewerWords.viewerClockHint}>
          {viewerWords.viewerClock(formatInstant(endedAt))}
        </span>
      )}
    </p>
  );
}
