import type { ReportEvent } from "../event-parts.ts";
import type { Slot } from "../exchange-parts.ts";
import { multipartDelimiter, readMultipart } from "../find/multipart.ts";
import { writeMark, writeRedacted, type Mark, type Redacted, type Segment } from "../redact/mark.ts";
import type { ReportDocument } from "./document.ts";
import { isoInstant } from "./instant.ts";
import { SHELLS, type Shell, type ShellStyle } from "./shell.ts";
import { isVariable, variableName } from "./shell-variable.ts";
import { oneLine } from "./visible.ts";
import { describeWritten, DISCLAIMER, type Writer } from "./writer.ts";

/** curl computes or negotiates these itself. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  "content-length",
  "host",
  "connection",
  "proxy-connection",
  "keep-alive",
  "transfer-encoding",
  "accept-encoding",
  "upgrade",
  "te",
  "trailer",
]);
/** One argument may not be longer on Linux (MAX_ARG_STRLEN, 128 KiB). */
const MAX_ARGUMENT = 100_000;

type Command = { readonly words: string[]; readonly notes: string[]; readonly variables: Map<string, Mark> };

/** Marks that become variables stay marks; the others are written out. */
function forShell(redacted: Redacted, writer: Writer, command: Command): readonly Segment[] {
  const segments: Segment[] = [];
  for (const segment of redacted) {
    if (typeof segment === "string") {
      segments.push(segment);
      continue;
    }
    writer.count(segment);
    if (isVariable(segment)) {
      command.variables.set(variableName(segment), segment);
      segments.push(segment);
    } else segments.push(writeMark({ ...segment, style: "url" }));
  }
  return segments;
}

function flat(segments: readonly Segment[]): string {
  return segments.map((segment) => (typeof segment === "string" ? segment : "")).join("");
}

/** Line breaks cannot stand in a header; folded and joined values are sent on one line. */
function onOneLine(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment) => (typeof segment === "string" ? segment.replace(/[\r\n]+/g, " ") : segment));
}

