import { sliceView, type View } from "../views/view.ts";
import type { Descend } from "./descend.ts";
import { isSecretValue, judgeField } from "./judge.ts";
import { add, type Search } from "./search.ts";

const BOUNDARY = /;\s{0,20}boundary\s{0,8}=\s{0,8}(?:"([^"]{1,200})"|([^\s;,"]{1,200}))/i;

/** The delimiter line of a multipart body (RFC 2046 section 5.1): announced, or read from its first line. */
export function multipartDelimiter(mimeType: string, text: string): string | undefined {
  const announced = BOUNDARY.exec(mimeType);
  const boundary = announced?.[1] ?? announced?.[2];
  if (boundary !== undefined && text.includes(`--${boundary}`)) return `--${boundary}`;
  return /^(?:\r?\n)?(--[^\s]{4,100})\r?\n(?=content-)/i.exec(text.slice(0, 400))?.[1];
}

export type MultipartPart = {
  readonly name: string;
  readonly fileName: string | null;
  readonly contentType: string;
  readonly start: number;
  readonly end: number;
};

const NAME = /[;\s]name\*?\s{0,4}=\s{0,4}(?:"([^"]{0,400})"|([^\s;"]{1,400}))/i;
const FILE_NAME = /[;\s]filename\*?\s{0,4}=\s{0,4}(?:"([^"]{0,400})"|([^\s;"]{1,400}))/i;

function parameter(headers: string, pattern: RegExp): string | undefined {
  const match = pattern.exec(headers);
  return match?.[1] ?? match?.[2];
}

/** The parts of a multipart body with the positions of their contents. A cut-off last part reaches to the end. */
export function readMultipart(text: string, delimiter: string): readonly MultipartPart[] {
  const parts: MultipartPart[] = [];
  let at = text.indexOf(delimiter);
  while (at !== -1) {
    const from = at + delimiter.length;
    if (text.startsWith("--", from)) break;
    const next = text.indexOf(delimiter, from);
    const partEnd = next === -1 ? text.length : next;
    const gap = /\r?\n\r?\n/.exec(text.slice(from, Math.min(partEnd, from + 8000)));
    const headers = gap === null ? text.slice(from, partEnd) : text.slice(from, from + gap.index);
    const start = gap === null ? partEnd : from + gap.index + gap[0].length;
    const lineEnd = /\r?\n$/.exec(text.slice(Math.max(start, partEnd - 2), partEnd))?.[0].length ?? 0;
    parts.push({
      name: parameter(headers, NAME) ?? "",
      fileName: parameter(headers, FILE_NAME) ?? null,
      contentType: /content-type:\s{0,8}([^\r\n;]{1,100})/i.exec(headers)?.[1]?.trim() ?? "",
      start,
      end: Math.max(start, partEnd - (next === -1 ? 0 : lineEnd)),
    });
    at = next;
  }
  return parts;
}

/** Form fields are judged by name; the contents of files never leave, only their name, type and size. */
export function findInMultipart(search: Search, view: View, delimiter: string, descend: Descend): void {
  for (const part of readMultipart(view.text, delimiter)) {
    const value = view.text.slice(part.start, part.end);
    const isFile =
      part.fileName !== null || /^(?:application|image|audio|video)\/(?!json|x-www)/i.test(part.contentType);
    if (isFile) {
      add(search, view, part.start, part.end, {
        kind: "file",
        rule: "place",
        facts: `${value.length} bytes`,
        spreads: false,
      });
      continue;
    }
    const rule = judgeField(search, part.name);
    if (rule !== undefined && isSecretValue(search, rule, value, { quoted: true, errorish: false })) {
      add(search, view, part.start, part.end, { kind: rule.kind, rule: "name" });
    }
    descend(sliceView(view, part.start, part.end), { formats: false, name: part.name });
  }
}
