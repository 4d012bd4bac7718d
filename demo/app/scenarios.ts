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

/** A documented error on demand, with a request that fits it. `more` adds to the query, e.g. `simulate_wait=5`. */
export function provoke(api: ApiName, error: DemoError, more = ""): Promise<Outcome> {
  const separator = error.path.includes("?") ? "&" : "?";
  const path = `${error.path}${separator}simulate=${error.code}${more === "" ? "" : `&${more}`}`;
  const isUpload = error.path.endsWith("/upload");
  const body = isUpload ? uploadForm(error.code) : error.body;
  return callApi(api, path, {
    method: error.method,
    ...(body === undefined ? {} : { body }),
    ...credentials(error.code),
  });
}

/** Credentials that the error would really be about. */
function credentials(code: string): { authorization?: string | null } {
  switch (code) {
    case "MISSING_AUTH":
    case "missing_credentials":
    case "missing_token":
    case "invalid_credentials":
    case "account_locked":
    case "invalid_refresh_token":
    case "email_already_exists":
      return { authorization: null };
    case "UNAUTHORIZED":
      return { authorization: "bso_test_EXAMPLE0001" };
    case "KEY_EXPIRED":
      return { authorization: "Bearer bso_live_EXAMPLEOLD" };
    case "INVALID_API_KEY":
      return { authorization: "Bearer nonsense" };
    case "EXPIRED_API_KEY":
      return { authorization: "Bearer cg_test_EXAMPLEREVOKED" };
    case "invalid_api_key":
      return { authorization: "Bearer sk_test_EXAMPLEREVOKED" };
    case "secret_key_required":
      return { authorization: "Bearer pk_test_EXAMPLE0001" };
    case "token_expired":
    case "session_ip_mismatch":
      return { authorization: `Bearer ${OLD_SESSION}` };
    default:
      return {};
  }
}

/** A session token whose `exp` is 2023-11-14. Its signature is no signature. */
const OLD_SESSION = [
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  btoa('{"sub":"dev@mintboard.example","exp":1700000000}').replaceAll("=", ""),
  "EXAMPLEsignature",
].join(".");

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