function addHeaders(
  command: Command,
  report: ReportEvent,
  writer: Writer,
  style: ShellStyle,
  isMultipart: boolean,
): void {
  for (const header of report.request.headers) {
    const name = writer.write(header.name);
    const lower = name.toLowerCase();
    if (name.startsWith(":") || OWN_HEADERS.has(lower) || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) continue;
    if (isMultipart && lower === "content-type") continue;
    const value = onOneLine(forShell(writer.segments(header.value), writer, command));
    // curl leaves a header with an empty value out unless it ends in a semicolon.
    const line: readonly Segment[] =
      value.length === 0 || (flat(value).trim() === "" && value.every((part) => typeof part === "string"))
        ? [`${name};`]
        : [`${name}: `, ...value];
    command.words.push(`-H ${style.argument(line)}`);
  }
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

/** Uploads are rebuilt as options: the file's bytes are not in the report, its name and type are. */
function addMultipart(command: Command, body: Redacted, delimiter: string, writer: Writer, style: ShellStyle): void {
  // One unit a mark keeps the positions of the parts.
  const text = body.map((segment) => (typeof segment === "string" ? segment : "\u00ab")).join("");
  for (const part of readMultipart(text, delimiter)) {
    const value = forShell(sliceRedacted(body, part.start, part.end), writer, command);
    if (part.fileName === null) {
      command.words.push(`--form-string ${style.argument([`${part.name}=`, ...value])}`);
      continue;
    }
    const quoted = part.fileName.replace(/[\\"]/g, "\\$&");
    const type = /^[\w.+-]+\/[\w.+-]+$/.test(part.contentType) ? `;type=${part.contentType}` : "";
    command.words.push(`-F ${style.argument([`${part.name}=@"${quoted}"${type}`])}`);
    command.notes.push(
      `The file ${oneLine(part.fileName)} is not part of this report: put your own beside the command.`,
    );
  }
}

function bodyDelimiter(report: ReportEvent, body: Redacted): string | undefined {
  if (report.request.body.kind !== "text") return undefined;
  return multipartDelimiter(report.request.body.mimeType, writeRedacted(body));
}

function addBody(
  command: Command,
  report: ReportEvent,
  writer: Writer,
  style: ShellStyle,
  slot: Slot | null,
  delimiter: string | undefined,
): void {
  const { body } = report.request;
  if (body.kind === "absent") command.notes.push(`The request body is missing: ${body.note}`);
  if (body.kind === "form") {
    for (const { name, value, file } of body.fields) {
      if (file !== null || value === null) {
        const what = value === null ? "" : ` (${writer.write(value)})`;
        command.notes.push(`Left out: ${oneLine(writer.write(name) + what)}`);
      } else
        command.words.push(
          `--data-urlencode ${style.argument([`${writer.write(name)}=`, ...forShell(writer.segments(value), writer, command)])}`,
        );
    }
  }
  if (body.kind !== "text" || slot === null) return;
  const redacted = writer.segments(slot);
  if (delimiter !== undefined) {
    addMultipart(command, redacted, delimiter, writer, style);
    return;
  }
  const segments = forShell(redacted, writer, command);
  const length = flat(segments).length;
  if (length > MAX_ARGUMENT)
    command.notes.push(`The request body is left out: ${length} characters are too many for a command line.`);
  else command.words.push(`--data-raw ${style.argument(segments)}`);
  if (flat(segments).includes("\u0000"))
    command.notes.push("NUL bytes of the body are left out: no command line can hold them.");
  if (body.note !== null) command.notes.push(body.note);
}

function commandOf(report: ReportEvent, writer: Writer, style: ShellStyle): Command {
  const command: Command = { words: [], notes: [], variables: new Map() };
  const { body } = report.request;
  const slot = body.kind === "text" ? body.text : null;
  const delimiter = slot === null ? undefined : bodyDelimiter(report, writer.segments(slot));
  const method = writer.write(report.method);
  // --globoff: brackets and braces in the address are letters; --path-as-is: "/../" stays.
  command.words.push(
    `curl --globoff --path-as-is --url ${style.argument(forShell(writer.segments(report.url), writer, command))}`,
  );
  if (method === "HEAD") command.words.push("--head");
  else command.words.push(`-X ${style.argument([/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}$/.test(method) ? method : "GET"])}`);
  addHeaders(command, report, writer, style, delimiter !== undefined);
  if (report.request.headers.some(({ plainName }) => plainName.toLowerCase() === "accept-encoding"))
    command.words.push("--compressed");
  addBody(command, report, writer, style, slot, delimiter);
  return command;
}

function headLines(report: ReportEvent, writer: Writer, style: ShellStyle, command: Command): readonly string[] {
  const { event } = report;
  const code = writer.maybe(report.code);
  const id = writer.maybe(report.requestId);
  const message = writer.maybe(report.message);
  const said = [
    `${event.providerName}: answered ${event.exchange.response.status || "nothing"}${code === null ? "" : ` ${oneLine(code)}`} at ${isoInstant(event.exchange.startedAt)}`,
    ...(message === null ? [] : [`Message: ${oneLine(message)}`]),
    ...(id === null ? [] : [`Request id: ${oneLine(id)}`]),
    ...[...command.variables].map(
      ([name, mark]) => `Set ${name} first: ${mark.kind}${mark.facts === "" ? "" : `, ${mark.facts}`}`,
    ),
    ...command.notes,
  ];
  return said.map(style.comment);
}

/** One curl command an event; credentials are environment variables, and no recorded text can break out of its quotes. */
export function writeCurl(document: ReportDocument, writer: Writer, shell: Shell): string {
  const style = SHELLS[shell];
  const blocks = document.events.map((report) => {
    const command = commandOf(report, writer, style);
    return [...headLines(report, writer, style, command), command.words.join(style.continuation)].join("\n");
  });
  const foot = [
    ...(shell === "powershell"
      ? [style.comment("Needs PowerShell 7.3 or newer, which passes quotes on unchanged.")]
      : []),
    style.comment(`${describeWritten(writer)} ${DISCLAIMER} Made by Faultline ${document.version}.`),
  ];
  return `${[...blocks, foot.join("\n")].join("\n\n")}\n`;
}
