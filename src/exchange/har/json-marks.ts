/** Texts that are shorter cannot hold enough to matter. */
const SHORT = 64 * 1024;

/**
 * What parsing a text as JSON can cost beside its length, at once or after unquoting: two for each `[` and `{`, one for
 * each quote. V8 makes up to 60 bytes of "{}". Strings inside strings also count: a body in a HAR is one.
 */
export function countJsonMarks(text: string): number {
  if (text.length < SHORT) return 0;
  let marks = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 91 || unit === 123) marks += 2;
    else if (unit === 34) marks += 1;
  }
  return marks;
}
