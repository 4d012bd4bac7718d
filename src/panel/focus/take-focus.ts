import { tabStopsIn } from "./focusable.ts";

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
  if (page.activeElement !== null && page.activeElement !== page.body) return;
  // Behind an open dialog nothing takes the focus.
  const dialog = root?.querySelector("dialog[open]") ?? null;
  if (dialog === null) focusList(root);
  else tabStopsIn(dialog)[0]?.focus();
}

/**
 * Leads keys to the list while the panel's page has the focus and nothing in it does: DevTools gives it to the page as a
 * whole, on a click beside everything for one. Where Tab takes it on to a button it stays there, and the page never takes
 * it by itself. Returns the function that ends this.
 */
export function leadKeysToList(root: HTMLElement): () => void {
  const { body, defaultView: page } = root.ownerDocument;
  if (page === null) return () => undefined;
  // The focus of the page comes first, that of an element in it afterwards.
  const onFocus = (): void => void page.setTimeout(() => takeLostFocus(root), 0);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== body || event.key === "Tab") return;
    const list = root.querySelector<HTMLElement>("dialog[open]") ?? root.querySelector<HTMLElement>(LIST);
    // Below the viewer of recordings the panel rests.
    if (list === null || list.closest("[inert]") !== null) return;
    list.focus();
    // The copy goes the whole way; DevTools, which listens at the document, must not get the key twice.
    event.stopImmediatePropagation();
    if (!list.dispatchEvent(new KeyboardEvent(event.type, event))) event.preventDefault();
  };
  page.addEventListener("focus", onFocus);
  page.addEventListener("keydown", onKeyDown, true);
  return () => {
    page.removeEventListener("focus", onFocus);
    page.removeEventListener("keydown", onKeyDown, true);
  };
}
