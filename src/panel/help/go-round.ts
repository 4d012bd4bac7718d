import type { TargetedKeyboardEvent } from "preact";
import { tabStopsIn } from "../focus/focusable.ts";

/** A modal dialog lets Tab go on to the browser's own controls; from its ends this brings it back to the other. */
export function goRound(event: TargetedKeyboardEvent<HTMLDialogElement>): void {
  if (event.key !== "Tab") return;
  const stops = tabStopsIn(event.currentTarget);
  const [leaving, next] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (event.currentTarget.ownerDocument.activeElement !== leaving || next === undefined) return;
  event.preventDefault();
  next.focus();
}
