import { useLayoutEffect, useRef } from "preact/hooks";
import { FilterSyntax } from "./filter-syntax.tsx";
import { panelWords } from "../words/english/panel.ts";

type Props = { readonly onClose: () => void };

/** What can be written into the filter, under its field, until it is closed by Esc or by going elsewhere. */
export function FilterHelp({ onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const hasLeft = useRef(false);
  useLayoutEffect(() => {
    const element = box.current;
    const opener = element?.ownerDocument.activeElement;
    element?.focus();
    return () => {
      // On its way elsewhere the focus is nowhere, and must not be held up.
      const now = element?.ownerDocument.activeElement;
      const isLost = now === null || now === element?.ownerDocument.body;
      if (!hasLeft.current && opener instanceof HTMLElement && isLost) opener.focus();
    };
  }, []);
  return (
    <div
      class="filter-help"
      role="dialog"
      aria-label={panelWords.filterHelp}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        event.preventDefault();
        onClose();
      }}
      onFocusOut={(event) => {
        const { relatedTarget } = event;
        // The button that opened it closes it by its own click.
        hasLeft.current =
          relatedTarget instanceof Element && event.currentTarget.parentElement?.contains(relatedTarget) !== true;
        if (hasLeft.current) onClose();
      }}
    >
      <FilterSyntax />
    </div>
  );
}
