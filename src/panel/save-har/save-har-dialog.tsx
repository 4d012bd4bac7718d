import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ApiEvent } from "../../decode/api-event.ts";
import { DISCLAIMER } from "../../report/output/writer.ts";
import { formatCount } from "../words/format-amount.ts";
import { ModalDialog } from "../help/modal-dialog.tsx";
import type { PanelPorts } from "../shell/ports.ts";
import { policyOf } from "../preview/report-choice.ts";
import { downloadBlob } from "../settings/download.ts";
import type { Store } from "../store/store.ts";
import { allCalls, listedCalls } from "./calls-to-save.ts";
import type { HarFile } from "./har-file.ts";
import { type HarJob, startHar } from "./har-job.ts";
import { previewWords } from "../words/english/preview.ts";
import { saveHarWords } from "../words/english/save-har.ts";

type Props = {
  readonly ports: Pick<PanelPorts, "providers" | "now" | "version">;
  readonly store: Pick<Store, "timeline" | "rows" | "settings" | "annotations">;
  /** What was marked by hand in the preview, which no file may hold. */
  readonly byHand: readonly string[];
  readonly onClose: () => void;
};

type State =
  | { readonly kind: "choosing"; readonly problem: string | null }
  | { readonly kind: "writing"; readonly fraction: number }
  | { readonly kind: "saved"; readonly said: string; readonly again: () => void };

const CHOOSING: State = { kind: "choosing", problem: null };

/** Saves the calls as a redacted HAR: all, or those in the list. The panel stays usable while it is written. */
export function SaveHarDialog({ ports, store, byHand, onClose }: Props) {
  const [timeline, rows] = [store.timeline.value, store.rows.value];
  // Of ten thousand calls, and progress is drawn ten times a second.
  const all = useMemo(() => allCalls(timeline), [timeline]);
  const listed = useMemo(() => listedCalls(timeline, rows), [timeline, rows]);
  const isNarrowed = listed.length < all.length;
  const [wantsAll, setWantsAll] = useState(false);
  const [state, setState] = useState<State>(CHOOSING);
  const job = useRef<HarJob | undefined>(undefined);
  const stop = (): void => {
    job.current?.cancel();
    job.current = undefined;
  };
  useEffect(() => stop, []);

  const save = async (events: readonly ApiEvent[]): Promise<void> => {
    setState({ kind: "writing", fraction: 0 });
    const now = ports.now();
    const options = {
      providers: ports.providers(),
      policy: policyOf(store.settings.peek()),
      byHand,
      notes: new Map(Object.entries(store.annotations.peek()).map(([id, { note }]) => [id, note])),
      version: ports.version,
    };
    const started = startHar(events, options, (fraction) => {
      if (job.current === started) setState({ kind: "writing", fraction });
    });
    job.current = started;
    const { outcome, file } = await started.written;
    if (job.current !== started) return;
    job.current = undefined;
    if (!outcome.ok || file === null) {
      setState({ kind: "choosing", problem: outcome.ok ? null : outcome.reason });
      return;
    }
    const download = (): void => downloadBlob(fileName(now), file);
    download();
    setState({ kind: "saved", said: described(outcome), again: download });
  };
  const cancel = (): void => {
    stop();
    setState(CHOOSING);
  };

  return (
    <ModalDialog extraClass="save-har-dialog" labelledBy="save-har-title" onClose={onClose}>
      <h2 class="dialog-title" id="save-har-title">
        {saveHarWords.saveHarTitle}
      </h2>
      <p class="quiet">{saveHarWords.saveHarHint}</p>
      {isNarrowed && (
        <fieldset class="save-har-choice" disabled={state.kind === "writing"}>
          <legend class="spoken">{saveHarWords.saveHarWhich}</legend>
          <Choice isChosen={!wantsAll} onChoose={() => setWantsAll(false)}>
            {saveHarWords.saveHarListed(formatCount(listed.length))}
          </Choice>
          <Choice isChosen={wantsAll} onChoose={() => setWantsAll(true)}>
            {saveHarWords.saveHarAll(formatCount(all.length))}
          </Choice>
        </fieldset>
      )}
      <div class="save-har-state">
        {state.kind === "writing" && <Writing fraction={state.fraction} />}
        {state.kind === "choosing" && state.problem !== null && <p role="alert">{state.problem}</p>}
        {state.kind === "saved" && <p role="status">{state.said}</p>}
        {state.kind === "saved" && <p class="quiet">{DISCLAIMER}</p>}
      </div>
      <div class="dialog-actions">
        {state.kind === "writing" ? (
          <button type="button" class="button" onClick={cancel}>
            {previewWords.previewCancel}
          </button>
        ) : (
          <button
            type="button"
            class="button button-primary"
            onClick={state.kind === "saved" ? state.again : () => void save(wantsAll ? all : listed)}
          >
            {state.kind === "saved"
              ? saveHarWords.saveHarAgain
              : saveHarWords.saveHarSave((wantsAll ? all : listed).length)}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {saveHarWords.saveHarClose}
        </button>
      </div>
    </ModalDialog>
  );
}

type ChoiceProps = { readonly isChosen: boolean; readonly onChoose: () => void; readonly children: string };

function Choice({ isChosen, onChoose, children }: ChoiceProps) {
  return (
    <label>
      <input type="radio" name="save-har-which" checked={isChosen} onChange={onChoose} /> {children}
    </label>
  );
}

function Writing({ fraction }: { readonly fraction: number }) {
  const percent = Math.floor(fraction * 100);
  const words = saveHarWords.saveHarWriting(`${percent} %`);
  return (
    <p>
      <progress max={100} value={percent} aria-label={words} /> {words}
    </p>
  );
}

function described({ calls, leftOut, redactions }: HarFile["outcome"] & { readonly ok: true }): string {
  const removed = redactions.reduce((sum, { count }) => sum + count, 0);
  return [
    saveHarWords.saveHarSaved(calls),
    removed === 0 ? saveHarWords.saveHarNothingRedacted : saveHarWords.saveHarRedacted(removed),
    ...(leftOut === 0 ? [] : [saveHarWords.saveHarLeftOut(leftOut)]),
  ].join(" ");
}

/** By the clock of the recording, in UTC: "faultline-2024-03-01T10-30-00.har". */
function fileName(now: number): string {
  return `faultline-${new Date(now).toISOString().slice(0, 19).replaceAll(":", "-")}.har`;
}
