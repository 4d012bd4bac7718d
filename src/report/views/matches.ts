const NONE: readonly RegExpExecArray[] = [];

/**
 * All matches of a global pattern. Unlike `String.matchAll` it does not copy the pattern, which on a body of many short
 * strings costs more than the search; and it finishes before it returns, so callers may use the pattern again meanwhile.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === "") pattern.lastIndex += 1;
  }
  return matches;
}
