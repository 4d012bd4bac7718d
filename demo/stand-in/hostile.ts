import { gzipSync } from "node:zlib";
import type { Call, Reply } from "./call.ts";
import type { DemoError } from "./demo-error.ts";
import type { FaultSource } from "./faults.ts";
import { CONTROLS, LIVE_TEXTS } from "./hostile-texts.ts";

/** Bytes of the body of `hostile-large`. */
const LARGE_BYTES = 50 * 1024 * 1024;
/** What `hostile-gzip` inflates to: two hundred times what is sent. */
const INFLATED_BYTES = 20 * 1024 * 1024;
/** Characters of the code of `hostile-long-code`; Firefox cuts a body above 1,048,576 bytes. */
export const LONG_CODE = 1_000_000;
export const HEADER_COUNT = 5000;
/** Below what both browsers take in one response (256 KiB in Chromium, 384 KiB in Firefox). */
const LONG_HEADER = 200 * 1024;
const OVERLONG_HEADER = 1024 * 1024;
const DEEP_LEVELS = 100_000;

/** Replies of a server that wants to harm whoever reads them, by the word that `?simulate=` takes. */
const HOSTILE: Readonly<Record<string, (call: Call, api: FaultSource) => Reply>> = {
  "hostile-large": (call, api) => error(call, api, { message: "x".repeat(LARGE_BYTES) }),
  "hostile-endless": (call, api) => ({ ...error(call, api, {}), fault: { kind: "endless", everyMs: 0 } }),
  "hostile-trickle": (call, api) => ({ ...error(call, api, {}), fault: { kind: "endless", everyMs: 100 } }),
  "hostile-many-headers": (call, api) => withHeaders(error(call, api, {}), manyHeaders()),
  "hostile-long-header": (call, api) => withHeaders(error(call, api, {}), { "x-long": "y".repeat(LONG_HEADER) }),
  "hostile-overlong-header": (call, api) =>
    withHeaders(error(call, api, {}), { "x-long": "y".repeat(OVERLONG_HEADER) }),
  "hostile-bom": (call, api) => rewritten(error(call, api, {}), (text) => `\uFEFF${text}`),
  "hostile-length-too-long": (call, api) => withHeaders(error(call, api, {}), { "content-length": "100000" }),
  "hostile-length-too-short": (call, api) => withHeaders(error(call, api, {}), { "content-length": "5" }),
  "hostile-gzip": (call, api) => gzipped(error(call, api, { message: " ".repeat(INFLATED_BYTES) })),
  "hostile-deep": (call, api) =>
    rewritten(error(call, api, {}), (text) =>
      text.replace("{", `{"deep":${"[".repeat(DEEP_LEVELS)}${"]".repeat(DEEP_LEVELS)},`),
    ),
  "hostile-prototype": (call, api) =>
    rewritten(error(call, api, {}), (text) =>
      text.replaceAll("{", `{"__proto__":{"polluted":true,"code":"from-prototype"},"constructor":{"prototype":1},`),
    ),
  "hostile-controls": (call, api) =>
    error(call, api, { code: `abc${CONTROLS}def`, message: `before${CONTROLS}after`, field: `field${CONTROLS}name` }),
  "hostile-long-code": (call, api) => error(call, api, { code: "LONG_".repeat(LONG_CODE / 5) }),
  "hostile-markup": (call, api) => {
    const { script, image, frame, style, declaration, markdown, fence, shell, link, mention } = LIVE_TEXTS;
    const reply = error(call, api, {
      code: image + declaration,
      type: style,
      field: script,
      message: [script, image, frame, style, link, markdown, fence, shell, mention].join(" "),
    });
    return withHeaders(reply, { "x-request-id": image, "x-markdown": markdown, "x-link": link, server: script });
  },
};

export const HOSTILE_NAMES: readonly string[] = Object.keys(HOSTILE);

/** The reply for one of `HOSTILE_NAMES`; null for any other word. */
export function hostileReply(name: string, call: Call, api: FaultSource): Reply | null {
  return HOSTILE_NAMES.includes(name) ? (HOSTILE[name]?.(call, api) ?? null) : null;
}

function error(call: Call, api: FaultSource, change: Partial<DemoError>): Reply {
  const base = api.errors.find(({ status }) => status === 500);
  return api.errorReply(
    { code: "internal_error", status: 500, message: "", method: "GET", path: "/", ...base, ...change },
    call,
  );
}

function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

function manyHeaders(): Record<string, string> {
  return Object.fromEntries(Array.from({ length: HEADER_COUNT }, (_, index) => [`x-h-${index}`, "v"]));
}

function rewritten(reply: Reply, rewrite: (text: string) => string): Reply {
  return { ...reply, body: rewrite(String(reply.body)) };
}

function gzipped(reply: Reply): Reply {
  return withHeaders({ ...reply, body: gzipSync(reply.body, { level: 1 }) }, { "content-encoding": "gzip" });
}
