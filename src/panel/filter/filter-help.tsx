import { useLayoutEffect, useRef } from "preact/hooks";
import { text } from "../text/text.ts";
import { FilterSyntax } from "./filter-syntax.tsx";

type Props = { readonly onClose: () => void };

/** What can be written into the filter, under its field, until it is closed by Esc or by going elsewhere. */
export function FilterHelp({ onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    const opener = element?.ownerDocument.activeElement;
    element?.focus();
    return () => {
      // Where the focus has gone elsewhere, it stays there.
      const now = element?.ownerDocument.activeElement;
      if (opener instanceof HTMLElement && (now === null || now === element?.ownerDocument.body)) opener.focus();
    };
  }, []);
  return (
    <div
      class="filter-help"
      role="dialog"
      aria-label={text("filterHelp")}
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
        if (relatedTarget instanceof Element && event.currentTarget.parentElement?.contains(relatedTarget) !== true)
          onClose();
      }}
    >
      <FilterSyntax />
    </div>
  );
}
