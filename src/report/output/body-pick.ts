import { readEscapes } from "../../web/json.ts";
import { pointerTo } from "../../web/json-pointer.ts";
import type { Mark, Redacted, Segment } from "../redact/mark.ts";
import { writeMark } from "../redact/mark.ts";
import type { ReportDocument } from "./document.ts";
import type { Writer } from "./writer.ts";

/** A stretch of a body's text, in UTF-16 units. */
type Stretch = { readonly start: number; readonly end: number };

/** What of a body is wanted; positions are those in the body's text as received. */
export type BodyPick = { readonly side: "request" | "response" } & (
  | (Stretch & {
      readonly want: "value";
      /** The stretch is the inside of a JSON string: its escapes are read. */
      readonly isString: boolean;
    })
  | {
      readonly want: "json-pointer" | "js-path";
      /** From the root: the index of an item, or where the member's name stands, without its quotes. */
      readonly steps: readonly (number | Stretch)[];
    }
);

/**
 * One value of the first event's body, or the path to it (RFC 6901, or as JavaScript writes it), cut out of the redacted
 * body: what is a secret in its place there is one here, too. "" where reports leave the body out, or the part of it.
 */
export function writeBodyPick(document: ReportDocument, writer: Writer, pick: BodyPick): string {
  const body = document.events[0]?.[pick.side].body;
  if (body?.kind !== "text") return "";
  const redacted = writer.segments(body.text);
  if (pick.want === "value") return writeStretch(redacted, pick, pick.isString, writer) ?? "";
  const steps: (number | string)[] = [];
  for (const step of pick.steps) {
    const name = typeof step === "number" ? step : writeStretch(redacted, step, true, writer);
    if (name === undefined) return "";
    steps.push(name);
  }
  return pick.want === "json-pointer" ? pointerTo(steps) : jsPath(steps);
}

/** Undefined where the stretch is not wholly in the redacted text: bodies are cut after some megabytes. */
function writeStretch(redacted: Redacted, { start, end }: Stretch, isString: boolean, writer: Writer) {
  let at = 0;
  let text = "";
  for (const segment of redacted) {
    const from = at;
    at += lengthOf(segment);
    if (at <= start || from >= end) continue;
    if (typeof segment === "string") {
      const part = segment.slice(Math.max(0, start - from), end - from);
      text += isString ? readEscapes(part) : part;
    } else {
      writer.count(segment);
      text += writeMark(isString ? withoutQuotes(segment) : segment);
    }
  }
  return at < end ? undefined : text;
}

function lengthOf(segment: Segment): number {
  return typeof segment === "string" ? segment.length : (segment.length ?? 0);
}

function withoutQuotes(mark: Mark): Mark {
  return { ...mark, quoted: false };
}

function jsPath(steps: readonly (number | string)[]): string {
  const written = steps.map((step) => {
    if (typeof step === "number") return `[${step}]`;
    return /^[A-Za-z_$][\w$]{0,199}$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return written.join("").replace(/^\./, "");
}
