import { nodeFiles } from "../cli/node-files.ts";
import { runCli } from "../cli/run-cli.ts";
import { loadProviders } from "./load-providers.ts";

declare const __VERSION__: string;

// `faultline … | head` closes the pipe early: that is the reader's wish, not an error.
process.stdout.on("error", () => process.exit(0));

process.exitCode = await runCli(process.argv.slice(2), {
  ...nodeFiles,
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  colours: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
  columns: process.stdout.isTTY ? process.stdout.columns : 120,
  now: () => Date.now(),
  providers: loadProviders(),
  version: __VERSION__,
});
