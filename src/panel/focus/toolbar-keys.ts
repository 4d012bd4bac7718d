import type { TargetedKeyboardEvent } from "preact";
import { tabStopsIn } from "./focusable.ts";
import { nextByKey } from "./next-by-key.ts";

/**
 * Arrows, Home and End between the controls of a toolbar (ARIA toolbar pattern). A text field keeps them for its caret, so
 * every control stays a tab stop, too: from the field nothing else would lead on.
 */
export function moveInToolbar(event: TargetedKeyboardEvent<HTMLElement>): void {
  const { key, currentTarget: toolbar, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!(target instanceof HTMLElement) || !target.matches("button, [type=checkbox]")) return;
  const stops = tabStopsIn(toolbar);
  const to = nextByKey(key, stops.indexOf(target), stops.length);
  if (to === undefined) return;
  stops[to]?.focus();
  event.preventDefault();
  event.stopPropagation();
}
