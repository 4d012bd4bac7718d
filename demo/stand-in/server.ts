import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import type { Socket } from "node:net";
import type { Api } from "./api.ts";
import { createBlockSecOps } from "./blocksecops.ts";
import { type Call, jsonReply, type Reply } from "./call.ts";
import { makeCertificate } from "./certificate.ts";
import { createChainGuard } from "./chainguard.ts";
import { type CorsRules, corsHeaders, isPreflight, preflightReply } from "./cors.ts";
import { ALL_HOSTS, DEMO_HOST, DEMO_ORIGIN, OTHER_HOST, URBLOCK_HOST } from "./hosts.ts";
import { type LimitChanges, limitsOf } from "./limits.ts";
import { createUrblock } from "./urblock.ts";
import { portOf } from "./port.ts";
import { readCall, sendReply } from "./wire.ts";

/** A request that reached the stand-in, preflights included. `headers` are lower case. */
export type SeenRequest = {
  /** When it had arrived whole, epoch ms by the machine's clock. */
  readonly at: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
};

export type StandInOptions = {
  /** Epoch ms; the machine's clock where absent. */
  readonly now?: () => number;
  /** 0 (any free port) where absent. */
  readonly port?: number;
  /** Windows, waits and sizes that differ from the documented ones. */
  readonly limits?: LimitChanges;
  /** Answers for the demo page's own host; a bare page where absent. */
  readonly site?: (path: string) => Promise<Reply | null>;
};

export type StandIn = {
  readonly port: number;
  readonly hosts: readonly string[];
  /** "https://HOST" + path, as the browser must ask for it: the port is mapped, never named. */
  readonly url: (host: string, path?: string) => string;
  /** All requests so far, oldest first. The list grows while the stand-in runs. */
  readonly requests: readonly SeenRequest[];
  /** Moves the server's clock (Date, resets, expiry) against the machine's, in ms. */
  readonly setClockOffset: (ms: number) => void;
  /** Response headers that pages may read; none at the start, so `Retry-After` is hidden from scripts. */
  readonly setExposedHeaders: (names: readonly string[]) => void;
  /** Origins on the Urblock tenant's list; the demo page's at the start. */
  readonly setUrblockOrigins: (origins: readonly string[]) => void;
  /** Empties every window, scan, transaction, lock and the list of requests. */
  readonly reset: () => void;
  readonly stop: () => Promise<void>;
};

/** Room for the headers of hostile replies; Node would refuse to send more than 64 KiB. */
const MAX_HEADER_BYTES = 4 * 1024 * 1024;

const BARE_PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare page</title><link rel="icon" href="data:,"></head><body></body></html>';

/**
 * Starts the stand-in for the three APIs on the loopback address: HTTPS with HTTP/2 and HTTP/1.1, told apart by host.
 * Rejects where the port is taken.
 */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const limits = limitsOf(options.limits);
  const apis: readonly Api[] = [
    createBlockSecOps(limits.blocksecops),
    createChainGuard(limits.chainguard),
    createUrblock(limits.urblock),
  ];
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const stopping = new AbortController();
  const clock = options.now ?? Date.now;
  let offsetMs = 0;
  let exposed: readonly string[] = [];
  let urblockOrigins: readonly string[] = [DEMO_ORIGIN];

  function rules(host: string): CorsRules {
    return { origins: host === URBLOCK_HOST ? urblockOrigins : [DEMO_ORIGIN], exposed };
  }

  async function answer(call: Call): Promise<Reply> {
    if (call.host === DEMO_HOST) return (await options.site?.(call.path)) ?? barePage();
    const api = apis.find((candidate) => candidate.host === call.host);
    if (api === undefined && call.host !== OTHER_HOST) return { status: 421, headers: {}, body: "" };
    if (isPreflight(call)) return preflightReply(call, rules(call.host));
    const reply = api?.answer(call) ?? jsonReply(call.path === "/missing" ? 404 : 200, { from: OTHER_HOST });
    return reply.withoutCors === true
      ? reply
      : { ...reply, headers: { ...reply.headers, ...corsHeaders(call, rules(call.host)) } };
  }

  async function serve(request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> {
    try {
      const call = await readCall(request, clock() + offsetMs);
      const at = clock();
      const reply = await answer(call);
      const { method, host, path, headers } = call;
      seen.push({
        at,
        method,
        host,
        path,
        url: request.url,
        headers,
        body: call.body.toString("utf8"),
        status: reply.status,
      });
      await sendReply(response, reply, call, stopping.signal);
    } catch {
      // The client went away in the middle, or a reply could not be made: either way nobody is left to tell.
      response.stream?.close();
    }
  }

  const server = createSecureServer({
    ...(await makeCertificate(ALL_HOSTS)),
    allowHTTP1: true,
    maxSendHeaderBlockLength: MAX_HEADER_BYTES,
  });
  server.on("request", (request, response) => void serve(request, response));
  server.on("secureConnection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("sessionError", () => {});
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const port = portOf(server.address());

  return {
    port,
    hosts: ALL_HOSTS,
    url: (host, path = "/") => `https://${host}${path}`,
    requests: seen,
    setClockOffset: (ms) => {
      offsetMs = ms;
    },
    setExposedHeaders: (names) => {
      exposed = names;
    },
    setUrblockOrigins: (origins) => {
      urblockOrigins = origins;
    },
    reset() {
      for (const api of apis) api.reset();
      seen.length = 0;
    },
    async stop() {
      stopping.abort();
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function barePage(): Reply {
  return { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: BARE_PAGE };
}
