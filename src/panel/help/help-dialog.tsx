import type { PlainName } from "../words/language.ts";
import { FilterSyntax } from "../filter/filter-syntax.tsx";
import { Icon } from "../controls/icon.tsx";
import { ModalDialog } from "./modal-dialog.tsx";
import { helpWords } from "../words/english/help.ts";

/** Keys as they are printed on a keyboard, and what they do. */
const KEYS: readonly (readonly [keys: readonly string[], meaning: PlainName<typeof helpWords>])[] = [
  [["↑", "↓", "k", "j"], "helpMove"],
  [["Home", "End"], "helpEnds"],
  [["Page Up", "Page Down"], "helpPage"],
  [["Enter"], "helpOpen"],
  [["→", "←"], "helpFold"],
  [["Esc"], "helpEscape"],
  [["Ctrl+C"], "helpCopy"],
  [["Shift+F10"], "helpMenu"],
  [["Ctrl+F"], "helpSearch"],
  [["/"], "helpFilterKey"],
  [["Ctrl+L"], "helpClear"],
  [["Ctrl+Z"], "helpUndo"],
  [["Ctrl+E"], "helpRecord"],
  [["Ctrl+O"], "helpImport"],
  [["Enter", "Shift+←", "Shift+→"], "helpSort"],
  [["?"], "helpHelp"],
];

type Props = { readonly onClose: () => void };

/** What the keyboard does and what the filter understands, in a dialog that keeps the focus until it is closed. */
export function HelpDialog({ onClose }: Props) {
  return (
    <ModalDialog extraClass="help-dialog" labelledBy="help-title" onClose={onClose}>
      <div class="help-head">
        <button type="button" class="icon-button" aria-label={helpWords.helpClose} onClick={onClose}>
          <Icon name="close" />
        </button>
        <h2 class="dialog-title" id="help-title">
          {helpWords.helpTitle}
        </h2>
      </div>
      <h3>{helpWords.helpKeys}</h3>
      <table class="help-table">
        <tbody>
          {KEYS.map(([keys, meaning]) => (
            <tr key={meaning}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{helpWords[meaning]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{helpWords.helpFilter}</h3>
      <FilterSyntax />
    </ModalDialog>
  );
}
