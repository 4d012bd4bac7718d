import type messages from "../../../public/_locales/en/messages.json";

/** The name of a message in `public/_locales/en/messages.json`. */
export type TextKey = keyof typeof messages;

/** Looks a message up and fills its `$1` … `$9`, as `browser.i18n.getMessage` does; "" where there is none. */
export type MessageSource = (key: string, values: string[]) => string;

let source: MessageSource = () => "";
const withoutValues = new Map<TextKey, string>();

/** Says where the words come from. Called once by the page, before anything is painted. */
export function setMessages(from: MessageSource): void {
  source = from;
  withoutValues.clear();
}

/**
 * The words of the panel, in the browser's language as far as there is a translation. `values` fill `$1` … `$9` in
 * their order. Call it while rendering, never while a module loads: the messages are not set yet then.
 */
export function text(key: TextKey, ...values: readonly (string | number)[]): string {
  if (values.length > 0) return source(key, values.map(String)) || key;
  const known = withoutValues.get(key);
  if (known !== undefined) return known;
  const found = source(key, []) || key;
  withoutValues.set(key, found);
  return found;
}

/** `one` or `other` by the count, which becomes `$1`; further values follow as `$2` …. */
export function countText(
  one: TextKey,
  other: TextKey,
  count: number,
  ...values: readonly (string | number)[]
): string {
  return text(count === 1 ? one : other, count, ...values);
}
