/** Milliseconds as Chrome's Network tab writes them: "0 ms", "312 ms", "1.24 s", "2.1 min". */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms) || ms < 0) return "";
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(2)} s`;
  return `${(ms / 60_000).toFixed(1)} min`;
}

/** Bytes in Chrome's decimal units: "312 B", "1.2 kB", "4.0 MB". */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes) || bytes < 0) return "";
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

// Made once: toLocaleString makes one for each call.
const grouped = new Intl.NumberFormat("en");

/** A whole number with the digits grouped: "12,345". */
export function formatCount(value: number): string {
  return grouped.format(value);
}
