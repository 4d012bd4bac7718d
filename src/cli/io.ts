import type { Providers } from "../catalogue/provider.ts";
import type { EpochMs } from "../exchange/exchange.ts";

/** The bytes of a file as they arrive. Reading rejects with a system error where the file cannot be read. */
export type Bytes = AsyncIterable<Uint8Array>;

/** Everything a command needs from outside; tests hand in their own. */
export type CliIo = {
  readonly open: (path: string) => Bytes;
  readonly stdin: () => Bytes;
  /** The files that a path or a pattern names, in order of their names; none where nothing matches. */
  readonly find: (pattern: string) => Promise<readonly string[]>;
  /** The .json files in a folder and the folders below, with their texts. Rejects where it cannot be read. */
  readonly readFolder: (path: string) => Promise<readonly { readonly path: string; readonly text: string }[]>;
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
