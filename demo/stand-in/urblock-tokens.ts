import { type Call, isObject, jsonObject, jsonReply, type Reply, textMember } from "./call.ts";
import { type PathValues, type Route, route } from "./routes.ts";
import { fail } from "./urblock-fail.ts";
import type { Ledger, Transaction } from "./urblock-ledger.ts";

type Token = { readonly id: string; readonly name: string; readonly symbol: string; readonly network: string };

const GOLD: Token = { id: "tok_abc123", name: "Gold", symbol: "GLD", network: "polygon_amoy" };
const ZERO_ADDRESS = `0x${"0".repeat(40)}`;
const LEAST_GAS = 21_000;
/** Minting more than this is accepted at once and fails later on the chain. */
export const SUPPLY_CAP = 1_000_000;

/** Tokens, the writes on them, wallets and transactions. */
export function tokenRoutes(ledger: Ledger): Route[] {
  function view(transaction: Transaction, now: number): Record<string, unknown> {
    const status = ledger.status(transaction, now);
    const hash = { tx_hash: `0x${"ab".repeat(32)}` };
    return { id: transaction.id, status, ...(status === "pending" ? {} : hash) };
  }

  /** What is wrong with the path's id and token, or null. */
  function tokenProblem(id: string): Reply | null {
    if (!id.startsWith("tok_")) return fail("invalid_id_format");
    if (id.startsWith("tok_othertenant")) return fail("tenant_mismatch");
    return id === GOLD.id ? null : fail("token_not_found");
  }

  function list(call: Call): Reply {
    const limit = call.query.get("limit") ?? "20";
    if (!/^-?\d+$/.test(limit)) return fail("validation_error");
    if (Number(limit) < 1 || Number(limit) > 100) return fail("invalid_pagination");
    return jsonReply(200, { data: [GOLD], has_more: false, total: 1 });
  }

  function create(call: Call): Reply {
    const body = jsonObject(call);
    if (body === null) return fail("validation_error", { field: "body", message: "The body is no JSON object." });
    if (textMember(body, "name") === "") return fail("missing_field");
    if (!/^[A-Z]{2,8}$/.test(textMember(body, "symbol"))) return fail("invalid_field");
    if (textMember(body, "network") !== "polygon_amoy") return fail("invalid_network");
    return jsonReply(201, { id: "tok_new001", name: body["name"], symbol: body["symbol"], status: "deploying" });
  }

  function write(call: Call, { id = "" }: PathValues): Reply {
    const problem = tokenProblem(id);
    if (problem !== null) return problem;
    const body = jsonObject(call);
    if (body === null) return fail("validation_error", { field: "body", message: "The body is no JSON object." });
    const to = textMember(body, "to");
    const amount = textMember(body, "amount");
    if (!/^0x[0-9a-fA-F]{40}$/.test(to)) return fail("invalid_address");
    if (!/^\d+$/.test(amount) || Number(amount) === 0) return fail("invalid_amount");
    const key = textMember(body, "idempotency_key");
    if (key === "")
      return fail("missing_field", { field: "idempotency_key", message: "The field idempotency_key is needed." });
    if (to === ZERO_ADDRESS) return fail("contract_reverted");
    const gas = body["gas_limit"];
    if (typeof gas === "number" && gas < LEAST_GAS) return fail("insufficient_gas");
    const booked = ledger.book(key, call.body.toString("utf8"), Number(amount) > SUPPLY_CAP, call.now);
    if (booked === "conflict") return fail("idempotency_conflict");
    return jsonReply(booked.repeated ? 200 : 201, view(booked.transaction, call.now));
  }

  function batch(call: Call): Reply {
    const body = jsonObject(call) ?? {};
    const operations = body["operations"];
    if (!Array.isArray(operations) || !operations.every(isObject))
      return fail("missing_field", { field: "operations", message: "The field operations is needed." });
    return jsonReply(201, { id: "bat_abc123", status: "pending" });
  }

  return [
    route("GET /v1/tokens", list),
    route("POST /v1/tokens", create),
    route("GET /v1/tokens/:id", (_call, { id = "" }) => tokenProblem(id) ?? jsonReply(200, GOLD)),
    route("POST /v1/tokens/:id/mint", write),
    route("POST /v1/tokens/:id/transfer", write),
    route("POST /v1/tokens/:id/burn", write),
    route("POST /v1/tokens/:id/deploy", (_call, { id = "" }) => tokenProblem(id) ?? fail("token_already_deployed")),
    route("POST /v1/batch", batch),
    route("GET /v1/wallets", () =>
      jsonReply(200, {
        data: [{ id: "wal_abc123", address: "0x1234567890abcdef1234567890abcdef12345678" }],
        has_more: false,
        total: 1,
      }),
    ),
    route("GET /v1/wallets/:id", (_call, { id = "" }) =>
      id === "wal_abc123" ? jsonReply(200, { id }) : fail("wallet_not_found"),
    ),
    route("GET /v1/wallets/:id/balance", (_call, { id = "" }) =>
      id === "wal_abc123" ? jsonReply(200, { id, balance: "42" }) : fail("wallet_not_found"),
    ),
    route("GET /v1/transactions", (call) =>
      jsonReply(200, {
        data: ledger.list().map((transaction) => view(transaction, call.now)),
        has_more: false,
        total: ledger.list().length,
      }),
    ),
    route("GET /v1/transactions/:id", (call, { id = "" }) => {
      const transaction = ledger.find(id);
      return transaction === undefined ? fail("transaction_not_found") : jsonReply(200, view(transaction, call.now));
    }),
  ];
}
