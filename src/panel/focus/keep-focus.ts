import { tabStopsIn } from "./focusable.ts";

/**
 * Keeps the focus in the panel where the element that has it goes away, or can have it no longer: the next tab stop takes
 * it, else the one before. Browsers give it to the page as a whole, where a keyboard user would begin anew, and where keys
 * go past an open dialog. Parts that know a better place give it the focus while they are drawn, which comes first.
 * Returns the function that ends this.
 */
export function keepFocus(root: HTMLElement): () => void {
  const page = root.ownerDocument;
  let stops: readonly HTMLElement[] = [];
  let focused: HTMLElement | undefined;

  const moveOn = (): void => {
    const now = page.activeElement;
    const isLost = now === null || now === page.body || (now === focused && now.matches(":disabled"));
    if (!isLost || focused === undefined || !page.hasFocus()) return;
    // Not a stop of its own, such as the item of a menu: what follows it is not known.
    const from = stops.indexOf(focused);
    if (from === -1) return;
    const canTake = (stop: HTMLElement): boolean => stop.isConnected && !stop.matches(":disabled, [inert] *");
    (stops.slice(from + 1).find(canTake) ?? stops.slice(0, from).findLast(canTake))?.focus();
  };
  // Only what is above the element can take it away: nothing is heard of the rows that come and go.
  const observer = new MutationObserver(moveOn);
  const onFocusIn = (): void => {
    const element = page.activeElement;
    if (!(element instanceof HTMLElement) || element === page.body) return;
    focused = element;
    stops = tabStopsIn(element.closest("dialog[open]") ?? root);
    observer.disconnect();
    observer.observe(element, { attributeFilter: ["disabled"] });
    for (let above = element.parentElement; above !== null; above = above.parentElement) {
      observer.observe(above, { childList: true, attributeFilter: ["disabled"] });
      if (above === root) break;
    }
  };
  root.addEventListener("focusin", onFocusIn);
  return () => {
    root.removeEventListener("focusin", onFocusIn);
    observer.disconnect();
  };
}
