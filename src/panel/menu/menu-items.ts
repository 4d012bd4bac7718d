/** One entry of a menu. */
export type MenuItem =
  | {
      readonly kind: "action";
      readonly label: string;
      /** The key that does the same outside the menu, as it is written: "Ctrl+C". */
      readonly keys?: string;
      readonly isDisabled?: boolean;
      readonly run: () => void;
    }
  | { readonly kind: "check"; readonly label: string; readonly isChecked: boolean; readonly run: () => void }
  | { readonly kind: "divider" };

/** A menu to be opened: what it is called, what stands in it, and the point it hangs from, in the page's CSS pixels. */
export type MenuRequest = {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly at: { readonly x: number; readonly y: number };
};

/** Where a menu opened from an event hangs: at the pointer, or under the element that a key was pressed on. */
export function menuPoint(event: MouseEvent | KeyboardEvent, element: Element): MenuRequest["at"] {
  if (event instanceof MouseEvent && (event.clientX !== 0 || event.clientY !== 0))
    return { x: event.clientX, y: event.clientY };
  const box = element.getBoundingClientRect();
  return { x: box.left + Math.min(24, box.width / 2), y: box.bottom };
}

/** Whether a key press asks for a context menu. */
export function asksForMenu(event: Pick<KeyboardEvent, "key" | "shiftKey">): boolean {
  return event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
}
