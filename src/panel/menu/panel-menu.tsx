import type { Annotations } from "../../exchange/annotated-feed.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Row } from "../../timeline/row.ts";
import { usePresentRow } from "../preview/presentation.ts";
import { columnMenu } from "./column-menu.ts";
import type { OpenMenu } from "./menu-kind.ts";
import { Menu } from "./menu.tsx";
import { type RowActions, rowMenu } from "./row-menu.ts";
import { menuWords } from "../words/english/menu.ts";
import { panelWords } from "../words/english/panel.ts";

type Props = RowActions & {
  readonly open: OpenMenu;
  readonly rows: readonly Row[];
  readonly annotations: Annotations;
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onClose: () => void;
};

/** The menu that is open. */
export function PanelMenu({ open, rows, annotations, settings, onChange, onClose, ...actions }: Props) {
  const presentRow = usePresentRow("line");
  switch (open.kind) {
    case "row": {
      const row = rows.find(({ id }) => id === open.id);
      // The row may have gone while the menu was loaded.
      if (row === undefined) return null;
      const items = rowMenu(row, presentRow(row), annotations[row.id], actions);
      return <Menu label={menuWords.menuRow} items={items} at={open.at} onClose={onClose} />;
    }
    case "items":
      return <Menu label={panelWords.toolbarMore} items={open.items} at={open.at} onClose={onClose} />;
    case "columns": {
      const items = columnMenu(settings, onChange, open);
      return <Menu label={menuWords.columnMenu} items={items} at={open.at} onClose={onClose} />;
    }
  }
}
