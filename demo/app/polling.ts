import { callApi } from "./call.ts";
import { READING_PATHS } from "./scenarios.ts";

const POLL_MS = 3000;
let timer: ReturnType<typeof setInterval> | undefined;
let turn = 0;

/** Reads from one API after the other in the background: successes whose counters fall. */
export function startPolling(everyMs = POLL_MS): void {
  stopPolling();
  timer = setInterval(() => void pollOnce(), everyMs);
}

export function stopPolling(): void {
  clearInterval(timer);
}

function pollOnce(): Promise<unknown> {
  const apis = ["urblock", "blocksecops", "chainguard"] as const;
  const api = apis[turn % apis.length] ?? "urblock";
  turn += 1;
  return callApi(api, READING_PATHS[api]);
}
