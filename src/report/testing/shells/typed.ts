import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A shell at its prompt, in a terminal that pastes in one of the two ways. */
export type Prompt = {
  readonly name: string;
  readonly argv: readonly [string, ...string[]];
  /** Whether the terminal says where what is pasted begins and ends; Readline and ZLE understand it. */
  readonly bracketed: boolean;
};

export const PROMPTS: readonly Prompt[] = [
  { name: "bash, with bracketed paste", argv: ["bash", "--norc", "--noprofile", "-i"], bracketed: true },
  { name: "bash, without bracketed paste", argv: ["bash", "--norc", "--noprofile", "-i"], bracketed: false },
  { name: "dash", argv: ["dash", "-i"], bracketed: false },
  { name: "zsh, with bracketed paste", argv: ["zsh", "-f", "-i"], bracketed: true },
  { name: "zsh, without bracketed paste", argv: ["zsh", "-f", "-i"], bracketed: false },
];

/** Why nothing can be typed into this shell here; undefined if it can. */
export function whyNot({ argv: [program] }: Prompt): string | undefined {
  if (process.platform === "win32") return "there are no pseudo-terminals of POSIX";
  if (spawnSync("python3", ["-c", "import pty"]).status !== 0) return "python3, which opens the terminal, is not here";
  return spawnSync(program, ["-c", "exit 0"]).status === 0 ? undefined : `${program} is not installed`;
}

/** One call of `curl`: its arguments, and what came in from a pipe. */
export type Call = { readonly words: readonly string[]; readonly input: Buffer | null };

export type Outcome = {
  readonly calls: readonly Call[];
  /** How many of the texts brought the shell back to its prompt. */
  readonly done: number;
  /** Files that something of what was typed has made. */
  readonly made: readonly string[];
  readonly screen: string;
};

/** `curl` is a function that writes down how it was called. It reads a pipe only if it is told to. */
const SETUP = [
  "curl() {",
  `printf '%s\\0' "$#" "$@" >>calls`,
  'for word in "$@"; do if [ "$word" = @- ]; then od -An -v -tx1 | tr -d " \\n" >>calls; fi; done',
  `printf '\\0' >>calls`,
  "}",
].join("\n");

/** Types texts one after another into a shell and tells what came of it. */
export function typeInto({ argv, bracketed }: Prompt, texts: readonly string[], env: NodeJS.ProcessEnv = {}): Outcome {
  const cwd = mkdtempSync(join(tmpdir(), "typed-"));
  try {
    // No colours, no bell, and long lines without scrolling.
    writeFileSync(
      join(cwd, "inputrc"),
      `set enable-bracketed-paste ${bracketed ? "on" : "off"}\nset bell-style none\n`,
    );
    const steps = [{ text: SETUP, bracketed: false }, ...texts.map((text) => ({ text, bracketed }))];
    const job = {
      argv,
      cwd,
      steps,
      seconds: 5,
      env: {
        PATH: process.env["PATH"] ?? "",
        HOME: cwd,
        TERM: "xterm",
        LANG: "C.UTF-8",
        PS1: "$ ",
        INPUTRC: join(cwd, "inputrc"),
        ...env,
      },
    };
    const driver = join(import.meta.dirname, "type-into-terminal.py");
    const { stdout, stderr } = spawnSync("python3", [driver], { input: JSON.stringify(job), encoding: "utf8" });
    if (stdout === "") throw new Error(`The terminal did not start: ${stderr}`);
    const { done, screen }: { done: number; screen: string } = JSON.parse(stdout);
    const files = readdirSync(cwd);
    return {
      calls: files.includes("calls") ? readCalls(readFileSync(join(cwd, "calls"))) : [],
      done: Math.max(0, done - 1),
      made: files.filter((file) => !/^(?:inputrc|calls|done-\d+)$/.test(file)),
      screen,
    };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function readCalls(bytes: Buffer): readonly Call[] {
  const fields = bytes.toString("utf8").split("\0");
  const calls: Call[] = [];
  for (let at = 0; at < fields.length - 1;) {
    const count = Number(fields[at]);
    const words = fields.slice(at + 1, at + 1 + count);
    const hex = fields[at + 1 + count] ?? "";
    calls.push({ words, input: words.includes("@-") ? Buffer.from(hex, "hex") : null });
    at += count + 2;
  }
  return calls;
}
