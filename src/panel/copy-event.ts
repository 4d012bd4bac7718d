import type { BodyPick } from "../report/output/body-pick.ts";
import type { ReportFormat, ReportOptions, ReportResult } from "../report/report.ts";
import type { Settings } from "../settings/settings.ts";
import type { RetryClient } from "../timing/retry-code/retry-code-facts.ts";
import { type EventRow, rowOf } from "../timeline/row.ts";
import { eventItem, type Timeline } from "../timeline/timeline.ts";

import { formatPlural } from "./format-amount.ts";
import type { PanelPorts } from "./ports.ts";
import { policyOf } from "./preview/report-choice.ts";
import { loadedReport, loadReport, type Report } from "./report-loader.ts";
import type { Store } from "./store.ts";
import { text } from "./text/text.ts";

/** How many calls before the reported one go into the steps to reproduce. */
const PRECEDING = 5;

/** What can be copied of an event, by its id. */
export type CopyActions = {
  readonly reportOf: (id: string) => void;
  readonly curlOf: (id: string) => void;
  readonly requestIdOf: (id: string) => void;
  /** Writes a report without copying it, for the preview; refuses while the redactor is not loaded. */
  readonly write: (row: EventRow, choice: WriteChoice) => ReportResult;
  /** Copies a report that was written before, just as it is. */
  readonly take: (result: ReportResult) => void;
  readonly retryCodeOf: (id: string, client: RetryClient) => void;
  /** A value of one of its bodies, or where it stands. */
  readonly pickOf: (id: string, pick: BodyPick) => void;
};

type WriteChoice = Pick<ReportOptions, "format" | "shell" | "pick"> & {
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
    const row = eventRow(store.timeline.peek(), id);
    if (row === undefined) {
      store.notify("Nothing was copied: this row is no call.", "refused");
      return;
    }
    const choice = { format, settings: store.settings.peek(), byHand, ...(pick === undefined ? {} : { pick }) };
    const build = loadedReport();
    if (build !== undefined) {
      take(written(build, row, choice), name);
      return;
    }
    // Only in the first moment of a panel's life: the browser still counts the click while a file is read.
    loadReport().then(
      (loaded) => take(written(loaded, row, choice), name),
      () => store.notify("Nothing was copied: the redactor could not be loaded. Open DevTools again.", "refused"),
    );
  };
  const written = (build: Report, row: EventRow, { settings, ...choice }: WriteChoice): ReportResult =>
    build([row.event], {
      ...choice,
      policy: policyOf(settings),
      providers: ports.providers(),
      preceding: precedingOf(store.timeline.peek(), row),
      findings: new Map([[row.id, row.findings]]),
      notes: new Map(Object.entries(store.annotations.peek()).map(([id, { note }]) => [id, note])),
      version: ports.version,
      now: ports.now(),
    });
  const take = (result: ReportResult, name: string): void => {
    if (!result.ok) {
      store.notify(result.reason, "refused");
      return;
    }
    const removed = result.redactions.reduce((sum, { count }) => sum + count, 0);
    ports.copy(result.text).then(
      (copied) => {
        if (copied.ok) store.notify(`${name} copied, ${describeRedactions(removed)}.`, "done");
        else store.notify(`Nothing was copied: ${copied.reason}`, "refused");
      },
      () => store.notify("Nothing was copied: the browser refused.", "refused"),
    );
  };
  return {
    reportOf: (id) => copy(id, "markdown", "Report"),
    curlOf: (id) => copy(id, "curl", "cURL command"),
    requestIdOf: (id) => copy(id, "request-id", "Request id"),
    write: (row, choice) => {
      const build = loadedReport();
      if (build !== undefined) return written(build, row, choice);
      return { ok: false, reason: "Nothing was copied: the redactor is not loaded yet." };
    },
    take: (result) => take(result, "Report"),
    retryCodeOf: (id, client) => copy(id, `retry-${client}`, `Code for ${client}`),
    pickOf: (id, pick) => copy(id, "body-pick", text(pick.want === "value" ? "copiedValue" : "copiedPath"), pick),
  };
}

function describeRedactions(count: number): string {
  return count === 0 ? "nothing had to be redacted" : `${formatPlural(count, "value")} redacted`;
}

function eventRow(timeline: Timeline, id: string): EventRow | undefined {
  const item = eventItem(timeline, id);
  const row = item === undefined ? undefined : rowOf(item);
  return row?.kind === "event" ? row : undefined;
}

/** The calls to the same API that led up to a call, oldest first. */
function precedingOf(timeline: Timeline, { event, at }: EventRow): readonly EventRow["event"][] {
  return timeline.items
    .flatMap((item) => (item.kind === "event" && item.at < at ? [item.event] : []))
    .filter((other) => other.providerId === event.providerId && other.outcome !== "evidence")
    .slice(-PRECEDING);
}
