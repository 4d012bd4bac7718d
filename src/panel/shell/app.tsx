import type { TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Settings } from "../../settings/settings.ts";
import { Banner } from "./banner.tsx";
import { BelowList } from "./below-list.tsx";
import { copyActions } from "./copy-event.ts";
import type { TabName } from "../detail/detail-pane.tsx";
import {
  LazyDetailPane,
  LazyEmptyState,
  LazyLimitsView,
  LazyPanelMenu,
  LazySearchBar,
  LazySummaryStrip,
} from "./late-parts.ts";
import { useHeldRows } from "../feed/held-rows.ts";
import { allowFiles } from "../import/allow-files.ts";
import { FilterProblems } from "../filter/filter-problems.tsx";
import type { OpenMenu } from "../menu/menu-kind.ts";
import { type OpenDialog, PanelDialog } from "./panel-dialog.tsx";
import { handlePanelKey } from "./panel-keys.ts";
import type { PanelPorts } from "./ports.ts";
import { PresentationContext, usePresentation } from "../preview/presentation.ts";
import { PreviewTab } from "../preview/preview-tab.tsx";
import { callsOf } from "../preview/report-choice.ts";
import { Split } from "../controls/split.tsx";
import type { Store } from "../store/store.ts";
import { TimelineGrid } from "../grid/timeline-grid.tsx";
import { focusList, takeLostFocus } from "../focus/take-focus.ts";
import { Toolbar } from "./toolbar.tsx";
import { panelWords } from "../words/english/panel.ts";

type Props = { readonly ports: PanelPorts; readonly store: Store };

