import type { BodyPick } from "../../report/output/body-pick.ts";
import type { ReportFormat, ReportOptions, ReportResult } from "../../report/report.ts";
import type { Settings } from "../../settings/settings.ts";
import type { RetryClient } from "../../timing/retry-code/retry-code-facts.ts";
import { type EventRow, eventRowOf } from "../../timeline/row.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import type { CopyResult, PanelPorts } from "./ports.ts";
import { policyOf } from "../preview/report-choice.ts";
import { type ReportJob, writeReport } from "../preview/report-job.ts";
import { loadedLogSecrets, loadedReport, loadReport } from "../loading/report-loader.ts";
import type { Store } from "../store/store.ts";
import { panelWords } from "../words/english/panel.ts";

/** How many calls before the reported one go into the steps to reproduce. */
const PRECEDING = 5;

/** What can be copied of an event, by its id. */
export type CopyActions = {
  readonly reportOf: (id: string) => void;
  readonly curlOf: (id: string) => void;
  readonly requestIdOf: (id: string) => void;
  /** Writes a report of these calls without copying it, for the preview; large ones beside the panel. */
  readonly write: (
    rows: readonly EventRow[],
    choice: WriteChoice,
    onProgress?: (fraction: number) => void,
  ) => ReportJob;
  /** Copies a report that was written before, just as it is. */
  readonly take: (result: ReportResult) => void;
  readonly retryCodeOf: (id: string, client: RetryClient) => void;
  /** A value of one of its bodies, or where it stands. */
  readonly pickOf: (id: string, pick: BodyPick) => void;
};

type WriteChoice = Pick<ReportOptions, "format" | "shell" | "pick" | "keep"> & {
  readonly settings: Settings;
  readonly byHand: readonly string[];
};

/**
 * Copying for a panel. The text is built before anything is awaited, since browsers tie the clipboard to the click; what
 * came of it is said in the toast, refusals and browser errors too. `byHand`: what was marked in the preview, which no
 * copy may hold.
 */
export function copyActions(
  ports: Pick<PanelPorts, "copy" | "providers" | "now" | "version">,
  store: Pick<Store, "timeline" | "settings" | "annotations" | "notify">,
  byHand: readonly string[],
): CopyActions {
  const copy = (id: string, format: ReportFormat, name: string, pick?: BodyPick): void => {
    const row = eventRowOf(store.timeline.peek(), id);
    if (row === undefined) {
      store.notify(panelWords.copyNoCall, "refused");
      return;
    }
    const choice = { format, settings: store.settings.peek(), byHand, ...(pick === undefined ? {} : { pick }) };
    const write = (): ReportJob => written([row], choice);
    // Not loaded only in the first moment of a panel's life.
    if (loadedReport() === undefined)
      takeLater(
        loadReport().then(() => write().result, redactorGone),
        name,
      );
    else {
      const job = write();
      if (job.state === "done") take(job.result, name);
      else takeLater(job.result, name);
    }
  };
  const written = (
    rows: readonly EventRow[],
    { settings, ...choice }: WriteChoice,
    onProgress?: (fraction: number) => void,
  ): ReportJob => {
    const [first] = rows;
    const providers = ports.providers();
    const secrets = loadedLogSecrets()?.(store.timeline.peek(), providers);
    return writeReport(
      rows.map(({ event }) => event),
      {
        ...choice,
        policy: policyOf(settings),
        providers,
        ...(secrets === undefined ? {} : { secrets }),
        preceding: first === undefined ? [] : precedingOf(store.timeline.peek(), first),
        findings: new Map(rows.map(({ id, findings }) => [id, findings])),
        notes: new Map(Object.entries(store.annotations.peek()).map(([id, { note }]) => [id, note])),
        version: ports.version,
        now: ports.now(),
      },
      onProgress,
    );
  };
  const take = (result: ReportResult, name: string): void => {
    if (result.ok) tell(result, ports.copy(result.text), name);
    else store.notify(result.reason, "refused");
  };
  /** Within the click, the clipboard takes a promise of the text. */
  const takeLater = (later: Promise<ReportResult>, name: string): void => {
    const copied = ports.copy(
      later.then((result) => {
        if (!result.ok) throw new Error(result.reason);
        return result.text;
      }),
    );
    void later.then((result) => {
      if (result.ok) tell(result, copied, name);
      else store.notify(result.reason, "refused");
    });
  };
  const tell = (result: ReportResult & { readonly ok: true }, copying: Promise<CopyResult>, name: string): void => {
    const removed = result.redactions.reduce((sum, { count }) => sum + count, 0);
    copying.then(
      (copied) => {
        if (copied.ok) store.notify(panelWords.copyDone(name, describeRedactions(removed)), "done");
        else store.notify(panelWords.copyRefused(copied.reason), "refused");
      },
      () => store.notify(panelWords.copyBrowserRefused, "refused"),
    );
  };
  return {
    reportOf: (id) => copy(id, "markdown", panelWords.copyNameReport),
    curlOf: (id) => copy(id, "curl", panelWords.copyNameCurl),
    requestIdOf: (id) => copy(id, "request-id", panelWords.copyNameRequestId),
    write: written,
    take: (result) => take(result, panelWords.copyNameReport),
    retryCodeOf: (id, client) => copy(id, `retry-${client}`, panelWords.copyNameCode(client)),
    pickOf: (id, pick) =>
      copy(id, "body-pick", pick.want === "value" ? panelWords.copiedValue : panelWords.copiedPath, pick),
  };
}

function redactorGone(): ReportResult {
  return { ok: false, reason: panelWords.copyRedactorGone };
}

function describeRedactions(count: number): string {
  return count === 0 ? panelWords.copyNothingRedacted : panelWords.copyRedacted(count);
}

/** The calls to the same API that led up to a call, oldest first. */
function precedingOf(timeline: Timeline, { event, at }: EventRow): readonly EventRow["event"][] {
  return timeline.items
    .flatMap((item) => (item.kind === "event" && item.at < at ? [item.event] : []))
    .filter((other) => other.providerId === event.providerId && other.outcome !== "evidence")
    .slice(-PRECEDING);
}
