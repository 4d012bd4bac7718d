import type { ComponentChildren } from "preact";
import { text, type TextKey } from "./text.ts";

/** Stands in a message for an element: U+FFFC, the object replacement character, which no message holds. */
const PLACE = "\uFFFC";

/**
 * A message with an element in it, such as a countdown or a link. `values` fill `$1` …; the element takes the place behind
 * the last of them. Where the message has no such place, the element stands behind the words.
 */
export function textWith(
  key: TextKey,
  element: ComponentChildren,
  ...values: readonly (string | number)[]
): ComponentChildren {
  const [before = "", after = ""] = text(key, ...values, PLACE).split(PLACE, 2);
  return [before, element, after];
}
