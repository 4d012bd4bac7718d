import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One answer of an API that no document describes, and what its row has to say. */
export type UnknownAnswer = {
  readonly path: string;
  readonly method?: string;
  readonly status: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** The server sends no CORS header: browsers keep the answer from the page. */
  readonly isKept?: true;
  /** Parts of the row's text. */
  readonly says: readonly string[];
};

const JSON_TYPE = "application/json";
const FIELDS = Array.from({ length: 40 }, (_, index) => ({
  field: `items[${index}].sku`,
  code: "unknown_sku",
  message: `SKU A-${100 + index} is unknown`,
}));

/** The usual failures of an application's own backend and of the services behind it. */
export const FAILURES: readonly UnknownAnswer[] = [
  {
    path: "/rest/v1/orders",
    method: "POST",
    status: 403,
    body: JSON.stringify({
      code: "42501",
      details: null,
      hint: null,
      message: 'new row violates row-level security policy for table "orders"',
    }),
    says: ["42501", "Row Level Security"],
  },
  {
    path: "/rest/v1/users",
    method: "POST",
    status: 409,
    body: JSON.stringify({
      code: "23505",
      details: "Key (email)=(ada@example.test) already exists.",
      hint: "Choose another address.",
      message: 'duplicate key value violates unique constraint "users_email_key"',
    }),
    says: ["23505", "unique value"],
  },
  {
    path: "/chat/completions",
    method: "POST",
    status: 200,
    type: "text/event-stream",
    body: 'data: {"choices":[{"delta":{"content":"Hel"}}]}\n\nevent: error\ndata: {"error":{"message":"The model is overloaded","type":"server_error","code":"overloaded"}}\n\n',
    says: ["200", "overloaded"],
  },
  {
    path: "/embeddings",
    method: "POST",
    status: 429,
    body: JSON.stringify({
      error: {
        message: "You exceeded your current quota, please check your plan and billing details.",
        type: "insufficient_quota",
        code: "insufficient_quota",
      },
    }),
    says: ["insufficient_quota", "exceeded your current quota", "Don’t retry"],
  },
  {
    path: "/charges",
    method: "POST",
    status: 402,
    body: JSON.stringify({
      error: {
        code: "card_declined",
        decline_code: "insufficient_funds",
        doc_url: "https://docs.example.test/error-codes/card-declined",
        message: "Your card has insufficient funds.",
        type: "card_error",
      },
    }),
    says: ["card_declined", "insufficient funds"],
  },
  { path: "/users/7", status: 404, body: JSON.stringify({ message: "User not found" }), says: ["User not found"] },
  {
    path: "/crash",
    status: 500,
    body: JSON.stringify({ message: "Cannot read properties of undefined (reading 'id')" }),
    says: ["Cannot read properties of undefined"],
  },
  {
    path: "/nope",
    status: 404,
    type: "text/html",
    body: '<!DOCTYPE html>\n<html lang="en">\n<head><title>Error</title></head>\n<body><pre>Cannot GET /nope</pre></body>\n</html>\n',
    says: ["Cannot GET /nope"],
  },
  {
    path: "/upstream",
    status: 502,
    type: "text/html",
    body: "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.25.3</center>\r\n</body>\r\n</html>\r\n",
    says: ["502", "Bad Gateway"],
  },
  {
    path: "/kept-500",
    status: 500,
    body: JSON.stringify({ message: "database is gone" }),
    isKept: true,
    says: ["CORS keeps this answer from the page: fix it on the server"],
  },
  {
    path: "/kept-429",
    status: 429,
    headers: { "retry-after": "11", "x-ratelimit-remaining": "0", "x-ratelimit-limit": "10" },
    body: JSON.stringify({ code: "too_many_requests", message: "Slow down" }),
    isKept: true,
    says: ["CORS keeps this answer from the page: fix it on the server"],
  },
  {
    path: "/checkout",
    method: "POST",
    status: 422,
    body: JSON.stringify({ message: "Validation failed", errors: FIELDS }),
    says: ["unknown_sku", "SKU A-100 is unknown", "+39"],
  },
];

export const SUCCESSES = ["/me", "/settings", "/feature-flags"] as const;

export type UnknownApi = {
  /** A page whose script makes all calls while it loads; `window.isDone` is true after the last. */
  readonly page: string;
  /** The API's host, as the panel names it. */
  readonly host: string;
  readonly close: () => Promise<void>;
};

/** Starts the API and, on another port, the page that calls it. */
export async function startUnknownApi(): Promise<UnknownApi> {
  const api = await listen(answer);
  const address = `http://localhost:${portOf(api)}`;
  const page = await listen((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(pageOf(address));
  });
  return {
    page: `http://localhost:${portOf(page)}/`,
    host: `localhost:${portOf(api)}`,
    close: async () => {
      await Promise.all([api, page].map(stop));
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const cors = {
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "*",
    "access-control-allow-methods": "*",
  };
  const found = FAILURES.find(({ path }) => path === request.url);
  if (request.method === "OPTIONS") response.writeHead(204, cors);
  else
    response.writeHead(found?.status ?? 200, {
      "content-type": found?.type ?? JSON_TYPE,
      ...found?.headers,
      ...(found?.isKept === true ? {} : cors),
    });
  response.end(request.method === "OPTIONS" ? "" : (found?.body ?? '{"ok":true}'));
}

function pageOf(api: string): string {
  const calls = [
    ...FAILURES.map(({ path, method = "GET" }) => ({ path, method })),
    ...SUCCESSES.map((path) => ({ path, method: "GET" })),
  ];
  return `<!doctype html><link rel="icon" href="data:,"><script>
    (async () => {
      for (const { path, method } of ${JSON.stringify(calls)})
        await fetch(${JSON.stringify(api)} + path, method === "GET" ? {} : { method, body: "{}", headers: { "content-type": "application/json" } })
          .then((response) => response.text()).catch(() => undefined);
      window.isDone = true;
    })();
  </script>`;
}

async function listen(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function stop(server: Server): Promise<void> {
  // The browser keeps its connections open.
  server.closeAllConnections();
  await new Promise<unknown>((resolve) => server.close(resolve));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
