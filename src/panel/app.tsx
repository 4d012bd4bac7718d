import type { TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Settings } from "../settings/settings.ts";
import { attemptsOf } from "../timeline/attempts.ts";
import { Announcer } from "./announcer.tsx";
import { Banner } from "./banner.tsx";
import { copyActions } from "./copy-event.ts";
import { DetailPane, type TabName } from "./detail/detail-pane.tsx";
import { EmptyState } from "./empty-state.tsx";
import { allowFiles, openImport } from "./import/lazy-import.ts";
import { FilterProblems } from "./filter-problems.tsx";
import { LazyLimitsView } from "./limits/lazy-limits-view.ts";
import { LazyPanelMenu } from "./menu/lazy-panel-menu.ts";
import type { OpenMenu } from "./menu/menu-kind.ts";
import { type OpenDialog, PanelDialog } from "./panel-dialog.tsx";
import type { PanelPorts } from "./ports.ts";
import { PresentationContext } from "./preview/presentation.ts";
import { PresentedRow } from "./preview/presented-row.tsx";
import { PreviewTab } from "./preview/preview-tab.tsx";
import { callsOf } from "./preview/report-choice.ts";
import { Split } from "./split.tsx";
import type { Store } from "./store.ts";
import { SummaryStrip } from "./summary-strip.tsx";
import { TimelineGrid } from "./grid/timeline-grid.tsx";
import { Toast } from "./toast.tsx";
import { text } from "./text/text.ts";
import { Toolbar } from "./toolbar.tsx";

type Props = { readonly ports: PanelPorts; readonly store: Store };

/** The whole panel: what the store says, laid out, and the keys that hold everywhere in it. */
export function App({ ports, store }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);
  // Counts the times the filter was asked for by key: its field may not exist until the next render.
  const [searches, setSearches] = useState(0);
  const [limitsShown, setLimitsShown] = useState(false);
  const [menu, setMenu] = useState<OpenMenu | undefined>(undefined);
  const [dialog, setDialog] = useState<OpenDialog | undefined>(undefined);
  const [tab, setTab] = useState<TabName>("explanation");
  // In memory only: what was marked by hand must not be written anywhere.
  const [byHand, setByHand] = useState<readonly string[]>([]);
  useLayoutEffect(() => {
    if (searches === 0) return;
    filterInput.current?.focus();
    filterInput.current?.select();
  }, [searches]);
  const isEmpty = store.counts.value.shown === 0;
  // What takes the focus with it when it goes: the list, what stands in its place, and the opener of a menu.
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (hadFocus.current) takeFocus(root.current);
  }, [isEmpty, limitsShown, menu, dialog]);
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
    root.current?.querySelector<HTMLElement>(LIST)?.focus();
  };
  const undoClear = (): void => {
    store.undoClear();
    root.current?.querySelector<HTMLElement>(LIST)?.focus();
  };
  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    e: store.toggleRecording,
    l: store.clear,
    z: store.undoable.value === 0 ? undefined : undoClear,
    f: () => {
      store.change({ filterShown: true });
      setSearches(searches + 1);
    },
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const withControl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const action =
      event.key === "Escape" && store.opened.peek() !== undefined
        ? close
        : withControl
          ? isTyping && event.key === "z"
            ? undefined
            : keys[event.key.toLowerCase()]
          : event.key === "?" && !isTyping
            ? () => setDialog({ kind: "help" })
            : undefined;
    if (action === undefined) return;
    // Chrome forwards keys that reach the document: its drawer would open on Esc, its own recording stop on Ctrl+E.
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  return (
    <PresentationContext.Provider value={{ isOn: settings.presentationMode, providers: ports.providers() }}>
      <div
        class="panel"
        ref={root}
        onKeyDown={onKeyDown}
        onDragOver={allowFiles}
        onDrop={(event) => {
          if (!allowFiles(event)) return;
          openImport(ports, [...(event.dataTransfer?.files ?? [])]).catch(() =>
            store.notify(text("importFailed"), "refused"),
          );
        }}
        onFocusIn={() => {
          hadFocus.current = true;
        }}
      >
        <h1 class="spoken">{text("extensionName")}</h1>
        <Toolbar
          isLive={store.status.value.file === undefined}
          recording={store.status.value.recording}
          filterShown={settings.filterShown}
          filter={store.filter.value}
          seenValues={store.seenValues}
          preserveLog={store.status.value.preserveLog}
          errorsOnly={settings.errorsOnly}
          shown={counts.shown}
          total={counts.total}
          errors={counts.errors}
          groupRepeats={settings.groupRepeats}
          limitsShown={limitsShown}
          filterInput={filterInput}
          onToggleRecording={store.toggleRecording}
          onClear={store.clear}
          onToggleFilter={() => store.change({ filterShown: !settings.filterShown })}
          onFilter={store.setFilter}
          onPreserveLog={store.setPreserveLog}
          onErrorsOnly={(errorsOnly) => store.change({ errorsOnly })}
          onGroupRepeats={(groupRepeats) => store.change({ groupRepeats })}
          onToggleLimits={() => setLimitsShown(!limitsShown)}
          onSettings={() => setDialog({ kind: "settings" })}
          onHelp={() => setDialog({ kind: "help" })}
          onMore={(items, at) => setMenu({ kind: "items", items, at })}
        />
        <FilterProblems problems={store.filter.value.problems} />
        <Banner status={store.status.value} problems={store.settingsProblems.value} />
        {/* The Limits view says all of it and more. */}
        {!limitsShown && <SummaryStrip meters={store.meters.value} providerOf={store.providerOf} clock={store.clock} />}
        <Split
          side={settings.detailSide}
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
                isFirstRun={!settings.introductionSeen}
                onDismissIntroduction={() => store.change({ introductionSeen: true })}
                onRecord={store.toggleRecording}
                onWatch={store.watch}
              />
            ) : (
              <TimelineGrid
                rows={store.rows.value}
                selected={store.selectedRowId.value}
                clock={store.clock}
                sort={settings.sort}
                hiddenColumns={settings.hiddenColumns}
                columnWidths={settings.columnWidths}
                isGrouped={settings.groupRepeats}
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
                onColumnMenu={(at) => setMenu({ kind: "columns", at })}
              />
            )
          }
          second={
            opened === undefined ? null : (
              <PresentedRow row={opened}>
                {(shown) => (
                  <DetailPane
                    row={shown}
                    provider={store.providerOf(opened.providerId)}
                    attempts={attemptsOf(store.timeline.value, opened.id)}
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
                )}
              </PresentedRow>
            )
          }
        />
        <Toast
          notice={store.notice.value}
          undoable={store.undoable.value}
          onUndo={undoClear}
          onKeep={store.keepCleared}
        />
        <Announcer timeline={store.timeline} since={store.openedAt} />
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
            onClose={() => {
              setDialog(undefined);
              takeFocus(root.current);
            }}
          />
        )}
      </div>
    </PresentationContext.Provider>
  );
}

/** Where the keys of the list are. */
const LIST = ".grid, .empty";

/**
 * Gives the focus to the list where nothing in the panel has it, because the element that had it is gone. While another
 * part of DevTools has the focus it stays there.
 */
function takeFocus(root: HTMLElement | null): void {
  const page = root?.ownerDocument;
  if (page === undefined || !page.hasFocus() || (page.activeElement !== null && page.activeElement !== page.body))
    return;
  root?.querySelector<HTMLElement>(LIST)?.focus();
}
