import type { TargetedKeyboardEvent } from "preact";
import { tabStopsIn } from "./focusable.ts";

/**
 * Arrows, Home and End between the controls of a toolbar (ARIA toolbar pattern). A text field keeps them for its caret, so
 * every control stays a tab stop, too: from the field nothing else would lead on.
 */
export function moveInToolbar(event: TargetedKeyboardEvent<HTMLElement>): void {
  const { key, currentTarget: toolbar, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!(target instanceof HTMLElement) || !target.matches("button, [type=checkbox]")) return;
  const stops = tabStopsIn(toolbar);
  const to = indexAfter(key, stops.indexOf(target), stops.length);
  if (to === undefined) return;
  stops[to]?.focus();
  event.preventDefault();
  event.stopPropagation();
}

function indexAfter(key: string, from: number, count: number): number | undefined {
  if (from === -1) return undefined;
  switch (key) {
    case "ArrowRight":
      return (from + 1) % count;
    case "ArrowLeft":
      return (from + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
