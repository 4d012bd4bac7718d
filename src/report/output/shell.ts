import type { Segment } from "../redact/mark.ts";
import { variableName } from "./shell-variable.ts";

export type Shell = "posix" | "powershell" | "cmd";

/** How a shell writes one argument, and continues a command on the next line. */
export type ShellStyle = {
  /** One argument: recorded text that nothing can break out of, and environment variables where secrets stood. */
  readonly argument: (segments: readonly Segment[]) => string;
  readonly continuation: string;
  readonly comment: (text: string) => string;
};

/** NUL cannot stand in an argument on any system. */
function withoutNul(text: string): string {
  return text.replaceAll("\u0000", "");
}

/** Neighbouring texts as one, so that a word has no empty seams. */
function joined(segments: readonly Segment[]): readonly Segment[] {
  const whole: Segment[] = [];
  for (const segment of segments) {
    const last = whole.at(-1);
    if (typeof segment === "string" && typeof last === "string") whole[whole.length - 1] = last + segment;
    else if (segment !== "") whole.push(segment);
  }
  return whole;
}

/** POSIX: single quotes keep everything but themselves (IEEE 1003.1, 2.2.2); variables stand in double quotes between. */
function posixArgument(segments: readonly Segment[]): string {
  const written = joined(segments).map((segment) =>
    typeof segment === "string" ? `'${withoutNul(segment).replaceAll("'", "'\\''")}'` : `"$${variableName(segment)}"`,
  );
  return written.length === 0 ? "''" : written.join("");
}

/** PowerShell: single quotes are doubled, the typographic ones too, which it takes for the same character. */
function powershellArgument(all: readonly Segment[]): string {
  const segments = joined(all);
  const written = segments.map((segment) =>
    typeof segment === "string"
      ? `'${withoutNul(segment).replace(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`
      : `$env:${variableName(segment)}`,
  );
  if (written.length === 0) return "''";
  return written.length === 1 && typeof segments[0] === "string" ? (written[0] ?? "''") : `(${written.join(" + ")})`;
}

/** Characters that cmd.exe leaves alone outside quotes. */
const CMD_PLAIN = /[^A-Za-z0-9\s_\-:+~/.]/g;

/**
 * cmd.exe: the quotes themselves are escaped with "^", so cmd never enters its quoted state and every other character
 * with a meaning can be escaped one by one; the C runtime of curl.exe then sees plain double quotes, in which backslashes
 * before a quote double. A percent sign is kept from starting a variable by a caret behind it.
 */
function cmdText(text: string): string {
  return withoutNul(text)
    .replace(/(\\*)"/g, '$1$1\\"')
    .replace(CMD_PLAIN, "^$&")
    .replace(/%(?=[A-Za-z0-9_])/g, "%^")
    .replace(/\r?\n/g, "^\n\n");
}

function cmdArgument(segments: readonly Segment[]): string {
  const written = segments.map((segment) =>
    typeof segment === "string" ? cmdText(segment) : `%${variableName(segment)}%`,
  );
  // A backslash before the closing quote would escape it.
  return `^"${written.join("").replace(/(?:\^\\)+$/, (run) => run + run)}^"`;
}

export const SHELLS: Readonly<Record<Shell, ShellStyle>> = {
  posix: { argument: posixArgument, continuation: " \\\n  ", comment: (text) => `# ${text.replace(/[\r\n]+/g, " ")}` },
  powershell: {
    argument: powershellArgument,
    continuation: " `\n  ",
    comment: (text) => `# ${text.replace(/[\r\n]+/g, " ")}`,
  },
  cmd: {
    argument: cmdArgument,
    continuation: " ^\n  ",
    comment: (text) => `rem ${text.replace(/[^A-Za-z0-9 .,:_-]/g, " ")}`,
  },
};
