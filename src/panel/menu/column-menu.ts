import { COLUMN_NAMES, type ColumnName, DEFAULT_SORT } from "../../settings/columns.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../settings/settings.ts";
import { COLUMNS } from "../grid/columns.ts";
import { text } from "../text/text.ts";
import type { MenuItem } from "./menu-items.ts";

/** The menu of the header: which columns there are. The last one that is left cannot be hidden. */
export function columnMenu(settings: Settings, onChange: (change: Partial<Settings>) => void): readonly MenuItem[] {
  const { hiddenColumns } = settings;
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
      label: text(title),
      isChecked: isShown(name),
      run: () => toggle(name),
    })),
    { kind: "divider" },
    {
      kind: "action",
      label: text("columnReset"),
      run: () => onChange({ hiddenColumns: DEFAULT_SETTINGS.hiddenColumns, columnWidths: {}, sort: DEFAULT_SORT }),
    },
  ];
}
