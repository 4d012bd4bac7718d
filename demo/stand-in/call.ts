/** One request as an API of the stand-in sees it. Header names are lower case. */
export type Call = {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** The first bytes of the body; `bodyBytes` counts all that were sent. */
  readonly body: Buffer;
  readonly bodyBytes: number;
  /** The server's clock, epoch ms. */
  readonly now: number;
};

/** What goes wrong below HTTP while a reply is on its way. */
export type Fault =
  | { readonly kind: "delay"; readonly ms: number }
  /** The stream ends after so many bytes although more were announced. */
  | { readonly kind: "truncate"; readonly afterBytes: number }
  /** The stream is reset before any header; other requests of the connection go on. */
  | { readonly kind: "reset" }
  /** The body never ends: as fast as the client takes it, or one character at a time. */
  | { readonly kind: "endless"; readonly everyMs: number }
  /** The whole connection is closed. */
  | { readonly kind: "hang-up" };

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly fault?: Fault;
  /** The reply comes from something in front of the API that knows nothing of CORS. */
  readonly withoutCors?: true;
  /** The reply carries no rate-limit counters. */
  readonly withoutCounters?: true;
};

/** A reply whose body is JSON. */
export function jsonReply(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/** The same reply with further headers; those of the reply win. */
export function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return { ...reply, headers: { ...headers, ...reply.headers } };
}

/** The body as a JSON object; null where it is no JSON or another kind of value. */
export function jsonObject(call: Call): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(call.body.toString("utf8"));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** The token behind "Bearer ", or null. */
export function bearer(call: Call): string | null {
  const value = call.headers["authorization"] ?? "";
  return value.startsWith("Bearer ") ? value.slice("Bearer ".length).trim() : null;
}

/** Tells a JSON object from every other value. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A string member of a JSON object; "" where it is absent or no string. */
export function textMember(object: Readonly<Record<string, unknown>>, name: string): string {
  const value = object[name];
  return typeof value === "string" ? value : "";
}
