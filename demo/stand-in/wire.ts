import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import { setTimeout as delay } from "node:timers/promises";
import type { Call, Reply } from "./call.ts";

/** Bytes of a request body that are kept; the rest is counted and dropped. */
const KEPT_BODY_BYTES = 4 * 1024 * 1024;
const INTERNAL_ERROR = 2; // HTTP/2 error code, RFC 9113 section 7

/** Reads a request whole. `now` is the server's clock in epoch ms. */
export async function readCall(request: Http2ServerRequest, now: number): Promise<Call> {
  const chunks: Buffer[] = [];
  let bodyBytes = 0;
  for await (const chunk of request) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    if (bodyBytes < KEPT_BODY_BYTES) chunks.push(bytes);
    bodyBytes += bytes.length;
  }
  const headers = plainHeaders(request);
  const host = (headers["host"] ?? "").replace(/:\d+$/, "").toLowerCase();
  const url = new URL(request.url, "https://stand-in.invalid");
  return {
    method: request.method,
    host,
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: Buffer.concat(chunks),
    bodyBytes,
    now,
  };
}

function plainHeaders(request: Http2ServerRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith(":") || value === undefined) continue;
    headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  headers["host"] ??= request.authority;
  return headers;
}

/** Sends a reply with its fault. `signal` ends a delay early. */
export async function sendReply(
  response: Http2ServerResponse,
  reply: Reply,
  call: Call,
  signal: AbortSignal,
): Promise<void> {
  const { fault } = reply;
  if (fault?.kind === "reset") return reset(response);
  if (fault?.kind === "hang-up") return hangUp(response);
  if (fault?.kind === "delay" && !(await waited(fault.ms, response, signal))) return;
  const headers = { date: new Date(call.now).toUTCString(), ...reply.headers };
  response.writeHead(reply.status, headers);
  if (call.method === "HEAD" || reply.status === 304 || reply.status === 204) {
    response.end();
    return;
  }
  if (fault?.kind === "truncate") {
    response.write(reply.body.slice(0, fault.afterBytes), () => {
      void received(response).then(() => reset(response));
    });
    return;
  }
  if (fault?.kind === "endless") return endlessly(response, fault.everyMs, signal);
  response.end(reply.body);
}

const CHUNK = " ".repeat(65_536);

/** Writes until the client goes away or the server stops: white space, so that whatever follows could still be JSON. */
async function endlessly(response: Http2ServerResponse, everyMs: number, signal: AbortSignal): Promise<void> {
  const isOpen = (): boolean => !response.writableEnded && !response.stream.destroyed && !signal.aborted;
  while (isOpen()) {
    const hasRoom = response.write(everyMs === 0 ? CHUNK : " ");
    if (everyMs > 0 && !(await waited(everyMs, response, signal))) return;
    if (!hasRoom) await drainedOrClosed(response);
  }
}

function drainedOrClosed(response: Http2ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off("drain", done);
      response.off("close", done);
      resolve();
    };
    response.on("drain", done);
    response.on("close", done);
  });
}

/** Waits; false where the client went away or the server stops before the time is over. */
async function waited(ms: number, response: Http2ServerResponse, signal: AbortSignal): Promise<boolean> {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  response.once("close", leave);
  try {
    await delay(ms, undefined, { signal: AbortSignal.any([signal, gone.signal]) });
    return true;
  } catch {
    return false;
  } finally {
    response.off("close", leave);
  }
}

/**
 * Resolves when the client has answered a PING (RFC 9113 section 6.7), and so has taken in what was written before it: a
 * reset that comes along with the head makes Chromium forget the head. At once over HTTP/1.1, which has no such question.
 */
function received(response: Http2ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const session = isHttp2(response) ? response.stream.session : undefined;
    if (session?.ping(() => resolve()) !== true) resolve();
  });
}

function reset(response: Http2ServerResponse): void {
  // Over HTTP/1.1 there is no stream to reset: the connection is the request.
  if (isHttp2(response)) response.stream.close(INTERNAL_ERROR);
  else response.socket.destroy();
}

function hangUp(response: Http2ServerResponse): void {
  if (isHttp2(response)) response.stream.session?.destroy();
  else response.socket.destroy();
}

function isHttp2(response: Http2ServerResponse): boolean {
  return "stream" in response && response.stream !== undefined;
}