/** The whole panel: what the store says, laid out, and the keys that hold everywhere in it. */
export function App({ ports, store }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);
  // Counts the times the filter was asked for by key: its field may not exist until the next render.
  const [filterAsked, setFilterAsked] = useState(0);
  // The same for the search; 0 while it is closed.
  const [searchAsked, setSearchAsked] = useState(0);
  const [limitsShown, setLimitsShown] = useState(false);
  const [menu, setMenu] = useState<OpenMenu | undefined>(undefined);
  const [dialog, setDialog] = useState<OpenDialog | undefined>(undefined);
  const [tab, setTab] = useState<TabName>("explanation");
  // In memory only: what was marked by hand must not be written anywhere.
  const [byHand, setByHand] = useState<readonly string[]>([]);
  useLayoutEffect(() => {
    if (filterAsked === 0) return;
    filterInput.current?.focus();
    filterInput.current?.select();
  }, [filterAsked]);
  const counts = store.counts.value;
  const rows = useHeldRows(store.rows.value, counts, store.filter.value.text);
  // What takes the focus with it when it goes: the list, what stands in its place, and the opener of a menu.
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (hadFocus.current) takeLostFocus(root.current);
  }, [rows === undefined, limitsShown, menu, dialog, searchAsked === 0]);
  const settings = store.settings.value;
  const opened = store.opened.value;
  const presentation = usePresentation(settings.presentationMode, ports.providers());
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
  const importFiles = (files: readonly File[] = []): void =>
    void ports.openViewer?.(ports, files).catch(() => store.notify(panelWords.importFailed, "refused"));
  const isLive = store.status.value.file === undefined;

  const close = (): void => {
    store.close();
    setTab("explanation");
    focusList(root.current);
  };
  const undoClear = (): void => {
    store.undoClear();
    focusList(root.current);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void =>
    handlePanelKey(event, {
      closeDetails: opened === undefined ? undefined : close,
      toggleRecording: store.toggleRecording,
      clear: store.clear,
      undoClear: store.undoable.value === 0 ? undefined : undoClear,
      search: () => setSearchAsked(searchAsked + 1),
      filter: () => {
        store.change({ filterShown: true });
        setFilterAsked(filterAsked + 1);
      },
      open: isLive ? () => importFiles() : undefined,
      help: () => setDialog({ kind: "help" }),
    });

  return (
    <PresentationContext.Provider value={presentation}>
      <div
        class="panel"
        ref={root}
        onKeyDown={onKeyDown}
        onDragOver={allowFiles}
        onDrop={(event) => {
          if (!allowFiles(event)) return;
          importFiles([...(event.dataTransfer?.files ?? [])]);
        }}
        onFocusIn={() => {
          hadFocus.current = true;
        }}
      >
        <h1 class="spoken">{panelWords.extensionName}</h1>
        <Toolbar
          isLive={isLive}
          recording={store.status.value.recording}
          filterShown={settings.filterShown}
          searchShown={searchAsked > 0}
          onToggleSearch={() => setSearchAsked(searchAsked > 0 ? 0 : 1)}
          filter={store.filter.value}
          seenValues={store.seenValues}
          preserveLog={store.status.value.preserveLog}
          errorsOnly={settings.errorsOnly}
          shown={counts.shown}
          total={counts.total}
          errors={counts.errors}
          allSuccesses={settings.allSuccesses}
          groupRepeats={settings.groupRepeats}
          limitsShown={limitsShown}
          filterInput={filterInput}
          onToggleRecording={store.toggleRecording}
          onClear={store.clear}
          onToggleFilter={() => store.change({ filterShown: !settings.filterShown })}
          onFilter={store.setFilter}
          onPreserveLog={store.setPreserveLog}
          onErrorsOnly={(errorsOnly) => store.change({ errorsOnly })}
          onAllSuccesses={(allSuccesses) => store.change({ allSuccesses })}
          onGroupRepeats={(groupRepeats) => store.change({ groupRepeats })}
          onToggleLimits={() => setLimitsShown(!limitsShown)}
          onImport={() => importFiles()}
          onSaveHar={() => setDialog({ kind: "save-har" })}
          onSettings={() => setDialog({ kind: "settings" })}
          onHelp={() => setDialog({ kind: "help" })}
          onMore={(items, at) => setMenu({ kind: "items", items, at })}
        />
        <FilterProblems problems={store.filter.value.problems} />
        {searchAsked > 0 && (
          <LazySearchBar
            rows={store.rows.value}
            selected={store.selectedRowId.value}
            asked={searchAsked}
            onSelect={store.select}
            onClose={() => setSearchAsked(0)}
          />
        )}
        <Banner status={store.status.value} problems={store.settingsProblems.value} />
        {/* The Limits view says all of it and more. */}
        {!limitsShown && !store.isStarting.value && (
          <LazySummaryStrip meters={store.meters.value} providerOf={store.providerOf} clock={store.clock} />
        )}
        <Split
          side={settings.detailSide}
          percent={settings.detailPercent}
          onResize={(detailPercent) => store.change({ detailPercent })}
          onMenu={(items, at) => setMenu({ kind: "items", items, at })}
          first={
            limitsShown ? (
              <LazyLimitsView meters={store.meters.value} providerOf={store.providerOf} clock={store.clock} />
            ) : store.isStarting.value ? null : rows === undefined ? (
              <LazyEmptyState
                status={store.status.value}
                total={counts.total}
                unlisted={store.unlisted.value}
                onListSuccesses={() => store.change({ allSuccesses: true })}
                onShowHosts={store.showHosts}
                isFiltering={store.filter.value.text.trim() !== ""}
                errorsOnly={settings.errorsOnly}
                onClearFilter={() => {
                  store.setFilter("");
                  store.change({ errorsOnly: false });
                }}
                isFirstRun={!settings.introductionSeen}
                onDismissIntroduction={() => store.change({ introductionSeen: true })}
                onRecord={store.toggleRecording}
                onImport={isLive ? () => importFiles() : undefined}
                onRecordAll={() => store.change({ onlyDocumented: false })}
              />
            ) : (
              <TimelineGrid
                rows={rows}
                selected={store.selectedRowId.value}
                clock={store.clock}
                sort={settings.sort}
                hiddenColumns={settings.hiddenColumns}
                columnWidths={settings.columnWidths}
                isGrouped={settings.groupRepeats}
                isLive={isLive}
                annotations={store.annotations.value}
                gaps={store.gaps}
                arrangement={store.arrangement.value}
                onSelect={store.select}
                onOpen={store.open}
                onCopy={copyReport}
                onFold={store.fold}
                onSort={(sort) => store.change({ sort })}
                onWidths={(columnWidths) => store.change({ columnWidths })}
                onRowMenu={(id, at) => setMenu({ kind: "row", id, at })}
                onColumnMenu={(at, column, width) => setMenu({ kind: "columns", at, column, width })}
              />
            )
          }
          second={
            opened === undefined ? null : (
              <LazyDetailPane
                row={opened}
                provider={store.providerOf(opened.providerId)}
                timeline={store.timeline.value}
                clock={store.clock}
                onClose={close}
                onCopyReport={() => copyReport(opened.id)}
                onCopyCurl={() => copyCurl(opened.id)}
                onCopyRequestId={() => copy.requestIdOf(opened.id)}
                onDescribe={() => setDialog({ kind: "settings", describe: opened.id })}
                onCopyCode={(client) => copy.retryCodeOf(opened.id, client)}
                onPick={(pick) => copy.pickOf(opened.id, pick)}
                onOpen={store.open}
                openSource={ports.openSource}
                revealInNetwork={ports.revealInNetwork}
                side={settings.detailSide}
                onSide={(detailSide) => store.change({ detailSide })}
                tab={tab}
                onTab={setTab}
                preview={() => (
                  <PreviewTab
                    row={opened}
                    settings={settings}
                    byHand={byHand}
                    onByHand={setByHand}
                    onChange={store.change}
                    visible={callsOf(store.rows.value)}
                    write={({ rows, ...choice }, onProgress) => copy.write(rows, choice, onProgress)}
                    onCopy={copy.take}
                  />
                )}
              />
            )
          }
        />
        <BelowList
          store={store}
          isListShown={!limitsShown}
          onMenu={(items, at) => setMenu({ kind: "items", items, at })}
          onUndoClear={undoClear}
        />
        {menu !== undefined && (
          <LazyPanelMenu
            open={menu}
            rows={store.rows.value}
            annotations={store.annotations.value}
            settings={settings}
            filterText={store.filter.value.text}
            revealInNetwork={ports.revealInNetwork}
            onCopyReport={copyReport}
            onCopyCurl={copyCurl}
            onCopyRequestId={copy.requestIdOf}
            onFilter={store.setFilter}
            onAnnotate={store.annotate}
            onHideHost={store.hideHost}
            onNote={(id) => setDialog({ kind: "note", id })}
            onFold={store.fold}
            onClear={store.clear}
            onChange={store.change}
            onClose={() => setMenu(undefined)}
          />
        )}
        {dialog !== undefined && (
          <PanelDialog
            dialog={dialog}
            ports={ports}
            store={store}
            byHand={byHand}
            onClose={() => setDialog(undefined)}
          />
        )}
      </div>
    </PresentationContext.Provider>
  );
}
