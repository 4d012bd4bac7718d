import type { CliIo } from "./io.ts";
import { plain, plainLines, withoutCommand } from "./terminal-text.ts";

const PROGRAM = "faultline: ";

/**
 * The same with every line cleaned that is written to standard output or error: names of files come from patterns over
 * what others made, and recorded text is in most lines. With `isAnnotating`, messages begin with the program's name:
 * the runner that reads workflow commands reads standard error, too.
 */
export function withCleanOutput(io: CliIo, isAnnotating: boolean): CliIo {
  return {
    ...io,
    print: (line) => io.print(plainLines(line, io.colours)),
    complain: (line) => {
      const clean = withoutCommand(plain(line));
      io.complain(isAnnotating && !clean.startsWith(PROGRAM) ? `${PROGRAM}${clean}` : clean);
    },
  };
}
