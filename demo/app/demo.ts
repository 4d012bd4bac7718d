import { BLOCKSECOPS_ERRORS } from "../stand-in/blocksecops-errors.ts";
import { CHAINGUARD_ERRORS } from "../stand-in/chainguard-errors.ts";
import type { DemoError } from "../stand-in/demo-error.ts";
import type { FaultName } from "../stand-in/fault-names.ts";
import { URBLOCK_ERRORS } from "../stand-in/urblock-errors.ts";
import { checkAddress, createToken, mintToken, mintTooMuch, scanContract, signIn, uploadContract } from "./actions.ts";
import { callApi, type CallOptions, type Outcome } from "./call.ts";
import type { ApiName } from "./keys.ts";
import { startPolling, stopPolling } from "./polling.ts";
import { abortCall, breakWire, burst, provoke, retryWithBackoff, retryWithoutBackoff } from "./scenarios.ts";
import { tour } from "./tour.ts";

export const ERROR_TABLES: Readonly<Record<ApiName, readonly DemoError[]>> = {
  blocksecops: BLOCKSECOPS_ERRORS,
  chainguard: CHAINGUARD_ERRORS,
  urblock: URBLOCK_ERRORS,
};

/** `window.demo`: everything that the page can do, for its own buttons and for tests. Nothing here rejects. */
export type Demo = {
  /** Any call with the account's key, listed on the page. */
  readonly call: (api: ApiName, path: string, options?: CallOptions) => Promise<Outcome>;
  /** A documented error by its code; `more` adds to the query. Status 0 for a code that is not in the table. */
  readonly error: (api: ApiName, code: string, more?: string) => Promise<Outcome>;
  readonly breakWire: (api: ApiName, fault: FaultName) => Promise<Outcome>;
  readonly codes: (api: ApiName) => readonly string[];
  readonly burst: typeof burst;
  readonly retryWithoutBackoff: typeof retryWithoutBackoff;
  readonly retryWithBackoff: typeof retryWithBackoff;
  readonly abortCall: typeof abortCall;
  readonly scanContract: typeof scanContract;
  readonly uploadContract: typeof uploadContract;
  readonly checkAddress: typeof checkAddress;
  readonly createToken: typeof createToken;
  readonly mintToken: typeof mintToken;
  readonly mintTooMuch: typeof mintTooMuch;
  readonly signIn: typeof signIn;
  readonly startPolling: typeof startPolling;
  readonly stopPolling: typeof stopPolling;
  /** A short round through all of it. */
  readonly tour: () => Promise<void>;
};

async function error(api: ApiName, code: string, more = ""): Promise<Outcome> {
  const found = ERROR_TABLES[api].find((candidate) => candidate.code === code);
  return found === undefined ? { status: 0, body: null } : provoke(api, found, more);
}

export const demo: Demo = {
  call: callApi,
  error,
  breakWire,
  codes: (api) => ERROR_TABLES[api].map((entry) => entry.code),
  burst,
  retryWithoutBackoff,
  retryWithBackoff,
  abortCall,
  scanContract,
  uploadContract,
  checkAddress,
  createToken,
  mintToken,
  mintTooMuch,
  signIn,
  startPolling,
  stopPolling,
  tour: () => tour(error),
};
