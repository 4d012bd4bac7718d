/** When the pictured recording ends; the playground's clock stops there. */
const END = Date.UTC(2026, 10, 22, 12);

type Pictured = {
  readonly secondsBefore: number;
  readonly host: string;
  readonly path: string;
  readonly method?: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

const error = (type: string, code: string, message: string): unknown => ({
  error: { type, code, message, request_id: "req_EXAMPLE" },
});
const busy = error("server_error", "internal_error", "Something went wrong on our end.");
const CORS = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

/** One of each kind of row, with what the grid, the chips and the meters show. */
const CALLS: readonly Pictured[] = [
  { secondsBefore: 95, host: "api.urblock.io", path: "/v1/tokens?limit=20", status: 200, body: { data: [] } },
  {
    secondsBefore: 80,
    host: "api.urblock.io",
    path: "/v1/tokens/tok_EXAMPLE",
    status: 404,
    body: error("not_found_error", "token_not_found", "There is no such token."),
  },
  {
    secondsBefore: 61,
    host: "api.chainguardai.dev",
    path: "/v1/scans",
    method: "POST",
    status: 401,
    body: { error: { code: "UNAUTHORIZED", message: "Invalid API key" } },
  },
  { secondsBefore: 42, host: "api.urblock.io", path: "/v1/compliance/rules", status: 500, body: busy },
  { secondsBefore: 40, host: "api.urblock.io", path: "/v1/compliance/rules", status: 500, body: busy },
  { secondsBefore: 36, host: "api.urblock.io", path: "/v1/compliance/rules", status: 200, body: { data: [] } },
  { secondsBefore: 20, host: "api.blocksecops.com", path: "/v1/contracts", method: "POST", status: 0 },
  {
    secondsBefore: 4,
    host: "api.urblock.io",
    path: "/v1/transfers",
    method: "POST",
    status: 429,
    headers: { "retry-after": "30", "x-ratelimit-limit": "100", "x-ratelimit-remaining": "0" },
    body: error("rate_limit_error", "rate_limit_exceeded", "Too many requests."),
  },
];

function entry({ secondsBefore, host, path, method = "GET", status, headers = {}, body }: Pictured): unknown {
  const answer = body === undefined ? "" : JSON.stringify(body);
  const list = (record: Readonly<Record<string, string>>) =>
    Object.entries(record).map(([name, value]) => ({ name, value }));
  const date = new Date(END - secondsBefore * 1000).toUTCString();
  return {
    startedDateTime: new Date(END - secondsBefore * 1000).toISOString(),
    time: 120,
    request: {
      method,
      url: `https://${host}${path}`,
      httpVersion: "h2",
      headers: list({ authorization: "Bearer sk_test_EXAMPLE" }),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status,
      statusText: "",
      httpVersion: "h2",
      headers: status === 0 ? [] : list({ "content-type": "application/json", date, ...CORS, ...headers }),
      cookies: [],
      content: { size: answer.length, mimeType: "application/json", text: answer },
      redirectURL: "",
      headersSize: -1,
      bodySize: answer.length,
      ...(status === 0 ? { _error: "net::ERR_CONNECTION_REFUSED" } : {}),
    },
    cache: {},
    timings: { blocked: 1, dns: 5, connect: 20, ssl: 10, send: 1, wait: 90, receive: 3 },
  };
}

/** A recording for pictures, as a HAR file: of its own, so that a new sample in a catalogue changes no picture. */
export const PICTURED_HAR = JSON.stringify({ log: { version: "1.2", entries: CALLS.map(entry) } });
