import type { ReportEvent } from "../event-parts.ts";
import type { Slot } from "../exchange-parts.ts";
import { multipartDelimiter } from "../find/multipart.ts";
import { writeRedacted, type Redacted, type Segment } from "../redact/mark.ts";
import { addOption, forShell, newCommand, percentEncoded, type Command } from "./curl-command.ts";
import { addMultipart } from "./curl-multipart.ts";
import type { ReportDocument } from "./document.ts";
import { instantText } from "./instant.ts";
import { SHELLS, type Shell } from "./shell.ts";
import type { ShellStyle } from "./shells/shell-style.ts";
import { HIDDEN_CHARACTERS, oneLine } from "./visible.ts";
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

function flat(segments: readonly Segment[]): string {
  return segments.map((segment) => (typeof segment === "string" ? segment : "")).join("");
}

/** Line breaks cannot stand in a header; folded and joined values are sent on one line. */
function onOneLine(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment) => (typeof segment === "string" ? segment.replace(/[\r\n]+/g, " ") : segment));
}

function addHeaders(command: Command, report: ReportEvent, isMultipart: boolean): void {
  for (const header of report.request.headers) {
    const name = command.writer.write(header.name);
    const lower = name.toLowerCase();
    if (name.startsWith(":") || OWN_HEADERS.has(lower) || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) continue;
    if (isMultipart && lower === "content-type") continue;
    const value = onOneLine(forShell(command.writer.segments(header.value), command));
    // curl leaves a header with an empty value out unless it ends in a semicolon.
    const isEmpty = flat(value).trim() === "" && value.every((part) => typeof part === "string");
    const line: readonly Segment[] = isEmpty ? [`${name};`] : [`${name}: `, ...value];
    addOption(command, command.words, "-H", line, `The header ${name}`);
  }
}

function bodyDelimiter(report: ReportEvent, body: Redacted): string | undefined {
  if (report.request.body.kind !== "text") return undefined;
  return multipartDelimiter(report.request.body.mimeType, writeRedacted(body));
}

/** The fields of a recording that lists them and does not hold the body itself. */
function addFields(command: Command, report: ReportEvent): void {
  const { body } = report.request;
  const { writer, style } = command;
  if (body.kind !== "form") return;
  for (const field of body.fields) {
    const name = writer.write(field.name);
    if (field.file !== null || field.value === null) {
      const what = field.value === null ? "" : ` (${writer.write(field.value)})`;
      command.notes.push(`Left out: ${oneLine(name + what)}`);
      continue;
    }
    const encodedName = percentEncoded(name);
    const value = forShell(writer.segments(field.value), command);
    const isText = value.every((segment) => typeof segment === "string");
    if (isText && style.argument(value) === undefined)
      addOption(command, command.body, "--data-raw", [`${encodedName}=${percentEncoded(flat(value))}`], "A form field");
    else addOption(command, command.body, "--data-urlencode", [`${encodedName}=`, ...value], "A form field");
  }
}

/** JSON whose characters beyond ASCII are escaped (RFC 8259, section 7), for shells that cannot be given them. */
function asciiJson(body: Redacted, segments: readonly Segment[]): readonly Segment[] | undefined {
  try {
    JSON.parse(writeRedacted(body));
  } catch {
    // No JSON, so nothing could be escaped in it.
    return undefined;
  }
  const escape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return segments.map((segment) =>
    // A tab can only stand between the members of JSON.
    typeof segment === "string" ? segment.replaceAll("\t", " ").replace(/[^\n\r\x20-\x7e]/g, escape) : segment,
  );
}

function addText(command: Command, redacted: Redacted): void {
  const { style, notes } = command;
  const segments = forShell(redacted, command);
  const { length } = flat(segments);
  if (length > style.maxBody) {
    notes.push(`The request body is left out: ${length} characters are too many for a command line.`);
    return;
  }
  if (style.print !== undefined && flat(segments).replaceAll("\n", "").search(HIDDEN_CHARACTERS) !== -1) {
    command.piped = style.print(segments);
    command.body.push("--data-binary @-");
    return;
  }
  const ascii = style.argument(segments) === undefined ? asciiJson(redacted, segments) : undefined;
  if (ascii !== undefined)
    notes.push("Some characters of the body are written as JSON escapes, which stand for the same text.");
  addOption(command, command.body, "--data-raw", ascii ?? segments, "The request body");
}

