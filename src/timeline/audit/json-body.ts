/** Whether a Content-Type names JSON: application/json or any type with the suffix +json (RFC 6839), parameters aside. */
export function isJsonType(contentType: string): boolean {
  const semicolon = contentType.indexOf(";");
  const essence = (semicolon === -1 ? contentType : contentType.slice(0, semicolon)).trim().toLowerCase();
  if (essence === "application/json") return true;
  const slash = essence.indexOf("/");
  return slash > 0 && essence.length > slash + "+json".length + 1 && essence.endsWith("+json");
}
