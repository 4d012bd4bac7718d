import type { Exchange } from "../../exchange/exchange.ts";
import { headerValue } from "../../exchange/headers.ts";
import type { Content } from "../read-content.ts";
import { parseJson } from "../../web/json.ts";
import { valueAt } from "../../web/json-pointer.ts";
import { GOOGLE } from "./google.ts";
import type { FoundShape } from "./find-shape.ts";
import type { InSuccess, Shape } from "./shape.ts";

const DOCS = "https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md";

/** https://grpc.io/docs/guides/status-codes/, by number. */
const STATUS_NAMES: readonly string[] = [
  "OK",
  "CANCELLED",
  "UNKNOWN",
  "INVALID_ARGUMENT",
  "DEADLINE_EXCEEDED",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
  "RESOURCE_EXHAUSTED",
  "FAILED_PRECONDITION",
  "ABORTED",
  "OUT_OF_RANGE",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
  "UNAUTHENTICATED",
];

/** gRPC-web: the codes mean what Google's do. */
export const GRPC_WEB: Shape = {
  name: "gRPC-web status",
  docs: DOCS,
  find: () => undefined,
  get codes() {
    return GOOGLE.codes ?? {};
  },
};

const IN_SUCCESS: InSuccess = {
  title: "gRPC answered with an error",
  meaning: "The call failed. gRPC reports this in its own status, under HTTP's 200.",
  retry: "sometimes",
  reason: "Look at the status and the message before repeating the call.",
};

/**
 * The status of a gRPC-web call: in the headers, where there is no message, else in the trailer frame at the end of the
 * body. Undefined for status 0 and for every other answer. Never throws.
 */
export function readGrpcWeb(exchange: Exchange, content: Content): FoundShape | undefined {
  const { headers, body } = exchange.response;
  const inHeaders = headerValue(headers, "grpc-status");
  const bytes = inHeaders === undefined ? bytesOf(exchange, content) : undefined;
  const trailers = bytes === undefined ? undefined : trailersIn(bytes);
  const status = inHeaders ?? trailers?.get("grpc-status");
  if (status === undefined || !/^\d{1,3}$/.test(status.trim()) || Number(status) === 0) {
    return bytes === undefined || body.kind === "unavailable" ? undefined : connectEnd(bytes);
  }
  const message =
    (inHeaders === undefined ? trailers?.get("grpc-message") : headerValue(headers, "grpc-message")) ?? "";
  return found(STATUS_NAMES[Number(status)] ?? status.trim(), status.trim(), percentDecoded(message), IN_SUCCESS);
}

function found(code: string, number: string | null, message: string, inSuccess: InSuccess): FoundShape {
  return {
    shape: GRPC_WEB,
    found: {
      at: {},
      read: { code, type: number, message: message === "" ? null : message },
      inSuccess,
    },
  };
}

/** Connect's streams end with a frame of flag 2 that holds JSON: https://connectrpc.com/docs/protocol/. */
function connectEnd(bytes: string): FoundShape | undefined {
  const payload = lastFrame(bytes, 0x02);
  const error = payload === undefined ? undefined : valueAt(parseJson(utf8(payload)), "/error");
  if (typeof error !== "object" || error === null) return undefined;
  const code: unknown = Reflect.get(error, "code");
  const message: unknown = Reflect.get(error, "message");
  if (typeof code !== "string") return undefined;
  return found(code.toUpperCase(), null, typeof message === "string" ? message : "", IN_SUCCESS);
}

const MOST_BYTES = 1_000_000;

/** The body as a string of bytes; undefined where it cannot be one of gRPC-web. */
function bytesOf({ response }: Exchange, content: Content): string | undefined {
  const { body, mimeType } = response;
  const isGrpc =
    /application\/(?:grpc-web|connect\+)/i.test(mimeType) ||
    /application\/(?:grpc-web|connect\+)/i.test(headerValue(response.headers, "content-type") ?? "");
  if (body.kind === "binary") return isGrpc && body.base64.length <= MOST_BYTES ? fromBase64(body.base64) : undefined;
  if (body.kind !== "text" || !isGrpc || content.kind === "json" || body.text.length > MOST_BYTES) return undefined;
  // grpc-web-text: each frame may be a base64 text of its own, with its own filling at the end.
  if (/^[A-Za-z0-9+/=\s]+$/.test(body.text) && /grpc-web-text/i.test(mimeType))
    return (body.text.match(/[A-Za-z0-9+/]+={0,2}/g) ?? []).map(fromBase64).join("");
  return body.text;
}

function fromBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return "";
  }
}

/** The payload of the last frame with this flag: a byte of flags, four of length, the payload. */
function lastFrame(bytes: string, flag: number): string | undefined {
  let last: string | undefined;
  for (let at = 0; at + 5 <= bytes.length;) {
    const length =
      bytes.charCodeAt(at + 1) * 0x1000000 +
      bytes.charCodeAt(at + 2) * 0x10000 +
      bytes.charCodeAt(at + 3) * 0x100 +
      bytes.charCodeAt(at + 4);
    if ((bytes.charCodeAt(at) & flag) !== 0) last = bytes.slice(at + 5, at + 5 + length);
    at += 5 + length;
  }
  return last;
}

function trailersIn(bytes: string): ReadonlyMap<string, string> | undefined {
  // A recorder that gave the bytes as text may have lost the flag's byte: the trailers are readable all the same.
  // Reads at most 20,000 characters.
  const block = lastFrame(bytes, 0x80) ?? /grpc-status:[\s\S]{0,4000}$/i.exec(bytes.slice(-20_000))?.[0];
  if (block === undefined) return undefined;
  return new Map(
    block.split(/\r?\n/, 50).flatMap((line) => {
      const colon = line.indexOf(":");
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

/** `grpc-message` is percent-encoded UTF-8; what is not stays as it is. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function utf8(bytes: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(bytes, (unit) => unit.charCodeAt(0)));
  } catch {
    return bytes;
  }
}
