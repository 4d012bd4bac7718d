import type { Attempt } from "./attempt.ts";

type Client = {
  readonly name: string;
  /** Its default waits between attempts, in ms. */
  readonly waitsMs: readonly number[];
  readonly retries: (attempt: Attempt) => boolean;
};

const idempotent = (attempt: Attempt): boolean => attempt.method !== "POST" && attempt.method !== "PATCH";
const among =
  (...statuses: readonly number[]) =>
  (attempt: Attempt): boolean =>
    idempotent(attempt) && statuses.includes(attempt.status);

/**
 * Default schedules without jitter, read off the packages' sources (got 16.1, ky 2.1, axios-retry 4.5, retry-axios 4.0,
 * fetch-retry 6, TanStack Query 5, octokit plugin-retry 8). A match is a hint, never a proof: anybody may wait 1, 2, 4 s.
 */
const CLIENTS: readonly Client[] = [
  {
    name: "axios-retry",
    waitsMs: [0, 0, 0],
    retries: (attempt) =>
      idempotent(attempt) && (attempt.status === 0 || attempt.status === 429 || attempt.status >= 500),
  },
  { name: "ky", waitsMs: [300, 600], retries: among(408, 413, 429, 500, 502, 503, 504) },
  {
    name: "retry-axios",
    waitsMs: [50, 150, 350],
    retries: (attempt) => idempotent(attempt) && (attempt.status === 429 || attempt.status >= 500),
  },
  { name: "fetch-retry", waitsMs: [1000, 1000, 1000], retries: (attempt) => attempt.status === 0 },
  { name: "TanStack Query", waitsMs: [1000, 2000, 4000], retries: () => true },
  {
    name: "Octokit's retry plugin",
    waitsMs: [1000, 4000, 9000],
    retries: (attempt) => attempt.status >= 402 && ![403, 404, 410, 422, 451].includes(attempt.status),
  },
];

/** Timers fire late, never early: by some milliseconds, more in busy or hidden tabs. */
const TIMER_EARLY_MS = 10;
const TIMER_LATE_MS = 120;

/**
 * A sentence to append to advice, naming the client library whose default the gaps match; "" where none does. Two gaps
 * at least must match, since one says nothing. A library that marks its requests is named as certain.
 */
export function likelyClient(chain: readonly Attempt[]): string {
  const marked = chain.findLast((attempt) => attempt.markedBy !== null)?.markedBy;
  if (marked !== undefined && marked !== null) return ` These requests were sent by ${marked}.`;
  const gaps = chain.slice(1).map((attempt, index) => attempt.startedAt - (chain[index]?.receivedAt ?? 0));
  if (gaps.length < 2) return "";
  const failed = chain.slice(0, -1);
  const match = CLIENTS.find(
    (client) =>
      gaps.length <= client.waitsMs.length &&
      failed.every(client.retries) &&
      gaps.every((gap, index) => {
        const wait = client.waitsMs[index] ?? Infinity;
        return gap >= wait - TIMER_EARLY_MS && gap <= wait + TIMER_LATE_MS;
      }),
  );
  return match === undefined
    ? ""
    : ` The gaps are what ${match.name} does by default; if it is in use, configure its retries.`;
}
