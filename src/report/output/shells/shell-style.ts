import type { Segment } from "../../redact/mark.ts";

/** How a shell writes one argument, and continues a command on the next line. */
export type ShellStyle = {
  /**
   * One argument: recorded text that nothing can break out of, and environment variables in place of secrets. No
   * character of `HIDDEN_CHARACTERS` but the line feed is in it, since a quote protects from the shell's parser, not
   * from the terminal that the command is pasted into. Undefined if the shell has no way to write it.
   */
  readonly argument: (segments: readonly Segment[]) => string | undefined;
  /** A command that prints exactly these characters, for those that no argument can hold; absent if there is none. */
  readonly print?: (segments: readonly Segment[]) => string;
  readonly continuation: string;
  /** A line that does nothing, not even where it is not taken for a comment. */
  readonly comment: (text: string) => string;
  /** The longest body that one argument can hold, in characters. */
  readonly maxBody: number;
  /** The longest command that the shell reads, in characters. */
  readonly maxCommand: number;
  /** What has to be known before a command is pasted. */
  readonly remarks: readonly string[];
};
