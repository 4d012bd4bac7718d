/**
 * `text` without the characters of `set` at its end. A loop from the end is linear; the expression `[…]+$` tries every
 * run of such characters again from each of its positions.
 */
export function withoutTrailing(text: string, set: string): string {
  let end = text.length;
  while (end > 0 && set.includes(text.charAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}
