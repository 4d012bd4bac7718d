import type { ComponentChildren } from "preact";

/** The place of the element in the sentence: U+FFFC, the object replacement character, which no text contains. */
const PLACE = "\uFFFC";

/**
 * A sentence with an element in it, such as a countdown or a link. `sentence` gets the element's place as its value; if it
 * does not use it, the element follows the sentence.
 */
export function textWith(sentence: (place: string) => string, element: ComponentChildren): ComponentChildren {
  const [before = "", after = ""] = sentence(PLACE).split(PLACE, 2);
  return [before, element, after];
}
