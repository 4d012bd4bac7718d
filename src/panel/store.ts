import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Provider } from "../catalogue/provider.ts";
import type { FeedStatus } from "../exchange/feed.ts";
import type { Settings } from "../settings/settings.ts";
import { type SeenValues, seenValues } from "../timeline/filter/complete.ts";
import { type Filter, parseFilter } from "../timeline/filter.ts";
import { type EventRow, type Row, rowOf } from "../timeline/row.ts";
import { countRows, type RowCounts, rows } from "../timeline/rows.ts";
import { emptyTimeline, eventItem, type Timeline } from "../timeline/timeline.ts";
import { createMeters, type Meters } from "../timing/meters.ts";
import { type Clock, createClock } from "./clock.ts";
import { createIntake } from "./intake.ts";
import type { PanelPorts } from "./ports.ts";
import { tellOfWaits } from "./wait-notices.ts";

/** What the toast says, and whether it was done. `serial` tells two equal messages apart. */
export type Notice = { readonly text: string; readonly kind: "done" | "refused"; readonly serial: number };

/** The panel's state: every signal there is, and what can be done to them. */
export type Store = {
  /** Nothing was read from the feed yet: the timeline is not empty but unknown. */
  readonly isStarting: ReadonlySignal<boolean>;
  readonly timeline: ReadonlySignal<Timeline>;
  readonly meters: ReadonlySignal<Meters>;
  readonly status: ReadonlySignal<FeedStatus>;
  readonly settings: ReadonlySignal<Settings>;
  readonly filter: ReadonlySignal<Filter>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly counts: ReadonlySignal<RowCounts>;
  readonly selectedId: ReadonlySignal<string | undefined>;
  /** The event in the detail pane; undefined while the pane is closed or the selected row has no details. */
  readonly opened: ReadonlySignal<EventRow | undefined>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  readonly clock: Clock;
  readonly select: (id: string) => void;
  readonly open: (id: string) => void;
  readonly close: () => void;
  readonly clear: () => void;
  readonly toggleRecording: () => void;
  readonly setPreserveLog: (preserve: boolean) => void;
  readonly setFilter: (text: string) => void;
  readonly change: (change: Partial<Settings>) => void;
  /** Maps a host to a provider, so that its calls are watched from now on. */
  readonly watch: (host: string, providerId: string) => void;
  /** Values to suggest in the filter. Linear in the timeline. */
  readonly seenValues: () => SeenValues;
  readonly notify: (text: string, kind: Notice["kind"]) => void;
  readonly providerOf: (providerId: string) => Provider | undefined;
  readonly dispose: () => void;
};

/** The panel's state over its ports. One per mounted panel; `dispose` when it goes. */
export function createStore(ports: PanelPorts, page: Window): Store {
  const clock = createClock(ports.now, page.document);
  const timeline = signal<Timeline>(emptyTimeline());
  const meters = signal<Meters>(createMeters());
  const isStarting = signal(true);
  const status = signal<FeedStatus>(ports.feed.snapshot().status);
  const settings = signal<Settings>(ports.settings.current());
  const filterText = signal(settings.peek().filterText);
  const selectedId = signal<string | undefined>(undefined);
  const isOpen = signal(false);
  const notice = signal<Notice | undefined>(undefined);
  let serial = 0;

  const intake = createIntake(ports, page, (taken) =>
    batch(() => {
      isStarting.value = false;
      timeline.value = taken.timeline;
      meters.value = taken.meters;
      status.value = taken.status;
    }),
  );
  const unsubscribeSettings = ports.settings.subscribe((next) => {
    settings.value = next;
  });
  // Another mapping or document makes other hosts decodable: everything is read again.
  const unsubscribeProviders = ports.subscribeProviders(() => intake.restart());
  intake.restart();
  const notify = (text: string, kind: Notice["kind"]): void => {
    serial += 1;
    notice.value = { text, kind, serial };
  };
  const stopTelling = tellOfWaits(timeline, clock, ports.now, (text) => notify(text, "done"));

  const utcOffsetMinutes = -new Date(ports.now()).getTimezoneOffset();
  const filter = computed(() => parseFilter(filterText.value, { utcOffsetMinutes }));
  const errorsOnly = computed(() => settings.value.errorsOnly);
  const visible = computed(() => rows(timeline.value, { filter: filter.value, errorsOnly: errorsOnly.value }));
  return {
    isStarting,
    timeline,
    meters,
    status,
    settings,
    filter,
    rows: visible,
    counts: computed(() => countRows(timeline.value, visible.value)),
    selectedId,
    opened: computed(() => {
      if (!isOpen.value || selectedId.value === undefined) return undefined;
      const item = eventItem(timeline.value, selectedId.value);
      const row = item === undefined ? undefined : rowOf(item);
      return row?.kind === "event" ? row : undefined;
    }),
    notice,
    clock,
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
        ports.feed.clear();
      }),
    toggleRecording: () => ports.feed.setRecording(!status.peek().recording),
    setPreserveLog: (preserve) => {
      ports.feed.setPreserveLog(preserve);
      ports.settings.save({ preserveLog: preserve });
    },
    setFilter: (text) => {
      filterText.value = text;
      ports.settings.save({ filterText: text.slice(0, LONGEST_FILTER) });
    },
    change: (change) => ports.settings.save(change),
    watch: (host, providerId) => {
      const others = settings.peek().mappings.filter((mapping) => mapping.host !== host);
      ports.settings.save({ mappings: [...others, { host, providerId }] });
    },
    seenValues: () => seenValues(timeline.peek().items.map(rowOf)),
    notify,
    providerOf: (providerId) => ports.providers().providers.find(({ id }) => id === providerId),
    dispose: () => {
      intake.dispose();
      unsubscribeSettings();
      unsubscribeProviders();
      stopTelling();
      clock.stop();
    },
  };
}

/** What the settings hold at most. */
const LONGEST_FILTER = 2_000;
