import type { ColumnName } from "../../settings/columns.ts";
import type { MenuItem, MenuRequest } from "./menu-items.ts";

/** Which of the panel's menus is open, and the point it hangs from. */
export type OpenMenu =
  | { readonly kind: "row"; readonly id: string; readonly at: MenuRequest["at"] }
  /** Opened on this column's title, which is so many pixels wide. */
  | { readonly kind: "columns"; readonly at: MenuRequest["at"]; readonly column: ColumnName; readonly width: number }
  /** Any items; they were made when it was opened. */
  | { readonly kind: "items"; readonly items: readonly MenuItem[]; readonly at: MenuRequest["at"] };
