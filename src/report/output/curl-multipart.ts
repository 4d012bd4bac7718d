import { readMultipart } from "../find/multipart.ts";
import type { Redacted, Segment } from "../redact/mark.ts";
import { addOption, forShell, type Command } from "./curl-command.ts";
import { oneLine } from "./visible.ts";

/** Nothing that `curl --form` reads as syntax (`=`, `@`, `<`, `;`, `,`, quotes, brackets of a path), nothing invisible. */
const HARMLESS_NAME =
  /^[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}_.[\]$:-](?:[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}_.[\]$: -]{0,98}[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}_.[\]$:-])?$/u;
const HARMLESS_FILE_NAME =
  /^[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}_](?:[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}_. ()-]{0,98}[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}_()])?$/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** Endings that a file to be put in place of an upload may have; what opens it is not curl. */
const ENDINGS: ReadonlySet<string> = new Set(
  "avif bmp csv doc docx gif gz heic html jpeg jpg json jsonl md mov mp3 mp4 ods odt ogg pdf png ppt pptx sol svg tar tiff tsv txt wasm wav webm webp xls xlsx xml yaml yml zip".split(
    " ",
  ),
);

function isHarmless(name: string, pattern: RegExp): boolean {
  return pattern.test(name) && !INVISIBLE.test(name);
}

/** "upload-2.png": a page may call its upload "/home/me/.ssh/id_rsa", and curl would send that file. */
function placeholderFor(fileName: string, number: number): string {
  const ending = fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase();
  return `upload-${number}.${ENDINGS.has(ending) ? ending : "bin"}`;
}

/** The segments of a stretch of redacted text, by positions in its written form with empty marks. */
function sliceRedacted(redacted: Redacted, start: number, end: number): Redacted {
  const segments: Segment[] = [];
  let at = 0;
  for (const segment of redacted) {
    const length = typeof segment === "string" ? segment.length : 1;
    if (at + length > start && at < end) {
      segments.push(typeof segment === "string" ? segment.slice(Math.max(0, start - at), end - at) : segment);
    }
    at += length;
  }
  return segments;
}

/**
 * Uploads are rebuilt as options: the bytes of a file are not in the report, its name and type are. A recorded name is
 * never part of a path, and only what curl cannot misread is the name of a part.
 */
export function addMultipart(command: Command, body: Redacted, delimiter: string): void {
  // One unit a mark keeps the positions of the parts.
  const text = body.map((segment) => (typeof segment === "string" ? segment : "\u00ab")).join("");
  let files = 0;
  for (const [index, part] of readMultipart(text, delimiter).entries()) {
    const isKnown = isHarmless(part.name, HARMLESS_NAME);
    const name = isKnown ? part.name : `part-${index + 1}`;
    if (!isKnown) command.notes.push(`The name of part ${index + 1} is replaced: curl would read it as syntax.`);
    // The bytes of a file are a mark by now, which counts as redacted although no word holds it.
    const value = forShell(sliceRedacted(body, part.start, part.end), command);
    if (part.fileName === null) {
      addOption(command, command.body, "--form-string", [`${name}=`, ...value], `Part ${index + 1} of the body`);
      continue;
    }
    files += 1;
    const path = placeholderFor(part.fileName, files);
    const fileName = isHarmless(part.fileName, HARMLESS_FILE_NAME) ? `;filename="${part.fileName}"` : "";
    const type = /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(part.contentType) ? `;type=${part.contentType}` : "";
    addOption(command, command.body, "-F", [`${name}=@"${path}"${fileName}${type}`], `Part ${index + 1} of the body`);
    command.notes.push(
      `The upload ${oneLine(part.fileName)} is not in this report: put a file ${path} of your own beside the command.`,
    );
  }
}
