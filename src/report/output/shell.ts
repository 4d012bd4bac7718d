import { CMD } from "./shells/cmd.ts";
import { POSIX } from "./shells/posix.ts";
import { POWERSHELL } from "./shells/powershell.ts";
import type { ShellStyle } from "./shells/shell-style.ts";

export type Shell = "posix" | "powershell" | "cmd";

export const SHELLS: Readonly<Record<Shell, ShellStyle>> = { posix: POSIX, powershell: POWERSHELL, cmd: CMD };
