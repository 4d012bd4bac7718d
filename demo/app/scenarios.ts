import type { DemoError } from "../stand-in/demo-error.ts";
import type { FaultName } from "../stand-in/fault-names.ts";
import { callApi, type Outcome, pause } from "./call.ts";
import type { ApiName } from "./keys.ts";

/** A plain reading call of each API. */
export const READING_PATHS: Readonly<Record<ApiName, string>> = {
  blocksecops: "/api/v1/scans?first=20",
  chainguard: "/v1/risk/score/0x742d35Cc6634C0532925a3b844Bc454c459dFE2C?chain=ethereum",
  urblock: "/v1/tokens?limit=3",
};
const BURST_MOST = 150;
const TIGHT_LOOP_MS = 150;

/**
 * A documented error on demand, with a request that fits it. Most requests bring their error about by themselves; the
 * others ask for it in the query, and so does every one with `more` there, e.g. `simulate_wait=5`.
 */
export function provoke(api: ApiName, error: DemoError, more = ""): Promise<Outcome> {
  const asked =
    error.simulated === true || more !== "" ? [`simulate=${error.code}`, more].filter(Boolean).join("&") : "";
  const path = asked === "" ? error.path : `${error.path}${error.path.includes("?") ? "&" : "?"}${asked}`;
  const body = error.path.endsWith("/upload") ? uploadForm(error.code) : error.body;
  const { method, authorization } = error;
  return callApi(api, path, {
    method,
    ...(body === undefined ? {} : { body }),
    ...(authorization === undefined ? {} : { authorization }),
  });
}

function uploadForm(code: string): FormData {
  const form = new FormData();
  const name = code === "INVALID_FILE_TYPE" ? "notes.txt" : "Vault.sol";
  form.append("file", new File([`// ${"EXAMPLE ".repeat(64)}\ncontract Vault {}`], name));
  return form;
}

/** One of the ways an answer gets lost or garbled. */
export function breakWire(api: ApiName, fault: FaultName): Promise<Outcome> {
  const path = READING_PATHS[api];
  return callApi(api, `${path}${path.includes("?") ? "&" : "?"}simulate=${fault}`);
}

/** Calls at once until the window is full; resolves to the number of calls that were refused. */
export async function burst(api: ApiName): Promise<number> {
  let refused = 0;
  for (let sent = 0; sent < BURST_MOST && refused === 0; sent += 10) {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => callApi(api, READING_PATHS[api])));
    refused = outcomes.filter((outcome) => outcome.status === 429).length;
  }
  return refused;
}

const LIMIT_CODES: Readonly<Record<ApiName, string>> = {
  blocksecops: "RATE_LIMITED",
  chainguard: "RATE_LIMIT_EXCEEDED",
  urblock: "rate_limited",
};

function closedFor(api: ApiName, seconds: number): string {
  const path = READING_PATHS[api];
  return `${path}&simulate=${LIMIT_CODES[api]}&simulate_wait=${seconds}`;
}

/** A client that takes no notice of Retry-After: it asks again at once until it is let in. Resolves to its tries. */
export async function retryWithoutBackoff(api: ApiName, waitSeconds = 2): Promise<number> {
  const path = closedFor(api, waitSeconds);
  for (let tries = 1; ; tries += 1) {
    const { status } = await callApi(api, path);
    if (status !== 429) return tries;
    await pause(TIGHT_LOOP_MS);
  }
}

/** A client that doubles its wait. Resolves to its tries. */
export async function retryWithBackoff(api: ApiName, waitSeconds = 2): Promise<number> {
  const path = closedFor(api, waitSeconds);
  let waitMs = 500;
  for (let tries = 1; ; tries += 1) {
    const { status } = await callApi(api, path);
    if (status !== 429) return tries;
    await pause(waitMs);
    waitMs *= 2;
  }
}

/** Starts a slow call and gives it up. */
export async function abortCall(api: ApiName, afterMs = 200): Promise<Outcome> {
  const path = READING_PATHS[api];
  return callApi(api, `${path}${path.includes("?") ? "&" : "?"}simulate=slow`, {
    signal: AbortSignal.timeout(afterMs),
  });
}
