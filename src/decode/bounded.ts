/** Characters of a name (code, type, field, request id) that are kept; no documented one has more than 60. */
const MAX_NAME = 256;
/** Characters of a message or of details that are kept. */
const MAX_PROSE = 16_384;

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // Half a surrogate pair would be no character.
  const end = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  return `${text.slice(0, end)}… (${text.length} characters in all)`;
}

/**
 * A name out of an error envelope, cut to what can be read, with its whole length said: a code of a megabyte stands in
 * the row, its tooltips and a dozen sentences of the explanation. The body keeps all of it.
 */
export function boundedName(name: string): string {
  return cut(name, MAX_NAME);
}

/** The same for prose. */
export function boundedProse(text: string): string {
  return cut(text, MAX_PROSE);
}
