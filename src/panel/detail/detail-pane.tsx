import type { ComponentChildren } from "preact";
import type { Provider } from "../../catalogue/provider.ts";
import type { LaneAttempt } from "../../timeline/attempts.ts";
import type { EventRow } from "../../timeline/row.ts";
import type { RetryClient } from "../../timing/retry-code/retry-code-facts.ts";
import type { Clock } from "../clock.ts";
import { Icon } from "../icon.tsx";
import { type Tab, Tabs } from "../tabs.tsx";
import { AttemptsTab } from "./attempts-tab.tsx";
import "./detail-pane.css";
import { ExplanationTab } from "./explanation-tab.tsx";
import { HeadersTab } from "./headers-tab.tsx";
import { RequestTab } from "./request-tab.tsx";
import { ResponseTab } from "./response-tab.tsx";
import { TimingTab } from "./timing-tab.tsx";

export type TabName = "explanation" | "request" | "response" | "headers" | "timing" | "attempts" | "report";

type Props = {
  readonly row: EventRow;
  readonly provider: Provider | undefined;
  readonly attempts: readonly LaneAttempt[];
  readonly clock: Clock;
  readonly onClose: () => void;
  readonly onCopyReport: () => void;
  readonly onCopyCurl: () => void;
  readonly onCopyRequestId: () => void;
  readonly onCopyCode: (client: RetryClient) => void;
  readonly onOpen: (id: string) => void;
  readonly tab: TabName;
  readonly onTab: (tab: TabName) => void;
  /** The preview of the report. */
  readonly preview: () => ComponentChildren;
};

/** Everything about one event. The chosen tab stays as the selection moves; the tab's scroll starts at the top. */
export function DetailPane(props: Props) {
  const { row, provider, attempts, clock } = props;
  const { event } = row;
  const tabs: readonly Tab<TabName>[] = [
    {
      name: "explanation",
      title: "Explanation",
      panel: () => (
        <ExplanationTab
          event={event}
          provider={provider}
          findings={row.findings}
          notes={[...event.notes, ...row.notes]}
          clock={clock}
          onCopyRequestId={props.onCopyRequestId}
          onCopyCode={props.onCopyCode}
        />
      ),
    },
    { name: "request", title: "Request", panel: () => <RequestTab row={row} /> },
    { name: "response", title: "Response", panel: () => <ResponseTab exchange={event.exchange} /> },
    { name: "headers", title: "Headers", panel: () => <HeadersTab exchange={event.exchange} /> },
    { name: "timing", title: "Timing", panel: () => <TimingTab exchange={event.exchange} /> },
    ...(attempts.length > 1
      ? [
          {
            name: "attempts",
            title: `Attempts (${attempts.length})`,
            panel: () => <AttemptsTab attempts={attempts} current={row.id} onOpen={props.onOpen} />,
          } as const,
        ]
      : []),
    { name: "report", title: "Report", panel: props.preview },
  ];
  return (
    <section class="detail" aria-label="Details">
      <Tabs
        label="Details"
        tabs={tabs}
        current={props.tab}
        onChange={props.onTab}
        before={
          <button
            type="button"
            class="icon-button"
            aria-label="Close the details"
            title="Close (Esc)"
            onClick={props.onClose}
          >
            <Icon name="close" />
          </button>
        }
        after={
          <span class="detail-actions">
            <button
              type="button"
              class="button button-primary"
              title="Copy a redacted report (Ctrl+C on the row)"
              onClick={props.onCopyReport}
            >
              Copy report
            </button>
            <button
              type="button"
              class="button"
              title="Copy a redacted command for a POSIX shell"
              onClick={props.onCopyCurl}
            >
              Copy as cURL
            </button>
          </span>
        }
        panelKey={row.id}
      />
    </section>
  );
}
