import { callApi, type Outcome, pause } from "./call.ts";

/** What the dashboard is for: scan, check, create, mint, sign in. Each resolves to what the API answered last. */

const SCAN_POLL_MS = 1500;
const SCAN_POLLS = 8;

/** Starts a scan and asks for its state until it is completed, as the dashboard does. */
export async function scanContract(contract: string, preset: string): Promise<Outcome> {
  const started = await callApi("blocksecops", "/api/v1/scans", {
    method: "POST",
    body: { contract_id: contract, preset },
  });
  const id = member(started.body, "id");
  if (started.status !== 202 || typeof id !== "string") return started;
  for (let poll = 0; poll < SCAN_POLLS; poll += 1) {
    await pause(SCAN_POLL_MS);
    const state = await callApi("blocksecops", `/api/v1/scans/${id}`);
    if (state.status !== 200) return state;
    if (member(state.body, "status") === "completed") return callApi("blocksecops", `/api/v1/scans/${id}/results`);
  }
  return started;
}

export function uploadContract(file: File): Promise<Outcome> {
  const form = new FormData();
  form.append("file", file);
  form.append("project_id", "proj_1");
  return callApi("blocksecops", "/api/v1/contracts/upload", { method: "POST", body: form });
}

export function checkAddress(address: string, chain: string): Promise<Outcome> {
  return callApi("chainguard", "/v1/scan/contract", {
    method: "POST",
    body: { address, chain, options: { simulateTrade: true } },
  });
}

export function createToken(name: string, symbol: string): Promise<Outcome> {
  return callApi("urblock", "/v1/tokens", { method: "POST", body: { name, symbol, network: "polygon_amoy" } });
}

export function mintToken(amount: string, idempotencyKey: string = crypto.randomUUID()): Promise<Outcome> {
  const to = "0x1234567890abcdef1234567890abcdef12345678";
  return callApi("urblock", "/v1/tokens/tok_abc123/mint", {
    method: "POST",
    body: { to, amount, idempotency_key: idempotencyKey },
  });
}

/** Mints more than the token's cap: accepted with 201, and some seconds later failed inside a 200. */
export async function mintTooMuch(): Promise<Outcome> {
  const accepted = await mintToken("9000000");
  const id = member(accepted.body, "id");
  if (typeof id !== "string") return accepted;
  for (;;) {
    await pause(700);
    const state = await callApi("urblock", `/v1/transactions/${id}`);
    const status = member(state.body, "status");
    if (state.status !== 200 || status === "failed" || status === "confirmed") return state;
  }
}

/** Signs in with a password and then asks who that is with the session's token. */
export async function signIn(email: string, password: string): Promise<Outcome> {
  const session = await callApi("urblock", "/auth/login", {
    method: "POST",
    body: { email, password },
    authorization: null,
  });
  const token = member(session.body, "access_token");
  if (session.status !== 200 || typeof token !== "string") return session;
  return callApi("urblock", "/auth/me", { authorization: `Bearer ${token}` });
}

/** A member of a JSON object; undefined for anything else. */
export function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
