import { plain } from "./terminal-text.ts";

/** The calls to one host, its name as the redactor leaves it. */
export type HostCount = { readonly name: string | null; readonly calls: number; readonly failures: number };

/** Beyond this many hosts, the rest is one line. */
const MOST_HOSTS = 12;

/** One line a host, those with the most failures first; none if there is only one host. */
export function hostLines(hosts: readonly HostCount[]): readonly string[] {
  if (hosts.length < 2) return [];
  const sorted = hosts.toSorted((one, other) => other.failures - one.failures || other.calls - one.calls);
  const shown = sorted.slice(0, MOST_HOSTS);
  const rest = sorted.slice(MOST_HOSTS);
  const names = shown.map(({ name }) => plain(name ?? UNNAMED));
  const width = Math.max(...names.map((name) => name.length));
  const lines = shown.map(({ calls, failures }, index) => line((names[index] ?? "").padEnd(width), calls, failures));
  if (rest.length === 0) return lines;
  const sum = (member: "calls" | "failures"): number => rest.reduce((total, host) => total + host[member], 0);
  return [...lines, line(`${rest.length} more hosts`.padEnd(width), sum("calls"), sum("failures"))];
}

const UNNAMED = "(no host)";

function line(name: string, calls: number, failures: number): string {
  return `  ${name}  ${calls} ${calls === 1 ? "call" : "calls"}, ${failures} failed`;
}
