/** A media type without its parameters, in lower case (RFC 9110 section 8.3.1). */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** Whether a media type is `application/json` or any type with the suffix `+json` (RFC 6839 section 3.1). */
export function isJsonType(mediaType: string): boolean {
  const essence = essenceOf(mediaType);
  return essence === "application/json" || /^[^/]+\/[^/]+\+json$/.test(essence);
}

/**
 * A parameter of a media type, with quotes and their escapes removed (RFC 9110 section 5.6.6); undefined if it is
 * missing or empty. Names compare without case, and white space around "=" is tolerated, as some senders write it.
 */
export function parameterOf(mediaType: string, name: string): string | undefined {
  for (const [, parameter = "", quoted, token = ""] of mediaType.matchAll(PARAMETER)) {
    if (parameter.toLowerCase() !== name) continue;
    const value = quoted === undefined ? token : quoted.replaceAll(/\\(.)/g, "$1");
    return value.trim() === "" ? undefined : value;
  }
  return undefined;
}

const PARAMETER = /;[ \t]*([^\s=;"]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"?|([^\s;"]*))/g;
