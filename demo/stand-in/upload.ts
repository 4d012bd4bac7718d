import type { Call } from "./call.ts";

export type UploadedFile = { readonly field: string; readonly name: string };

/**
 * The first file part of a multipart body (RFC 7578), found by its Content-Disposition line; null where there is none
 * or the Content-Type names no boundary.
 */
export function uploadedFile(call: Call): UploadedFile | null {
  const type = call.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data") || !type.includes("boundary=")) return null;
  for (const line of call.body.subarray(0, 8192).toString("latin1").split("\r\n")) {
    if (!line.toLowerCase().startsWith("content-disposition:")) continue;
    const name = quoted(line, 'filename="');
    if (name !== null) return { field: quoted(line, ' name="') ?? "", name };
  }
  return null;
}

function quoted(line: string, opening: string): string | null {
  const start = line.indexOf(opening);
  if (start === -1) return null;
  const end = line.indexOf('"', start + opening.length);
  return end === -1 ? null : line.slice(start + opening.length, end);
}
