/** Characters of the server's sentence that a headline has. */
const MAX_HEADLINE = 160;

/** A text of at most `length` characters, with an ellipsis if more of it was cut off. */
export function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** A message in one line: whole, else its first sentence, else its start. */
export function headline(message: string): string {
  const line = message.replaceAll(/\s{1,500}/g, " ").trim();
  if (line.length <= MAX_HEADLINE) return line;
  const end = /[.!?](?=\s)/.exec(line.slice(20))?.index;
  return clip(end === undefined ? line : line.slice(0, end + 21), MAX_HEADLINE);
}
