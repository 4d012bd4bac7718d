import { type Call, jsonReply, type Reply } from "./call.ts";
import type { DemoError } from "./demo-error.ts";

/** What an API lends to its faults. */
export type FaultSource = {
  readonly errors: readonly DemoError[];
  readonly handle: (call: Call) => Reply;
  readonly errorReply: (error: DemoError, call: Call) => Reply;
};

/** Bytes of the body of `huge`. */
export const HUGE_BYTES = 3 * 1024 * 1024;
const ETAG = '"mintboard-1"';
const GATEWAY_PAGE =
  "<!doctype html>\n<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>edge-proxy</center></body></html>\n";

/** The reply for one fault; null for a word that is no fault, and for faults that end in the ordinary answer. */
export function faultReply(name: string, call: Call, api: FaultSource): Reply | null {
  const server: DemoError = api.errors.find((error) => error.status === 500) ?? UNKNOWN;
  switch (name) {
    case "gateway-502":
      return {
        status: 502,
        headers: { "content-type": "text/html", server: "edge-proxy" },
        body: GATEWAY_PAGE,
        withoutCounters: true,
      };
    case "empty":
      return { status: 500, headers: { "content-length": "0" }, body: "" };
    case "truncated":
      return { ...api.errorReply(server, call), fault: { kind: "truncate", afterBytes: 24 } };
    case "dropped":
      return { status: 500, headers: {}, body: "", fault: { kind: "reset" } };
    case "hang-up":
      return { status: 500, headers: {}, body: "", fault: { kind: "hang-up" } };
    case "slow": {
      const ms = Number(call.query.get("simulate_delay_ms") ?? 30_000);
      return { ...api.handle(call), fault: { kind: "delay", ms } };
    }
    case "not-modified":
      return notModified(call, api);
    case "redirect":
      return { status: 307, headers: { location: `https://${call.host}${withoutSimulation(call)}` }, body: "" };
    case "problem":
      return jsonReply(
        503,
        {
          type: "about:blank",
          title: "Service Unavailable",
          status: 503,
          detail: "The edge sheds load.",
          instance: call.path,
        },
        { "content-type": "application/problem+json" },
      );
    case "huge":
      return api.errorReply({ ...server, message: "x".repeat(HUGE_BYTES) }, call);
    case "invalid-utf8":
      return {
        ...api.errorReply(server, call),
        body: Uint8Array.from([0x7b, 0x22, 0x65, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22, 0x7d]),
      };
    case "untyped":
      return untyped(api.errorReply(server, call));
    case "unknown-code":
      return api.errorReply({ ...UNKNOWN, type: server.type ?? "api_error" }, call);
    case "foreign-envelope":
      return jsonReply(400, { ok: false, reason: "not in a shape that any page documents" });
    case "cors-blocked":
      return {
        ...api.errorReply(api.errors.find((error) => error.status === 401) ?? UNKNOWN, call),
        withoutCors: true,
      };
    default:
      return null;
  }
}

const UNKNOWN: DemoError = {
  code: "TEAPOT_OVERFLOW",
  status: 418,
  message: "A new code that no page lists.",
  method: "GET",
  path: "/",
};

function notModified(call: Call, api: FaultSource): Reply {
  const caching = { etag: ETAG, "cache-control": "no-cache" };
  if (call.headers["if-none-match"] === ETAG) return { status: 304, headers: caching, body: "" };
  const reply = api.handle(call);
  return { ...reply, headers: { ...reply.headers, ...caching } };
}

function withoutSimulation(call: Call): string {
  const query = new URLSearchParams([...call.query].filter(([name]) => !name.startsWith("simulate"))).toString();
  return query === "" ? call.path : `${call.path}?${query}`;
}

function untyped(reply: Reply): Reply {
  const { "content-type": _dropped, ...headers } = reply.headers;
  return { ...reply, headers };
}
