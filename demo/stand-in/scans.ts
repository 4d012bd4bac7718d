/** A scan of the stand-in: it is queued for a second, then runs, then is completed; all read off the clock. */
export type Scan = {
  readonly id: string;
  readonly contractId: string;
  readonly preset: string;
  readonly createdAt: number;
};
export type ScanStatus = "queued" | "running" | "completed";

const QUEUED_MS = 1000;

export type Scans = {
  readonly start: (contractId: string, preset: string, now: number) => Scan;
  readonly find: (id: string) => Scan | undefined;
  readonly list: () => readonly Scan[];
  readonly status: (scan: Scan, now: number) => ScanStatus;
  readonly unfinished: (now: number) => readonly Scan[];
  readonly clear: () => void;
};

/** A list of scans, each of which takes `scanSeconds`. */
export function createScans(scanSeconds: number): Scans {
  let scans: Scan[] = [];
  function status(scan: Scan, now: number): ScanStatus {
    const age = now - scan.createdAt;
    if (age >= scanSeconds * 1000) return "completed";
    return age < QUEUED_MS ? "queued" : "running";
  }
  return {
    start(contractId, preset, now) {
      const scan = { id: `scan_demo${String(scans.length + 1).padStart(4, "0")}`, contractId, preset, createdAt: now };
      scans.push(scan);
      return scan;
    },
    find: (id) => scans.find((scan) => scan.id === id),
    list: () => scans.toReversed(),
    status,
    unfinished: (now) => scans.filter((scan) => status(scan, now) !== "completed"),
    clear: () => {
      scans = [];
    },
  };
}
