/** The timeline's columns, in their order from left to right, by the names under which settings remember them. */
export const COLUMN_NAMES = [
  "time",
  "method",
  "path",
  "provider",
  "status",
  "code",
  "advice",
  "duration",
  "size",
  "waterfall",
] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];

/** The column whose values put the rows in order. Rows with equal values stay in order of start. */
export type Sort = { readonly column: ColumnName; readonly descending: boolean };

/** As they happened. */
export const DEFAULT_SORT: Sort = { column: "time", descending: false };
