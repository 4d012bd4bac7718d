import { GENERIC_ID } from "../catalogue/generic-host.ts";
import type { EventRow, Row } from "./row.ts";

/** Which recorded calls are listed at all, before filter and order. Nothing of it changes what is recorded. */
export type Listing = {
  /** Hosts as rows name them, whose calls are not listed. */
  readonly hiddenHosts: ReadonlySet<string>;
  /** Only calls to APIs that have a document. */
  readonly onlyDocumented: boolean;
  /** Also the successes of hosts without a document that tell nothing; see `isPlainSuccess`. */
  readonly allSuccesses: boolean;
  /** Rows that are listed if their host is, whatever they tell. */
  readonly pinned: ReadonlySet<string>;
};

export type HostCalls = { readonly host: string; readonly calls: number; readonly failures: number };

/** What is recorded and not listed. */
export type Unlisted = {
  /** Of `hiddenHosts`, those that were called, the latest last. */
  readonly hidden: readonly HostCalls[];
  readonly undocumented: { readonly calls: number; readonly failures: number };
  readonly plainSuccesses: number;
};

/** The rows that are listed, the others in numbers, and those among which the toolbar counts. Linear. */
export function listed(
  all: readonly Row[],
  listing: Listing,
): { readonly rows: readonly Row[]; readonly inScope: readonly Row[]; readonly unlisted: Unlisted } {
  const rows: Row[] = [];
  const inScope: Row[] = [];
  const hidden = new Map<string, HostCalls>();
  const undocumented = { calls: 0, failures: 0 };
  const recoveries = new Set<string>();
  let plainSuccesses = 0;
  for (const row of all) {
    if (row.kind === "event" && row.followUp?.kind === "recovered") recoveries.add(row.followUp.by);
    if (row.kind !== "event") {
      rows.push(row);
      inScope.push(row);
    } else if (listing.hiddenHosts.has(row.host)) {
      const before = hidden.get(row.host) ?? { host: row.host, calls: 0, failures: 0 };
      hidden.delete(row.host);
      hidden.set(row.host, { ...before, ...counted(before, row) });
    } else if (listing.onlyDocumented && isUndocumented(row)) {
      Object.assign(undocumented, counted(undocumented, row));
    } else {
      inScope.push(row);
      if (listing.allSuccesses || listing.pinned.has(row.id) || !isPlainSuccess(row, recoveries)) rows.push(row);
      else plainSuccesses += 1;
    }
  }
  return { rows, inScope, unlisted: { hidden: [...hidden.values()], undocumented, plainSuccesses } };
}

/**
 * A success of a host without a document that ends no chain of retries, states no limit and shows no finding. An
 * application makes hundreds of them, and the failures would drown among them.
 */
function isPlainSuccess(row: EventRow, recoveries: ReadonlySet<string>): boolean {
  return (
    row.outcome === "success" &&
    !row.isError &&
    isUndocumented(row) &&
    row.findings.length === 0 &&
    row.event.rateLimit.windows.length === 0 &&
    !recoveries.has(row.id)
  );
}

/** Decoded without a document, and not mapped by hand. */
function isUndocumented({ providerId, event }: EventRow): boolean {
  return providerId === GENERIC_ID && event.hostNote === null;
}

function counted({ calls, failures }: Omit<HostCalls, "host">, row: EventRow): Omit<HostCalls, "host"> {
  // Preflights that worked have no row of their own.
  if (row.outcome === "evidence" && !row.isError) return { calls, failures };
  return { calls: calls + 1, failures: failures + (row.isError ? 1 : 0) };
}
