import { lazyPart } from "../loading/lazy-part.tsx";
import type { ComponentChildren, TargetedKeyboardEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Provider } from "../../catalogue/provider.ts";
import type { BodyPick } from "../../report/output/body-pick.ts";
import { attemptsOf } from "../../timeline/attempts.ts";
import type { EventRow } from "../../timeline/row.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import type { RetryClient } from "../../timing/retry-code/retry-code-facts.ts";
import type { Clock } from "../feed/clock.ts";
import { Icon } from "../controls/icon.tsx";
import type { OpenSource, RevealInNetwork } from "../shell/ports.ts";
import { type Tab, Tabs } from "../controls/tabs.tsx";
import type { CallTabProps } from "./call-tab.tsx";
import { ExplanationTab } from "./explanation-tab.tsx";
import { SidePicker, type Side } from "./side-picker.tsx";
import { detailWords } from "../words/english/detail.ts";

/** Every tab but the first and the last, loaded behind the first one. */
const LazyCallTab = lazyPart(() => import("./call-tab.tsx").then((file) => file.CallTab));

export type TabName = "explanation" | CallTabProps["tab"] | "report";

type Props = {
  /** As it may be shown. */
  readonly row: EventRow;
  /** The same as it was recorded. */
  readonly recorded: EventRow;
  readonly provider: Provider | undefined;
  /** What the row is part of: its other attempts are looked for there. */
  readonly timeline: Timeline;
  readonly clock: Clock;
  readonly onClose: () => void;
  readonly onCopyReport: () => void;
  readonly onCopyCurl: () => void;
  readonly onCopyRequestId: () => void;
  readonly onCopyCode: (client: RetryClient) => void;
  readonly onDescribe: () => void;
  /** A value of a body, or where it stands, is to be copied. */
  readonly onPick: (pick: BodyPick) => void;
  readonly onOpen: (id: string) => void;
  /** Undefined where the browser cannot open sources from a panel. */
  readonly openSource: OpenSource | undefined;
  readonly revealInNetwork: RevealInNetwork | undefined;
  readonly tab: TabName;
  readonly onTab: (tab: TabName) => void;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  /** The preview of the report. */
  readonly preview: () => ComponentChildren;
};

/** Everything about one event. The chosen tab stays as the selection moves; the tab's scroll starts at the top. */
export function DetailPane(props: Props) {
  const { row, timeline, openSource, revealInNetwork } = props;
  const { request } = props.recorded.event.exchange;
  const attempts = attemptsOf(timeline, row.id);
  const pane = useRef<HTMLElement>(null);
  useEffect(LazyCallTab.fetch, []);

  const callTab = (tab: CallTabProps["tab"], title: string): Tab<TabName> => ({
    name: tab,
    title,
    panel: () => (
      <LazyCallTab
        tab={tab}
        row={row}
        attempts={attempts}
        onOpen={props.onOpen}
        onPick={props.onPick}
        openSource={openSource}
      />
    ),
  });
  const tabs: readonly Tab<TabName>[] = [
    { name: "explanation", title: detailWords.tabExplanation, panel: () => <Explanation {...props} /> },
    callTab("request", detailWords.tabRequest),
    callTab("response", detailWords.tabResponse),
    callTab("headers", detailWords.tabHeaders),
    callTab("timing", detailWords.tabTiming),
    callTab("attempts", attempts.length > 1 ? detailWords.tabAttemptsCount(attempts.length) : detailWords.tabAttempts),
    { name: "report", title: detailWords.tabReport, panel: props.preview },
  ];
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "f") return;
    // Within the details Ctrl+F searches the body on screen; elsewhere, and where there is none, the timeline's filter.
    const field = pane.current?.querySelector<HTMLInputElement>("[data-body-search]");
    if (field === null || field === undefined) return;
    field.focus();
    field.select();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section class="detail" aria-label={detailWords.detailName} ref={pane} onKeyDown={onKeyDown}>
      <h2 class="spoken">{detailWords.detailName}</h2>
      <Tabs
        label={detailWords.detailName}
        tabs={tabs}
        current={props.tab}
        onChange={props.onTab}
        before={
          <button
            type="button"
            class="icon-button"
            aria-label={detailWords.detailClose}
            title={detailWords.detailCloseHint}
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
              title={detailWords.detailCopyReportHint}
              onClick={props.onCopyReport}
            >
              {detailWords.detailCopyReport}
            </button>
            <button type="button" class="button" title={detailWords.detailCopyCurlHint} onClick={props.onCopyCurl}>
              {detailWords.detailCopyCurl}
            </button>
            {revealInNetwork !== undefined && (
              <button
                type="button"
                class="button"
                title={detailWords.detailRevealHint}
                onClick={() => revealInNetwork({ method: request.method, url: request.url })}
              >
                {detailWords.detailReveal}
              </button>
            )}
            <SidePicker side={props.side} onSide={props.onSide} />
          </span>
        }
        panelKey={row.id}
      />
    </section>
  );
}

function Explanation({ row, provider, clock, onCopyRequestId, onCopyCode, onDescribe }: Props) {
  return (
    <ExplanationTab
      event={row.event}
      provider={provider}
      findings={row.findings}
      notes={[...row.event.notes, ...row.notes]}
      clock={clock}
      onCopyRequestId={onCopyRequestId}
      onCopyCode={onCopyCode}
      onDescribe={onDescribe}
    />
  );
}
