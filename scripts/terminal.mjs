// Words and colours on the terminal, and running other programs. Node built-ins only.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

const coloured = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
const paint = (code) => (text) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
export const bold = paint("1");
export const dim = paint("2");
export const green = paint("32");
export const red = paint("31");

/** One line to the user. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs a program with its output on ours. Resolves to its exit code, 127 if it cannot be started, 124 after
 * `timeoutMs`. `env` is added to ours.
 */
export function run(command, parameters, { env = {}, timeoutMs = 0, cwd = ROOT, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd, shell, stdio: "inherit", env: { ...process.env, ...env } });
    let timedOut = false;
    const timer = timeoutMs > 0 ? setTimeout(() => ((timedOut = true), child.kill()), timeoutMs) : undefined;
    const forward = (signal) => child.kill(signal);
    process.on("SIGINT", forward);
    process.on("SIGTERM", forward);
    const finish = (code) => {
      clearTimeout(timer);
      process.off("SIGINT", forward);
      process.off("SIGTERM", forward);
      resolve(timedOut ? 124 : code);
    };
    child.once("error", () => finish(127));
    child.once("exit", (code) => finish(code ?? 1));
  });
}

/** The script of a package's command, so that `node SCRIPT` runs it on every system. */
export function packageCommand(packageName, command = packageName) {
  const folder = join(ROOT, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/** Runs a command of an installed package, by default the one named like it; see `run`. */
export function runPackage(packageName, parameters, { command, ...options } = {}) {
  return run(process.execPath, [packageCommand(packageName, command), ...parameters], options);
}
