/*
 * One call as each tool writes it into a HAR: POST to api.urblock.io at 2026-01-14T10:30:00Z, answered 429 with BODY,
 * gzip on the wire. Members and their quirks follow the tools' sources (WebKit HARBuilder.js, Playwright harTracer.ts,
 * mitmproxy savehar.py) and recorded files (Chrome, Firefox, Charles, Fiddler); values are made up.
 */

export const BODY = '{"error":{"type":"rate_limit_error","code":"rate_limited","message":"Zu schnell: é"}}';
export const SENT = '{"name":"x"}';
const URL = "https://api.urblock.io/v1/tokens?page=2";
const WIRE_BYTES = 118;
const BODY_BYTES = Buffer.byteLength(BODY);

type Json = Readonly<Record<string, unknown>>;
type Flavour = { readonly creator: string; readonly entry: Json };

const header = (name: string, value: string): Json => ({ name, value });
const requestHeaders = [header("Content-Type", "application/json"), header("Authorization", "Bearer EXAMPLE")];
const responseHeaders = [
  header("Content-Type", "application/json; charset=utf-8"),
  header("Content-Encoding", "gzip"),
  header("Retry-After", "12"),
];
const postData = { mimeType: "application/json", text: SENT };
const requestOf = (more: Json): Json => ({
  method: "POST",
  url: URL,
  httpVersion: "HTTP/2",
  headers: requestHeaders,
  queryString: [{ name: "page", value: "2" }],
  cookies: [],
  headersSize: -1,
  bodySize: SENT.length,
  postData,
  ...more,
});
const responseOf = (content: Json, more: Json): Json => ({
  status: 429,
  statusText: "Too Many Requests",
  httpVersion: "HTTP/2",
  headers: responseHeaders,
  cookies: [],
  content: { size: BODY_BYTES, mimeType: "application/json", text: BODY, ...content },
  redirectURL: "",
  headersSize: -1,
  bodySize: WIRE_BYTES,
  ...more,
});
const timings = { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 1, wait: 90, receive: 9 };

export const FLAVOURS: Readonly<Record<string, Flavour>> = {
  chrome: {
    creator: "WebInspector",
    entry: {
      _connectionId: "51",
      _initiator: {
        type: "script",
        stack: { callFrames: [], parent: { description: "Promise.then", callFrames: [] } },
      },
      _priority: "High",
      _resourceType: "fetch",
      cache: {},
      connection: "443",
      pageref: "page_1",
      request: requestOf({
        httpVersion: "http/2.0",
        headers: [header(":authority", "api.urblock.io"), header(":method", "POST"), ...requestHeaders],
      }),
      response: responseOf(
        {},
        {
          statusText: "",
          httpVersion: "http/2.0",
          bodySize: -1,
          _transferSize: 230,
          _error: null,
          _fetchedViaServiceWorker: false,
        },
      ),
      serverIPAddress: "[2001:db8::1]",
      startedDateTime: "2026-01-14T10:30:00.000Z",
      time: 100.25,
      timings: { ...timings, _blocked_queueing: 0.5, _workerStart: -1 },
    },
  },
  firefox: {
    creator: "Firefox",
    entry: {
      startedDateTime: "2026-01-14T11:30:00.000+01:00",
      time: 100,
      request: requestOf({ headersSize: 420, postData: { ...postData, params: [] } }),
      response: responseOf({ comment: "" }, { headersSize: 310, bodySize: WIRE_BYTES + 310 }),
      cache: {},
      timings,
      _securityState: "secure",
      serverIPAddress: "192.0.2.7",
      connection: "443",
      pageref: "page_1",
    },
  },
  safari: {
    creator: "WebKit Web Inspector",
    entry: {
      pageref: "page_0",
      startedDateTime: "2026-01-14T10:30:00.000Z",
      time: 100.125,
      request: requestOf({ headersSize: 310 }),
      response: responseOf(
        { compression: BODY_BYTES - WIRE_BYTES, text: Buffer.from(BODY).toString("base64"), encoding: "base64" },
        { _transferSize: 430 },
      ),
      cache: {},
      timings,
      serverIPAddress: "192.0.2.7",
      _serverPort: 443,
      connection: "3",
      _fetchType: "Network Load",
      _priority: "medium",
    },
  },
  playwright: {
    creator: "Playwright",
    entry: {
      pageref: "page@1f",
      startedDateTime: "2026-01-14T10:30:00.000Z",
      time: 100,
      request: requestOf({ bodySize: -1, postData: { ...postData, params: [] } }),
      response: responseOf({ size: -1 }, { bodySize: -1, _transferSize: -1 }),
      cache: {},
      timings: { dns: -1, connect: -1, ssl: -1, send: 0, wait: 90, receive: 10 },
      _frameref: "frame@2e",
      _monotonicTime: 8123.4,
    },
  },
  charles: {
    creator: "Charles Proxy",
    entry: {
      startedDateTime: "2026-01-14T11:30:00.000+01:00",
      time: 100,
      request: requestOf({ httpVersion: "HTTP/2.0", headers: [header(":method", "POST"), ...requestHeaders] }),
      response: responseOf(
        { compression: 0, text: Buffer.from(BODY).toString("base64"), encoding: "base64" },
        { _charlesStatus: "COMPLETE", statusText: null },
      ),
      serverIPAddress: "192.0.2.7",
      cache: {},
      timings,
    },
  },
  fiddler: {
    creator: "Fiddler",
    entry: {
      startedDateTime: "2026-01-14T05:30:00.0000000-05:00",
      time: 100,
      request: requestOf({ httpVersion: "HTTP/1.1", postData: { ...postData, params: [] } }),
      response: responseOf({ compression: BODY_BYTES - WIRE_BYTES }, {}),
      serverIPAddress: "192.0.2.7",
      connection: "ClientPort:51234;EgressPort:51235",
      comment: "[#12]",
      cache: {},
      timings,
    },
  },
  mitmproxy: {
    creator: "mitmproxy",
    entry: {
      startedDateTime: "2026-01-14T10:30:00.000123+00:00",
      time: 100.4,
      request: requestOf({ httpVersion: "HTTP/2.0", headersSize: 310, postData: { ...postData, params: [] } }),
      // Its size is that on the wire, and what it says of the compression is negative where gzip made it larger.
      response: responseOf({ size: WIRE_BYTES, compression: BODY_BYTES - WIRE_BYTES }, { headersSize: 120 }),
      cache: {},
      timings: { connect: null, ssl: null, send: 1, receive: 9, wait: 90 },
      serverIPAddress: "192.0.2.7",
    },
  },
};

/** A whole HAR of that tool: the call, then a web socket of which only the handshake is of interest. */
export function harOf({ creator, entry }: Flavour): string {
  const socket = {
    ...entry,
    _resourceType: "websocket",
    _webSocketMessages: [{ type: "send", time: 1, opcode: 1, data: "EXAMPLE-message" }],
    request: { method: "GET", url: "wss://api.urblock.io/v1/stream", headers: [], bodySize: 0 },
    response: { status: 101, headers: [], content: { size: 0, mimeType: "x-unknown" } },
  };
  return JSON.stringify({
    log: { version: "1.2", creator: { name: creator, version: "1" }, entries: [entry, socket] },
  });
}
