import type { TargetedKeyboardEvent } from "preact";

/** What the panel's keys do; undefined where one has nothing to do right now. */
export type PanelKeys = {
  readonly closeDetails: (() => void) | undefined;
  readonly toggleRecording: () => void;
  readonly clear: () => void;
  readonly undoClear: (() => void) | undefined;
  readonly search: () => void;
  readonly filter: () => void;
  readonly open: (() => void) | undefined;
  readonly help: () => void;
};

/**
 * Handles a key that no part of the panel took for itself. Letters alone are left to fields that take text. A key that
 * did something goes no further: Chrome forwards those that reach the document, and its drawer would open on Esc, its own
 * recording stop on Ctrl+E, its list of sources open on Ctrl+O.
 */
export function handlePanelKey(event: TargetedKeyboardEvent<HTMLElement>, keys: PanelKeys): void {
  const action = actionOf(event, keys);
  if (action === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

function actionOf(event: TargetedKeyboardEvent<HTMLElement>, keys: PanelKeys): (() => void) | undefined {
  const isTyping = event.target instanceof Element && event.target.matches(TYPED_INTO);
  if (event.altKey) return undefined;
  if (event.key === "Escape") return keys.closeDetails;
  if (!event.ctrlKey && !event.metaKey) {
    if (isTyping) return undefined;
    return event.key === "?" ? keys.help : event.key === "/" ? keys.filter : undefined;
  }
  if (event.shiftKey) return undefined;
  switch (event.key.toLowerCase()) {
    case "e":
      return keys.toggleRecording;
    case "l":
      return keys.clear;
    case "f":
      return keys.search;
    case "o":
      return keys.open;
    case "z":
      return isTyping ? undefined : keys.undoClear;
    default:
      return undefined;
  }
}

const TYPED_INTO = "input:not([type=checkbox], [type=radio]), textarea, select";
