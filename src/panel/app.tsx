import type { TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Settings } from "../settings/settings.ts";
import { attemptsOf } from "../timeline/attempts.ts";
import { Banner } from "./banner.tsx";
import { copyActions } from "./copy-event.ts";
import { DetailPane, type TabName } from "./detail/detail-pane.tsx";
import { EmptyState } from "./empty-state.tsx";
import { FilterProblems } from "./filter-problems.tsx";
import { LazyLimitsView } from "./limits/lazy-limits-view.ts";
import type { PanelPorts } from "./ports.ts";
import { PreviewTab } from "./preview/preview-tab.tsx";
import { Split } from "./split.tsx";
import type { Store } from "./store.ts";
import { SummaryStrip } from "./summary-strip.tsx";
import { TimelineGrid } from "./timeline-grid.tsx";
import { Toast } from "./toast.tsx";
import { Toolbar } from "./toolbar.tsx";

type Props = { readonly ports: PanelPorts; readonly store: Store };

/** The whole panel: what the store says, laid out, and the keys that hold everywhere in it. */
export function App({ ports, store }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);
  // Counts the times the filter was asked for by key: its field may not exist until the next render.
  const [searches, setSearches] = useState(0);
  const [limitsShown, setLimitsShown] = useState(false);
  const [tab, setTab] = useState<TabName>("explanation");
  // In memory only: what was marked by hand must not be written anywhere.
  const [byHand, setByHand] = useState<readonly string[]>([]);
  useLayoutEffect(() => {
    if (searches === 0) return;
    filterInput.current?.focus();
    filterInput.current?.select();
  }, [searches]);
  const settings = store.settings.value;
  const counts = store.counts.value;
  const opened = store.opened.value;
  const copy = copyActions(ports, store, byHand);
  const preview = (id: string, reportFormat: Settings["reportFormat"]): void => {
    store.change({ reportFormat });
    setTab("report");
    store.open(id);
  };
  const copyReport = (id: string): void => {
    if (settings.previewBeforeCopy) preview(id, "markdown");
    else copy.reportOf(id);
  };
  const copyCurl = (id: string): void => {
    if (settings.previewBeforeCopy) preview(id, "curl-posix");
    else copy.curlOf(id);
  };

  const close = (): void => {
    store.close();
    setTab("explanation");
    root.current?.querySelector<HTMLElement>("[role=grid]")?.focus();
  };
  const keys: Readonly<Record<string, () => void>> = {
    e: store.toggleRecording,
    l: store.clear,
    f: () => {
      store.change({ filterShown: true });
      setSearches(searches + 1);
    },
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const withControl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const action =
      event.key === "Escape" && store.opened.peek() !== undefined
        ? close
        : withControl
          ? keys[event.key.toLowerCase()]
          : undefined;
    if (action === undefined) return;
    // Chrome forwards keys that reach the document: its drawer would open on Esc, its own recording stop on Ctrl+E.
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  return (
    <div class="panel" ref={root} onKeyDown={onKeyDown}>
      <Toolbar
        recording={store.status.value.recording}
        filterShown={settings.filterShown}
        filter={store.filter.value}
        seenValues={store.seenValues}
        preserveLog={store.status.value.preserveLog}
        errorsOnly={settings.errorsOnly}
        shown={counts.shown}
        total={counts.total}
        errors={counts.errors}
        limitsShown={limitsShown}
        filterInput={filterInput}
        onToggleRecording={store.toggleRecording}
        onClear={store.clear}
        onToggleFilter={() => store.change({ filterShown: !settings.filterShown })}
        onFilter={store.setFilter}
        onPreserveLog={store.setPreserveLog}
        onErrorsOnly={(errorsOnly) => store.change({ errorsOnly })}
        onToggleLimits={() => setLimitsShown(!limitsShown)}
      />
      <FilterProblems problems={store.filter.value.problems} />
      <Banner status={store.status.value} />
      {/* The Limits view says all of it and more. */}
      {!limitsShown && <SummaryStrip meters={store.meters.value} providerOf={store.providerOf} clock={store.clock} />}
      <Split
        percent={settings.detailPercent}
        onResize={(detailPercent) => store.change({ detailPercent })}
        first={
          limitsShown ? (
            <LazyLimitsView meters={store.meters.value} providerOf={store.providerOf} clock={store.clock} />
          ) : store.isStarting.value ? null : counts.shown === 0 ? (
            <EmptyState
              status={store.status.value}
              providers={ports.providers()}
              total={counts.total}
              errorsOnly={settings.errorsOnly}
              onClearFilter={() => {
                store.setFilter("");
                store.change({ errorsOnly: false });
              }}
              onRecord={store.toggleRecording}
              onWatch={store.watch}
            />
          ) : (
            <TimelineGrid
              rows={store.rows.value}
              selected={store.selectedId.value}
              clock={store.clock}
              onSelect={store.select}
              onOpen={store.open}
              onCopy={copyReport}
            />
          )
        }
        second={
          opened === undefined ? null : (
            <DetailPane
              row={opened}
              provider={store.providerOf(opened.providerId)}
              attempts={attemptsOf(store.timeline.value, opened.id)}
              clock={store.clock}
              onClose={close}
              onCopyReport={() => copyReport(opened.id)}
              onCopyCurl={() => copyCurl(opened.id)}
              onCopyRequestId={() => copy.requestIdOf(opened.id)}
              onCopyCode={(client) => copy.retryCodeOf(opened.id, client)}
              onOpen={store.open}
              tab={tab}
              onTab={setTab}
              preview={() => (
                <PreviewTab
                  row={opened}
                  settings={settings}
                  byHand={byHand}
                  onByHand={setByHand}
                  onChange={store.change}
                  write={(format, inForce, marked) =>
                    copy.write(opened, { ...format, settings: inForce, byHand: marked })
                  }
                  onCopy={copy.take}
                />
              )}
            />
          )
        }
      />
      <Toast notice={store.notice.value} />
    </div>
  );
}
