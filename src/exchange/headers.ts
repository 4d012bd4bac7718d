import type { HeaderList } from "./exchange.ts";

/**
 * All values of a field in wire order, names compared without case (RFC 9110 section 5.1). A value that a recorder
 * joined with line feeds (Chromium folds repeated fields so) is split again.
 */
export function headerValues(headers: HeaderList, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  const values: string[] = [];
  for (const header of headers) {
    if (header.name.length !== wanted.length || header.name.toLowerCase() !== wanted) continue;
    for (const value of header.value.split("\n")) values.push(value.trim());
  }
  return values;
}

/** The combined value of a field, joined with ", " (RFC 9110 section 5.3); undefined if the field is absent. */
export function headerValue(headers: HeaderList, name: string): string | undefined {
  const values = headerValues(headers, name);
  return values.length === 0 ? undefined : values.join(", ");
}
