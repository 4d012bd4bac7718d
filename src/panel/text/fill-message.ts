import type { MessageSource } from "./text.ts";

/** The shape of `_locales/LANGUAGE/messages.json`. */
export type Messages = Readonly<Record<string, { readonly message: string; readonly description?: string }>>;

/**
 * What `browser.i18n.getMessage` does, for pages that are not an extension's (playground, tests): `$1` … `$9` are
 * filled, `$$` is a dollar sign. https://developer.chrome.com/docs/extensions/reference/api/i18n
 */
export function messagesFrom(messages: Messages): MessageSource {
  return (key, values) =>
    (Object.hasOwn(messages, key) ? (messages[key]?.message ?? "") : "").replaceAll(/\$([1-9$])/g, (_, sign: string) =>
      sign === "$" ? "$" : (values[Number(sign) - 1] ?? ""),
    );
}
