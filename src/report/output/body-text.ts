import type { ReportBody } from "../exchange-parts.ts";
import type { Writer } from "./writer.ts";

/** A body as text and what has to be said about it; `text` is null where there is none to show. */
export type WrittenBody = { readonly text: string | null; readonly note: string | null; readonly language: string };

function languageOf(mimeType: string, text: string): string {
  if (/json/i.test(mimeType) || /^\s*[[{]/.test(text.slice(0, 200))) return "json";
  if (/html/i.test(mimeType)) return "html";
  return /xml/i.test(mimeType) ? "xml" : "";
}

/** Writes a body; at most `limit` characters of it, with the cut named. */
export function writeBody(body: ReportBody, writer: Writer, limit: number): WrittenBody {
  switch (body.kind) {
    case "empty":
      return { text: null, note: "Empty.", language: "" };
    case "absent":
      return { text: null, note: body.note, language: "" };
    case "form": {
      const lines = body.fields.map(
        ({ name, value }) => `${writer.write(name)}: ${value === null ? "(withheld)" : writer.write(value)}`,
      );
      return { text: lines.join("\n"), note: body.note, language: "" };
    }
    case "text": {
      const text = writer.write(body.text);
      if (text.length <= limit) return { text, note: body.note, language: languageOf(body.mimeType, text) };
      const cut = `Shown: the first ${limit} of ${text.length} characters.`;
      return {
        text: `${text.slice(0, limit)}\u2026`,
        note: body.note === null ? cut : `${body.note} ${cut}`,
        language: languageOf(body.mimeType, text),
      };
    }
  }
}
