import type { PlainName } from "../words/language.ts";
import type { panelWords } from "../words/english/panel.ts";
import type { ColumnName } from "../../settings/columns.ts";

/** A column of the timeline. Widths in pixels. */
export type Column = {
  readonly name: ColumnName;
  readonly title: PlainName<typeof panelWords>;
  /** As wide as its values need. */
  readonly width: number;
  /** As wide as its values should have before columns of less worth are shown; `width` by default. */
  readonly comfort?: number;
  /** Its share of the room that is left over; 0 where it needs none. */
  readonly share: number;
  /** Columns with the smallest number are left out first where the room is scarce; null for those that never are. */
  readonly worth: number | null;
};

/** All columns from left to right. */
export const COLUMNS: readonly Column[] = [
  { name: "time", title: "columnTime", width: 94, share: 0, worth: 6 },
  { name: "method", title: "columnMethod", width: 60, share: 0, worth: 5 },
  { name: "path", title: "columnPath", width: 110, share: 3, worth: null },
  { name: "provider", title: "columnProvider", width: 90, share: 1, worth: 4 },
  { name: "status", title: "columnStatus", width: 54, share: 0, worth: null },
  { name: "code", title: "columnCode", width: 96, comfort: 170, share: 3, worth: null },
  { name: "advice", title: "columnAdvice", width: 116, share: 0, worth: null },
  { name: "duration", title: "columnDuration", width: 74, share: 0, worth: 3 },
  { name: "size", title: "columnSize", width: 66, share: 0, worth: 1 },
  { name: "waterfall", title: "columnWaterfall", width: 110, share: 2, worth: 2 },
];

export type ColumnWidths = Readonly<Partial<Record<ColumnName, number>>>;

/** The narrowest that a column can be made. */
export const NARROWEST = 32;

/**
 * The columns that are shown: all but the hidden ones, and only as many as fit into `room` pixels. At least one column
 * is left, whatever was hidden. The detail pane always has everything.
 */
export function shownColumns(hidden: readonly ColumnName[], room: number): readonly Column[] {
  const wanted = COLUMNS.filter(({ name }) => !hidden.includes(name));
  let shown = wanted.length === 0 ? COLUMNS.filter(({ name }) => name === "path") : wanted;
  const byWorth = shown
    .filter(({ worth }) => worth !== null)
    .toSorted((one, other) => (one.worth ?? 0) - (other.worth ?? 0));
  for (const least of byWorth) {
    if (shown.length === 1 || shown.reduce((sum, { width, comfort = width }) => sum + comfort, 0) <= room) break;
    shown = shown.filter((column) => column !== least);
  }
  return shown;
}

/**
 * The columns as CSS grid tracks. A column that was resized keeps its width as long as there is room, all others share
 * what is left over; where every one was resized, the last takes it.
 */
export function columnTracks(columns: readonly Column[], widths: ColumnWidths): string {
  const growing = columns.filter(({ name, share }) => share > 0 && widths[name] === undefined);
  const filler = growing.length === 0 ? columns.at(-1) : undefined;
  return columns
    .map((column) => {
      const { name, width, share } = column;
      const chosen = widths[name];
      if (column === filler) return `minmax(${Math.min(width, chosen ?? width)}px, 1fr)`;
      if (chosen !== undefined) return `minmax(${Math.min(chosen, width)}px, ${chosen}px)`;
      return share > 0 ? `minmax(${width}px, ${share}fr)` : `${width}px`;
    })
    .join(" ");
}
