import type { Outcome } from "./call.ts";
import type { ApiName } from "./keys.ts";

const EVERY_MS = 9000;

/** Errors that turn up by themselves while the page is live: one of another API each time, over and over. */
const STORY: readonly (readonly [api: ApiName, code: string, more?: string])[] = [
  ["urblock", "missing_field"],
  ["chainguard", "INVALID_CHAIN"],
  ["blocksecops", "SCAN_IN_PROGRESS"],
  ["urblock", "rpc_error"],
  ["chainguard", "RATE_LIMIT_EXCEEDED", "simulate_wait=15"],
  ["blocksecops", "KEY_EXPIRED"],
  ["urblock", "nonce_collision"],
  ["chainguard", "UPSTREAM_ERROR"],
  ["blocksecops", "NOT_FOUND"],
];

/** Starts the story; it goes on until the page is closed. */
export function startTrickle(error: (api: ApiName, code: string, more?: string) => Promise<Outcome>): void {
  let next = 0;
  setInterval(() => {
    const [api, code, more] = STORY[next % STORY.length] ?? ["urblock", "internal_error"];
    next += 1;
    void error(api, code, more);
  }, EVERY_MS);
}
