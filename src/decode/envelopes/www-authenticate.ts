const MAX_LENGTH = 4000;

/**
 * The parameters of a Bearer challenge in a WWW-Authenticate value (RFC 9110 section 11.6.1, RFC 6750 section 3), names
 * in lower case; undefined where there is no such challenge. One pass over at most 4,000 characters.
 */
export function bearerChallenge(header: string): ReadonlyMap<string, string> | undefined {
  const text = header.slice(0, MAX_LENGTH);
  const start = /(?:^|[\s,])bearer(?=[\s,]|$)/i.exec(text);
  if (start === null) return undefined;
  const parameters = new Map<string, string>();
  const pair = /[\s,]*([\w-]{1,60})\s?=\s?(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/y;
  pair.lastIndex = start.index + start[0].length;
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    const name = (match[1] ?? "").toLowerCase();
    const value = match[2]?.replaceAll(/\\(.)/g, "$1") ?? match[3] ?? "";
    if (!parameters.has(name)) parameters.set(name, value);
  }
  return parameters;
}
