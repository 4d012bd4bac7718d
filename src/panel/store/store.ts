import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Provider } from "../../catalogue/provider.ts";
import { type Annotation, type Annotations, asAnnotated } from "../../exchange/annotated-feed.ts";
import type { EpochMs } from "../../exchange/exchange.ts";
import type { FeedStatus } from "../../exchange/feed.ts";
import type { SettingsProblem } from "../../settings/settings-problem.ts";
import type { Settings } from "../../settings/settings.ts";
import type { SeenValues } from "../../timeline/filter/complete.ts";
import { type EventRow, eventRowOf, rowOf, rowsOf } from "../../timeline/row.ts";
import type { RetryGap } from "../../timeline/rows-gaps.ts";
import { emptyTimeline, type Timeline } from "../../timeline/timeline.ts";
import { createMeters, type Meters } from "../../timing/meters.ts";
import { arrangeRows, type ArrangedRows } from "../feed/arranged-rows.ts";
import { type Clock, createClock } from "../feed/clock.ts";
import { filterLanguage, loadFilterLanguage } from "../filter/filter-language.ts";
import { createIntake } from "../feed/intake.ts";
import type { PanelPorts } from "../shell/ports.ts";
import type * as Reading from "../feed/reading.ts";
import { loadReading } from "../loading/reading-loader.ts";
import { tellOfWaits } from "../feed/wait-notices.ts";
import { panelWords } from "../words/english/panel.ts";

/** What the toast says, and whether it was done. `serial` tells two equal messages apart. */
export type Notice = {
  readonly text: string;
  readonly kind: "done" | "refused";
  readonly serial: number;
  /** What takes back what was done. */
  readonly undo?: NoticeAction | undefined;
};
export type NoticeAction = { readonly label: string; readonly run: () => void };

/** The panel's state: every signal there is, and what can be done to them. */
export type Store = Pick<ArrangedRows, "filter" | "arrangement" | "rows" | "counts" | "unlisted" | "fold"> & {
  /** Nothing was read from the feed yet: the timeline is not empty but unknown. */
  readonly isStarting: ReadonlySignal<boolean>;
  readonly timeline: ReadonlySignal<Timeline>;
  /** The same without calls to hidden hosts: what notices and screen readers tell of. */
  readonly heard: ReadonlySignal<Timeline>;
  readonly meters: ReadonlySignal<Meters>;
  readonly status: ReadonlySignal<FeedStatus>;
  readonly settings: ReadonlySignal<Settings>;
  /** What is wrong with the storage of the settings. */
  readonly settingsProblems: ReadonlySignal<readonly SettingsProblem[]>;
  readonly selectedId: ReadonlySignal<string | undefined>;
  /** The row that is selected, or stands for what is: a repeat may be folded into another row. */
  readonly selectedRowId: ReadonlySignal<string | undefined>;
  readonly annotations: ReadonlySignal<Annotations>;
  readonly gaps: ReadonlySignal<(id: string) => RetryGap | null>;
  /** The event in the detail pane; undefined while the pane is closed or the selected row has no details. */
  readonly opened: ReadonlySignal<EventRow | undefined>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  /** Counts the clears that can still be undone; 0 where there is none. */
  readonly undoable: ReadonlySignal<number>;
  readonly clock: Clock;
  /** When this panel was opened. */
  readonly openedAt: EpochMs;
  readonly select: (id: string) => void;
  readonly open: (id: string) => void;
  readonly close: () => void;
  /** Empties the timeline; `undoClear` brings it back, until `keepCleared` lets it go or it is cleared again. */
  readonly clear: () => void;
  readonly undoClear: () => void;
  readonly keepCleared: () => void;
  readonly annotate: (id: string, change: Partial<Annotation>) => void;
  readonly toggleRecording: () => void;
  readonly setPreserveLog: (preserve: boolean) => void;
  readonly setFilter: (text: string) => void;
  readonly change: (change: Partial<Settings>) => void;
  /** Values to suggest in the filter, of the calls that there are now. */
  readonly seenValues: () => SeenValues;
  readonly notify: (text: string, kind: Notice["kind"], undo?: NoticeAction) => void;
  /** Lists no calls of this host any more; a notice takes it back. */
  readonly hideHost: (host: string) => void;
  readonly showHosts: (hosts: readonly string[]) => void;
  readonly providerOf: (providerId: string) => Provider | undefined;
  readonly dispose: () => void;
};

