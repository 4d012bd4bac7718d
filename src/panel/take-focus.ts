/** The timeline, or what stands in its place: where the keys of the list are. */
const LIST = ".grid, .empty";

/** Gives the focus to the list. */
export function focusList(root: HTMLElement | null): void {
  root?.querySelector<HTMLElement>(LIST)?.focus();
}

/**
 * Gives the focus to the list where nothing in the panel has it, because the element that had it is gone. While another
 * part of DevTools has the focus it stays there.
 */
export function takeLostFocus(root: HTMLElement | null): void {
  const page = root?.ownerDocument;
  if (page === undefined || !page.hasFocus()) return;
  if (page.activeElement === null || page.activeElement === page.body) focusList(root);
}
