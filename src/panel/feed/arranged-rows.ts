import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Annotations } from "../../exchange/annotated-feed.ts";
import type { Settings } from "../../settings/settings.ts";
import { type Filter, narrows } from "../../timeline/filter.ts";
import type { Unlisted } from "../../timeline/listing.ts";
import { type Row, rowsOf } from "../../timeline/row.ts";
import type { RowCounts, View } from "../../timeline/rows.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import { readFilter } from "../filter/filter-language.ts";
import type { listing } from "./listing-rows.ts";

/** The rows as the user arranged them. */
export type ArrangedRows = {
  readonly filter: ReadonlySignal<Filter>;
  /** Filter, order and grouping in force: another object whenever one of them is another. */
  readonly arrangement: ReadonlySignal<View>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly counts: ReadonlySignal<RowCounts>;
  /** What is recorded and not listed, whatever the filter. */
  readonly unlisted: ReadonlySignal<Unlisted>;
  /** Lists the members of a group, or folds them again. */
  readonly fold: (key: string) => void;
  /** The row that shows an event: its own, or that of the group it is folded into. Linear. */
  readonly rowIdOf: (id: string | undefined) => string | undefined;
};

type Sources = {
  /** What arranges rows, which comes with what reads them; undefined before. */
  readonly arranging: ReadonlySignal<typeof listing | undefined>;
  readonly timeline: ReadonlySignal<Timeline>;
  readonly settings: ReadonlySignal<Settings>;
  readonly filterText: ReadonlySignal<string>;
  readonly annotations: ReadonlySignal<Annotations>;
  /** The user's distance from UTC in minutes, east positive. */
  readonly utcOffsetMinutes: () => number;
};

const NOTHING = {
  rows: [],
  inScope: [],
  unlisted: { hidden: [], undocumented: { calls: 0, failures: 0 }, plainSuccesses: 0 },
};

/** What was let through last, and of what. */
type Filtered = {
  readonly listed: readonly Row[];
  readonly filter: Filter;
  readonly errorsOnly: boolean;
  readonly rows: readonly Row[];
};

/** Keeps the rows of a timeline in the user's arrangement. Each part is computed again only when what it needs changed. */
export function arrangeRows({
  arranging,
  timeline,
  settings,
  filterText,
  annotations,
  utcOffsetMinutes,
}: Sources): ArrangedRows {
  const expanded = signal<ReadonlySet<string>>(new Set());
  const filter = computed(() => readFilter(filterText.value, utcOffsetMinutes()));
  // Settings hold much that does not concern the rows: each of these stays the same when something else is changed.
  const errorsOnly = computed(() => settings.value.errorsOnly);
  const groupRepeats = computed(() => settings.value.groupRepeats);
  const order = computed(() => settings.value.sort);
  const pinnedIds = computed(() =>
    Object.entries(annotations.value)
      .flatMap(([id, { isPinned }]) => (isPinned ? [id] : []))
      .join("\n"),
  );
  const pinned = computed(() => new Set(pinnedIds.value === "" ? [] : pinnedIds.value.split("\n")));
  const inLine = computed(() => ({
    groupRepeats: groupRepeats.value,
    expanded: expanded.value,
    order: order.value,
    pinned: pinned.value,
  }));
  const arrangement = computed((): View => ({ ...inLine.value, filter: filter.value, errorsOnly: errorsOnly.value }));
  // Apart, because no key that is typed into the filter changes it.
  const hiddenHosts = computed(() => settings.value.hiddenHosts);
  const onlyDocumented = computed(() => settings.value.onlyDocumented);
  const allSuccesses = computed(() => settings.value.allSuccesses);
  const wanted = computed(() => ({
    hiddenHosts: new Set(hiddenHosts.value),
    onlyDocumented: onlyDocumented.value,
    allSuccesses: allSuccesses.value,
    pinned: pinned.value,
  }));
  const list = computed(() => arranging.value?.listed(rowsOf(timeline.value), wanted.value) ?? NOTHING);
  const kept = computed(() => arranging.value?.countKept(list.value.inScope) ?? { total: 0, errors: 0 });
  let last: Filtered | undefined;
  const passing = computed(() => {
    const next = { listed: list.value.rows, filter: filter.value, errorsOnly: errorsOnly.value };
    // Typing on looks only through what is left.
    const all =
      last?.listed === next.listed && last.errorsOnly === next.errorsOnly && narrows(next.filter, last.filter)
        ? last.rows
        : next.listed;
    const rows = arranging.value?.filtered(all, next) ?? [];
    // Most keys leave the list as it is: then nothing that depends on its rows is done again.
    last = { ...next, rows: last !== undefined && areSame(rows, last.rows) ? last.rows : rows };
    return last.rows;
  });
  const inView = computed(() => arranging.value?.arranged(passing.value, inLine.value) ?? []);
  return {
    filter,
    arrangement,
    rows: inView,
    unlisted: computed(() => list.value.unlisted),
    counts: computed(() => ({ ...kept.value, shown: arranging.value?.countShown(inView.value) ?? 0 })),
    fold: (key) => {
      const next = new Set(expanded.peek());
      if (!next.delete(key)) next.add(key);
      expanded.value = next;
    },
    rowIdOf: (id) => {
      if (id === undefined) return undefined;
      const own = inView.value.find((row) => row.id === id);
      if (own !== undefined) return id;
      return inView.value.find((row) => row.kind === "event" && row.group !== null && row.repeats.includes(id))?.id;
    },
  };
}

function areSame(rows: readonly Row[], others: readonly Row[]): boolean {
  return rows.length === others.length && rows.every((row, index) => row === others[index]);
}
