import { type ActivityLine, showActivity } from "./activity.ts";
import { type ApiName, HOSTS, KEYS } from "./keys.ts";

/** What the page's own code learns of a call. `status` is 0 where it learns nothing: blocked, aborted or lost. */
export type Outcome = { readonly status: number; readonly body: unknown };

export type CallOptions = {
  readonly method?: string;
  /** Sent as JSON, or as a form where it is `FormData`. */
  readonly body?: unknown;
  /** Credentials other than the account's key; null for none. */
  readonly authorization?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

/** Calls an API as a front end does, and lists the call on the page. Never rejects. */
export async function callApi(api: ApiName, path: string, options: CallOptions = {}): Promise<Outcome> {
  const method = options.method ?? "GET";
  const headers: Record<string, string> = { ...options.headers };
  const authorization = options.authorization === undefined ? `Bearer ${KEYS[api]}` : options.authorization;
  if (authorization !== null) headers["Authorization"] = authorization;
  const isForm = options.body instanceof FormData;
  if (options.body !== undefined && !isForm) headers["Content-Type"] = "application/json";
  const body =
    options.body === undefined ? null : options.body instanceof FormData ? options.body : JSON.stringify(options.body);
  const line: ActivityLine = { method, where: `${HOSTS[api]}${path.split("?")[0] ?? ""}` };
  try {
    const response = await fetch(`https://${HOSTS[api]}${path}`, {
      method,
      headers,
      body,
      signal: options.signal ?? null,
    });
    const text = await response.text();
    showActivity(line, response.status);
    return { status: response.status, body: parsed(text) };
  } catch {
    showActivity(line, 0);
    return { status: 0, body: null };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Waits; a demo's pace, nothing that correctness hangs on. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