function addBody(command: Command, report: ReportEvent, slot: Slot | null, delimiter: string | undefined): void {
  const { body } = report.request;
  if (body.kind === "absent") command.notes.push(`The request body is missing: ${body.note}`);
  addFields(command, report);
  if (body.kind !== "text" || slot === null) return;
  const redacted = command.writer.segments(slot);
  if (delimiter !== undefined) {
    addMultipart(command, redacted, delimiter);
    return;
  }
  addText(command, redacted);
  if (body.note !== null) command.notes.push(body.note);
}

/**
 * The address in ASCII, as browsers send it. A WebSocket begins as a request of HTTP (RFC 6455, section 1.3), so its
 * address is that of this request.
 */
function addressOf(command: Command, report: ReportEvent): readonly Segment[] {
  const [first, ...rest] = forShell(command.writer.segments(report.url), command).map((segment) =>
    typeof segment === "string"
      ? segment.replace(/[^\x21-\x7e]+/g, (characters) => percentEncoded(characters))
      : segment,
  );
  return typeof first === "string" ? [first.replace(/^ws(?=s?:\/\/)/i, "http"), ...rest] : [];
}

function commandOf(report: ReportEvent, writer: Writer, style: ShellStyle): Command {
  const command = newCommand(writer, style);
  const { body } = report.request;
  const slot = body.kind === "text" ? body.text : null;
  const delimiter = slot === null ? undefined : bodyDelimiter(report, writer.segments(slot));
  const method = writer.write(report.method);
  const address = addressOf(command, report);
  // curl speaks two dozen protocols, file: among them; the recording of an API holds these two.
  if (typeof address[0] !== "string" || !/^https?:\/\//i.test(address[0])) {
    command.notes.push("There is no command: the address is not one of http or https.");
    return command;
  }
  // --globoff: brackets and braces in the address are letters; --path-as-is: "/../" stays.
  command.words.push(`curl --globoff --path-as-is --proto ${style.argument(["=http,https"]) ?? ""}`);
  addOption(command, command.words, "--url", address, "The address");
  if (method === "HEAD") command.words.push("--head");
  else {
    const known = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}$/.test(method) ? method : "GET";
    addOption(command, command.words, "-X", [known], "The method");
  }
  addHeaders(command, report, delimiter !== undefined);
  if (report.request.headers.some(({ plainName }) => plainName.toLowerCase() === "accept-encoding"))
    command.words.push("--compressed");
  addBody(command, report, slot, delimiter);
  return command;
}

/** The command's lines; the body, and then the command, gives way if there is more than the shell reads. */
function written(command: Command): readonly string[] {
  const { style, words, notes } = command;
  const all = [...words, ...command.body].join(style.continuation);
  if (all.length <= style.maxCommand)
    return all === "" ? [] : [command.piped === null ? all : `${command.piped} |\n${all}`];
  const short = words.join(style.continuation);
  if (short.length > style.maxCommand) {
    notes.push("There is no command: it would be longer than this shell reads.");
    return [];
  }
  notes.push("The request body is left out: with it, the command would be longer than this shell reads.");
  return [short];
}

function headLines(report: ReportEvent, command: Command): readonly string[] {
  const { event } = report;
  const { writer } = command;
  const code = writer.maybe(report.code);
  const id = writer.maybe(report.requestId);
  const message = writer.maybe(report.message);
  const said = [
    `${event.providerName}: answered ${event.exchange.response.status || "nothing"}${code === null ? "" : ` ${code}`} at ${instantText(event.exchange.startedAt)}`,
    ...(message === null ? [] : [`Message: ${message}`]),
    ...(id === null ? [] : [`Request id: ${id}`]),
    ...[...command.variables].map(
      ([name, mark]) => `Set ${name} first: ${mark.kind}${mark.facts === "" ? "" : `, ${mark.facts}`}`,
    ),
    ...command.notes,
  ];
  return said.map(command.style.comment);
}

/**
 * One curl command an event. Credentials are environment variables; no recorded text can break out of its quotes, out of
 * the terminal it is pasted into, or be read by curl as anything but what was sent.
 */
export function writeCurl(document: ReportDocument, writer: Writer, shell: Shell): string {
  const style = SHELLS[shell];
  const blocks = document.events.map((report) => {
    const command = commandOf(report, writer, style);
    const lines = written(command);
    return [...headLines(report, command), ...lines].join("\n");
  });
  const foot = [
    ...style.remarks,
    `${describeWritten(writer)} ${DISCLAIMER} Made by Faultline ${document.version}.`,
  ].map(style.comment);
  return `${[...blocks, foot.join("\n")].join("\n\n")}\n`;
}
