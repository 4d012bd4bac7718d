import { panelWords } from "../words/english/panel.ts";
import { COLUMN_NAMES, type ColumnName, DEFAULT_SORT } from "../../settings/columns.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../settings/settings.ts";
import { COLUMNS, NARROWEST } from "../grid/columns.ts";
import type { MenuItem } from "./menu-items.ts";
import { menuWords } from "../words/english/menu.ts";

/** How far the menu moves a column's edge, in pixels. */
const STEP = 40;

/**
 * The menu of the header: which columns there are, and the size of the one it was opened on, for who cannot drag (WCAG 2.2,
 * 2.5.7). The last one that is left cannot be hidden.
 */
export function columnMenu(
  settings: Settings,
  onChange: (change: Partial<Settings>) => void,
  { column, width }: { readonly column: ColumnName; readonly width: number },
): readonly MenuItem[] {
  const { hiddenColumns, columnWidths } = settings;
  const title = panelWords[COLUMNS.find(({ name }) => name === column)?.title ?? "columnPath"];
  const resize = (by: number): void =>
    onChange({ columnWidths: { ...columnWidths, [column]: Math.max(NARROWEST, width + by) } });
  const isShown = (name: ColumnName): boolean => !hiddenColumns.includes(name);
  const shownCount = COLUMN_NAMES.filter(isShown).length;
  const toggle = (name: ColumnName): void => {
    if (isShown(name) && shownCount === 1) return;
    onChange({
      hiddenColumns: isShown(name) ? [...hiddenColumns, name] : hiddenColumns.filter((other) => other !== name),
    });
  };
  return [
    ...COLUMNS.map(({ name, title }): MenuItem => ({
      kind: "check",
      label: panelWords[title],
      isChecked: isShown(name),
      run: () => toggle(name),
    })),
    { kind: "divider" },
    { kind: "action", label: menuWords.columnWider(title), keys: "Shift+→", run: () => resize(STEP) },
    { kind: "action", label: menuWords.columnNarrower(title), keys: "Shift+←", run: () => resize(-STEP) },
    {
      kind: "action",
      label: menuWords.columnReset,
      run: () => onChange({ hiddenColumns: DEFAULT_SETTINGS.hiddenColumns, columnWidths: {}, sort: DEFAULT_SORT }),
    },
  ];
}
