import { connect } from "node:http2";
import { DEMO_ORIGIN } from "../hosts.ts";
import type { StandIn } from "../server.ts";

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
  /** Why the stream ended early; null where it ended well. */
  readonly lost: string | null;
};

export type Ask = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type Client = {
  readonly ask: (host: string, path: string, options?: Ask) => Promise<Answer>;
  readonly close: () => void;
};

/** An HTTP/2 client that asks the stand-in as the demo page's browser would, preflights left out. */
export function openClient(standIn: StandIn): Client {
  let session = open();
  function open(): ReturnType<typeof connect> {
    // The stand-in signs its own certificate.
    const opened = connect(`https://127.0.0.1:${standIn.port}`, {
      rejectUnauthorized: false,
      servername: "api.urblock.io",
    });
    return opened.on("error", () => opened.destroy());
  }
  return {
    ask: (host, path, { method = "GET", headers = {}, body = "" } = {}) =>
      new Promise((resolve) => {
        if (session.destroyed) session = open();
        const stream = session.request({
          ":method": method,
          ":path": path,
          ":authority": host,
          origin: DEMO_ORIGIN,
          ...headers,
        });
        let received: Record<string, string> = {};
        const chunks: Buffer[] = [];
        let lost: string | null = null;
        stream.on("response", (fields) => {
          received = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
        });
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("error", (error) => {
          lost = error.message;
        });
        stream.on("close", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          resolve({ status: Number(received[":status"] ?? 0), headers: received, text, json: parsed(text), lost });
        });
        // A GET has no body to end: writing even nothing to it is an error.
        if (body === "") stream.end();
        else stream.end(body);
      }),
    close: () => session.destroy(),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
