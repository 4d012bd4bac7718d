import { writeMark, type Mark, type Redacted, type Segment } from "../redact/mark.ts";
import { isVariable, variableName } from "./shells/shell-variable.ts";
import type { ShellStyle } from "./shells/shell-style.ts";
import type { Writer } from "./writer.ts";

/** A curl command that is being put together. */
export type Command = {
  readonly writer: Writer;
  readonly style: ShellStyle;
  readonly words: string[];
  /** The options that hold the body: they go first if the command gets too long. */
  readonly body: string[];
  readonly notes: string[];
  /** Environment variables in place of secrets, by name. */
  readonly variables: Map<string, Mark>;
  /** Prints the body into curl, if no argument can hold it. */
  piped: string | null;
};

export function newCommand(writer: Writer, style: ShellStyle): Command {
  return { writer, style, words: [], body: [], notes: [], variables: new Map(), piped: null };
}

/** Marks that become variables stay marks; the others are written out. */
export function forShell(redacted: Redacted, command: Command): readonly Segment[] {
  const segments: Segment[] = [];
  for (const segment of redacted) {
    if (typeof segment === "string") {
      segments.push(segment);
      continue;
    }
    command.writer.count(segment);
    if (isVariable(segment)) {
      command.variables.set(variableName(segment), segment);
      segments.push(segment);
    } else segments.push(writeMark({ ...segment, style: "url" }));
  }
  return segments;
}

/** An option with its argument, or a note that says what (`what`: "The header accept") the shell cannot be given. */
export function addOption(
  command: Command,
  words: string[],
  option: string,
  segments: readonly Segment[],
  what: string,
): void {
  const argument = command.style.argument(segments);
  if (argument === undefined)
    command.notes.push(`${what} is left out: it holds characters that no command of this shell can hold.`);
  else words.push(`${option} ${argument}`);
}

/** Characters in percent-encoding (RFC 3986, section 2.1), as browsers send them; halves of surrogate pairs as U+FFFD. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));
}
