/** Names longer than this are not names; only their end is looked at. */
const MAX_NAME = 160;

// at most 160 characters
const WORD = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{L}+/gu;

/**
 * Splits the name of a field, header, cookie, parameter or attribute into lower-case words: camelCase, PascalCase,
 * snake_case, kebab-case, dotted, bracketed ("user[password]") and spaced names alike. Digits are dropped, so that
 * "password2" reads as "password".
 */
export function splitName(name: string): readonly string[] {
  const end = name.length > MAX_NAME ? name.slice(-MAX_NAME) : name;
  return (end.match(WORD) ?? []).map((word) => word.toLowerCase());
}
