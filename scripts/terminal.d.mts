/** The script behind a package's command (by default the one named like it), so that `node SCRIPT` runs it everywhere. */
export function packageCommand(packageName: string, command?: string): string;
