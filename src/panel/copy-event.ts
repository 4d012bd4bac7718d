import type { BodyPick } from "../report/output/body-pick.ts";
import type { ReportFormat, ReportOptions, ReportResult } from "../report/report.ts";
import type { Settings } from "../settings/settings.ts";
import type { RetryClient } from "../timing/retry-code/retry-code-facts.ts";
import { type EventRow, eventRowOf } from "../timeline/row.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { countWords } from "./format-amount.ts";
import type { PanelPorts } from "./ports.ts";
import { policyOf } from "./preview/report-choice.ts";
import { type ReportJob, writeReport } from "./preview/report-job.ts";
import { loadedReport, loadReport } from "./report-loader.ts";
import type { Store } from "./store.ts";
import { text } from "./text/text.ts";

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
      store.notify(text("copyNoCall"), "refused");
      return;
    }
    const choice = { format, settings: store.settings.peek(), byHand, ...(pick === undefined ? {} : { pick }) };
    const start = (): void => takeJob(written([row], choice), name);
    if (loadedReport() !== undefined) {
      start();
      return;
    }
    // Only in the first moment of a panel's life: the browser still counts the click while a file is read.
    loadReport().then(start, () => store.notify(text("copyRedactorGone"), "refused"));
  };
  const written = (
    rows: readonly EventRow[],
    { settings, ...choice }: WriteChoice,
    onProgress?: (fraction: number) => void,
  ): ReportJob => {
    const [first] = rows;
    return writeReport(
      rows.map(({ event }) => event),
      {
        ...choice,
        policy: policyOf(settings),
        providers: ports.providers(),
        preceding: first === undefined ? [] : precedingOf(store.timeline.peek(), first),
        findings: new Map(rows.map(({ id, findings }) => [id, findings])),
        notes: new Map(Object.entries(store.annotations.peek()).map(([id, { note }]) => [id, note])),
        version: ports.version,
        now: ports.now(),
      },
      onProgress,
    );
  };
  /** Browsers allow the clipboard for some seconds after a click; where a large report took longer, they say so. */
  const takeJob = (job: ReportJob, name: string): void => {
    if (job.state === "done") take(job.result, name);
    else void job.result.then((result) => take(result, name));
  };
  const take = (result: ReportResult, name: string): void => {
    if (!result.ok) {
      store.notify(result.reason, "refused");
      return;
    }
    const removed = result.redactions.reduce((sum, { count }) => sum + count, 0);
    ports.copy(result.text).then(
      (copied) => {
        if (copied.ok) store.notify(text("copyDone", name, describeRedactions(removed)), "done");
        else store.notify(text("copyRefused", copied.reason), "refused");
      },
      () => store.notify(text("copyBrowserRefused"), "refused"),
    );
  };
  return {
    reportOf: (id) => copy(id, "markdown", text("copyNameReport")),
    curlOf: (id) => copy(id, "curl", text("copyNameCurl")),
    requestIdOf: (id) => copy(id, "request-id", text("copyNameRequestId")),
    write: written,
    take: (result) => take(result, text("copyNameReport")),
    retryCodeOf: (id, client) => copy(id, `retry-${client}`, text("copyNameCode", client)),
    pickOf: (id, pick) => copy(id, "body-pick", text(pick.want === "value" ? "copiedValue" : "copiedPath"), pick),
  };
}

function describeRedactions(count: number): string {
  return count === 0 ? text("copyNothingRedacted") : countWords("copyRedactedOne", "copyRedacted", count);
}

/** The calls to the same API that led up to a call, oldest first. */
function precedingOf(timeline: Timeline, { event, at }: EventRow): readonly EventRow["event"][] {
  return timeline.items
    .flatMap((item) => (item.kind === "event" && item.at < at ? [item.event] : []))
    .filter((other) => other.providerId === event.providerId && other.outcome !== "evidence")
    .slice(-PRECEDING);
}