/** The panel's state over its ports. One per mounted panel; `dispose` when it goes. */
export function createStore(ports: PanelPorts, page: Window): Store {
  const feed = asAnnotated(ports.feed);
  const openedAt = ports.now();
  const clock = createClock(ports.now, page.document);
  const timeline = signal<Timeline>(emptyTimeline());
  const meters = signal<Meters>(createMeters());
  const isStarting = signal(true);
  const status = signal<FeedStatus>(feed.snapshot().status);
  const settings = signal<Settings>(ports.settings.current());
  const settingsProblems = signal(ports.settings.problems());
  const filterText = signal(settings.peek().filterText);
  const selectedId = signal<string | undefined>(undefined);
  const isOpen = signal(false);
  const notice = signal<Notice | undefined>(undefined);
  const arranging = signal<typeof Reading.listing | undefined>(undefined);
  const annotations = signal<Annotations>(feed.annotations());
  const undoable = signal(0);
  let clears = 0;
  let serial = 0;

  const intake = createIntake(
    { ...ports, feed },
    page,
    (taken) =>
      batch(() => {
        isStarting.value = false;
        timeline.value = taken.timeline;
        meters.value = taken.meters;
        status.value = taken.status;
      }),
    async () => {
      const reading = await loadReadingFor(filterText.peek());
      arranging.value = reading.listing;
      return reading;
    },
  );
  const unsubscribeSettings = ports.settings.subscribe((next) => {
    settings.value = next;
    settingsProblems.value = ports.settings.problems();
  });
  // Another mapping or document makes other hosts decodable: everything is read again.
  const unsubscribeProviders = ports.subscribeProviders(() => intake.restart());
  intake.restart();
  const notify = (text: string, kind: Notice["kind"], undo?: NoticeAction): void => {
    serial += 1;
    notice.value = { text, kind, serial, undo };
  };
  // Nobody asked to hear of hosts that are hidden.
  const heard = computed(() => {
    const { hiddenHosts } = settings.value;
    const all = timeline.value;
    if (hiddenHosts.length === 0) return all;
    return {
      ...all,
      items: all.items.filter((item) => item.kind !== "event" || !hiddenHosts.includes(rowOf(item).host)),
    };
  });
  const stopTelling = tellOfWaits(heard, clock, ports.now, (text) => notify(text, "done"));

  const unsubscribeAnnotations = feed.subscribeAnnotations(() => {
    annotations.value = feed.annotations();
  });
  // What another panel page could have undone went with it.
  feed.forgetCleared();
  const arranged = arrangeRows({
    arranging,
    timeline,
    settings,
    filterText,
    annotations,
    utcOffsetMinutes: () => -new Date(ports.now()).getTimezoneOffset(),
  });
  const settleUndo = (): void => {
    feed.forgetCleared();
    undoable.value = 0;
  };
  const showHosts = (hosts: readonly string[]): void =>
    ports.settings.save({ hiddenHosts: settings.peek().hiddenHosts.filter((host) => !hosts.includes(host)) });
  return {
    isStarting,
    timeline,
    heard,
    meters,
    status,
    settings,
    settingsProblems,
    filter: arranged.filter,
    arrangement: arranged.arrangement,
    rows: arranged.rows,
    counts: arranged.counts,
    unlisted: arranged.unlisted,
    fold: arranged.fold,
    selectedId,
    selectedRowId: computed(() => arranged.rowIdOf(selectedId.value)),
    annotations,
    gaps: computed(() => arranging.value?.findRetryGaps(timeline.value) ?? (() => null)),
    opened: computed(() => {
      if (!isOpen.value || selectedId.value === undefined) return undefined;
      return eventRowOf(timeline.value, selectedId.value);
    }),
    notice,
    undoable,
    clock,
    openedAt,
    select: (id) => {
      selectedId.value = id;
    },
    open: (id) =>
      batch(() => {
        selectedId.value = id;
        isOpen.value = true;
      }),
    close: () => {
      isOpen.value = false;
    },
    clear: () =>
      batch(() => {
        isOpen.value = false;
        selectedId.value = undefined;
        const isEmpty = feed.snapshot().records.length === 0;
        feed.clear();
        if (isEmpty) return;
        clears += 1;
        undoable.value = clears;
      }),
    undoClear: () => {
      feed.undoClear();
      settleUndo();
    },
    keepCleared: settleUndo,
    annotate: feed.annotate,
    toggleRecording: () => feed.setRecording(!status.peek().recording),
    setPreserveLog: (preserve) => {
      feed.setPreserveLog(preserve);
      ports.settings.save({ preserveLog: preserve });
    },
    setFilter: (text) => {
      filterText.value = text;
      ports.settings.save({ filterText: text.slice(0, LONGEST_FILTER) });
    },
    change: (change) => ports.settings.save(change),
    seenValues: () => filterLanguage()?.seenValues(rowsOf(timeline.peek())) ?? (() => []),
    notify,
    hideHost: (host) => {
      ports.settings.save({ hiddenHosts: [...settings.peek().hiddenHosts.filter((other) => other !== host), host] });
      notify(panelWords.hostHidden(host), "done", { label: panelWords.hostShow, run: () => showHosts([host]) });
    },
    showHosts,
    providerOf: (providerId) => ports.providers().providers.find(({ id }) => id === providerId),
    dispose: () => {
      intake.dispose();
      unsubscribeSettings();
      unsubscribeAnnotations();
      unsubscribeProviders();
      stopTelling();
      clock.stop();
    },
  };
}

/** What reads records, with what reads the filter where one is in force: no row is shown that it lets not through. */
async function loadReadingFor(filterText: string): Promise<typeof Reading> {
  const [reading] = await Promise.all([loadReading(), filterText === "" ? undefined : loadFilterLanguage()]);
  return reading;
}

/** What the settings hold at most. */
const LONGEST_FILTER = 2_000;
