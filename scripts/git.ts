import { execFileSync } from "node:child_process";

/** What git prints for a command in a folder. Throws if git fails or is not installed. */
export function git(folder: string, ...parameters: string[]): string {
  // Inside a git hook these variables name another repository or index.
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return execFileSync("git", parameters, {
    cwd: folder,
    encoding: "utf8",
    env: Object.fromEntries(environment),
    maxBuffer: 64 * 1024 * 1024,
  });
}
