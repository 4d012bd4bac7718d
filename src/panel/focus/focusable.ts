const MAY_TAKE_FOCUS = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * The tab stops within an element, in document order: what can take the focus, is seen, and is not left out of the order.
 * Of radio buttons the checked one stands for its group.
 */
export function tabStopsIn(element: Element): readonly HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(MAY_TAKE_FOCUS)].filter(
    (one) =>
      one.tabIndex >= 0 &&
      !one.matches(":disabled, [type=radio]:not(:checked)") &&
      one.closest("[hidden], [inert]") === null &&
      one.checkVisibility({ visibilityProperty: true }),
  );
}
