import { useLayoutEffect, useRef } from "preact/hooks";
import { FilterSyntax } from "../filter/filter-syntax.tsx";
import { Icon } from "../icon.tsx";
import { text, type TextKey } from "../text/text.ts";

/** Keys as they are printed on a keyboard, and what they do. */
const KEYS: readonly (readonly [keys: readonly string[], meaning: TextKey])[] = [
  [["↑", "↓", "k", "j"], "helpMove"],
  [["Home", "End"], "helpEnds"],
  [["Page Up", "Page Down"], "helpPage"],
  [["Enter"], "helpOpen"],
  [["→", "←"], "helpFold"],
  [["Esc"], "helpEscape"],
  [["Ctrl+C"], "helpCopy"],
  [["Shift+F10"], "helpMenu"],
  [["Ctrl+F"], "helpSearch"],
  [["Ctrl+L"], "helpClear"],
  [["Ctrl+Z"], "helpUndo"],
  [["Ctrl+E"], "helpRecord"],
  [["Enter", "Shift+←", "Shift+→"], "helpSort"],
  [["?"], "helpHelp"],
];

type Props = { readonly onClose: () => void };

/** What the keyboard does and what the filter understands, in a dialog that keeps the focus until it is closed. */
export function HelpDialog({ onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = element?.ownerDocument.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      class="dialog help-dialog"
      aria-labelledby="help-title"
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // No key leaves the dialog: behind it lie the panel's own keys and those of DevTools.
        event.stopPropagation();
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <div class="help-head">
        <button type="button" class="icon-button" aria-label={text("helpClose")} onClick={onClose}>
          <Icon name="close" />
        </button>
        <h2 class="dialog-title" id="help-title">
          {text("helpTitle")}
        </h2>
      </div>
      <h3>{text("helpKeys")}</h3>
      <table class="help-table">
        <tbody>
          {KEYS.map(([keys, meaning]) => (
            <tr key={meaning}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{text(meaning)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{text("helpFilter")}</h3>
      <FilterSyntax />
    </dialog>
  );
}
