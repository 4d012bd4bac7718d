import type { Providers } from "../catalogue/provider.ts";
import type { EpochMs } from "../exchange/exchange.ts";

/** Everything a command needs from outside; tests hand in their own. */
export type CliIo = {
  /** Rejects with a system error where the file cannot be read. */
  readonly readFile: (path: string) => Promise<string>;
  readonly readStdin: () => Promise<string>;
  /** One line to standard output, without its line end. */
  readonly print: (line: string) => void;
  /** One line to standard error. */
  readonly complain: (line: string) => void;
  readonly colours: boolean;
  /** Width of the terminal in characters. */
  readonly columns: number;
  readonly now: () => EpochMs;
  readonly providers: Providers;
  readonly version: string;
};

export const EXIT_OK = 0;
/** Errors or findings were found and the user asked to fail on them. */
export const EXIT_FOUND = 1;
/** The command could not be carried out: wrong use, or a file that cannot be read. */
export const EXIT_USAGE = 2;
