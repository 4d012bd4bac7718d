import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxiosInstance } from "axios";
import type { KyInstance } from "ky";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { retryCode } from "./retry-code.ts";
import type { RetryClient, RetryCodeFacts } from "./retry-code-facts.ts";

/** Tiny pauses, so that what is waited for is the server's word. */
const QUICK = { retries: 3, baseMs: 4, capMs: 8 };
const READABLE: RetryCodeFacts = { unread: null, statedMs: null, resetHeader: null, idempotencyKey: null };

type Answer = { readonly status: number; readonly headers?: Readonly<Record<string, string>> };
type Call = (url: string, options?: { readonly method?: string; readonly repeatable?: boolean }) => Promise<number>;

// Inside the project, so that the written modules find ky and axios.
const folder = mkdtempSync(join(import.meta.dirname, "../../../node_modules/.retry-code-"));
let server: Server;
let url = "";
let answers: readonly Answer[] = [];
let arrivals: number[] = [];
let aborts = 0;

beforeAll(() => {
  server = createServer((request: IncomingMessage, response) => {
    const { status, headers = {} } = answers[Math.min(arrivals.length, answers.length - 1)] ?? { status: 200 };
    arrivals.push(performance.now());
    if (status === 0) {
      aborts += 1;
      request.socket.destroy();
      return;
    }
    response.writeHead(status, headers).end("{}");
  });
  return new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      url = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}/` : "";
      resolve();
    });
  });
});
beforeEach(() => {
  arrivals = [];
  aborts = 0;
});
afterEach(() => {
  server.closeIdleConnections();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  server.closeAllConnections();
  server.close();
});

let written = 0;

/** Writes the code to a file, imports it as a page would, and gives one way to call what it exports: status, 0 where lost. */
async function run(client: RetryClient, facts: RetryCodeFacts = READABLE): Promise<Call> {
  written += 1;
  const file = join(folder, `${client}-${written}.mjs`);
  writeFileSync(file, retryCode(client, facts, QUICK));
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
  if (typeof module !== "object" || module === null) throw new Error("no module");
  if ("fetchWithRetry" in module) {
    const call = module.fetchWithRetry as (url: string, init: object, how: object) => Promise<Response>;
    return (to, { method = "GET", repeatable = false } = {}) =>
      call(to, { method }, { repeatable }).then(
        (response) => response.status,
        () => 0,
      );
  }
  const statusOf = (answer: Promise<{ readonly status: number }>): Promise<number> =>
    answer.then(
      ({ status }) => status,
      (error: { readonly response?: { readonly status: number } }) => error.response?.status ?? 0,
    );
  if (client === "ky") {
    const { api, repeatableApi } = module as { readonly api: KyInstance; readonly repeatableApi: KyInstance };
    return (to, { method = "GET", repeatable = false } = {}) =>
      statusOf((repeatable ? repeatableApi : api)(to, { method }));
  }
  const { api } = module as { readonly api: AxiosInstance };
  return (to, options = {}) => statusOf(api.request({ url: to, ...options }));
}

/** Milliseconds from each arrival to the next. */
function gaps(): readonly number[] {
  return arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? at));
}

/** An HTTP-date is in whole seconds: the one after next is more than one second and at most two away. */
function dateIn(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toUTCString();
}

/** The two older forms of an HTTP-date, which servers may still send and clients must read (RFC 9110 section 5.6.7). */
const OLDER_FORMS: Readonly<Record<string, (date: string) => string>> = {
  "RFC 850": (date) => {
    const [, day, month, year, time] = /(\d\d) (\w+) \d\d(\d\d) (\S+)/.exec(date) ?? [];
    return `${LONG_DAYS[new Date(date).getUTCDay()]}, ${day}-${month}-${year} ${time} GMT`;
  },
  asctime: (date) => {
    const [, name, day, month, year, time] = /(\w+), (\d\d) (\w+) (\d{4}) (\S+)/.exec(date) ?? [];
    return `${name} ${month} ${String(Number(day)).padStart(2, " ")} ${time} ${year}`;
  },
};
const LONG_DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

describe.each(["fetch", "ky", "axios"] as const)("the code for %s, run against a server,", (client) => {
  test("waits as long as Retry-After asks for in seconds", async () => {
    answers = [{ status: 429, headers: { "Retry-After": "1" } }, { status: 200 }];
    expect(await (await run(client))(url)).toBe(200);
    expect(gaps()).toHaveLength(1);
    expect(gaps()[0]).toBeGreaterThanOrEqual(995);
  });

  test("waits until the date that Retry-After names, by the server's clock", async () => {
    const behind = -3600;
    answers = [{ status: 503, headers: { "Retry-After": dateIn(behind + 1), Date: dateIn(behind) } }, { status: 200 }];
    expect(await (await run(client))(url)).toBe(200);
    expect(gaps()[0]).toBeGreaterThanOrEqual(995);
  });

  test.each(Object.keys(OLDER_FORMS))("waits until a date in the form of %s", async (form) => {
    const written = OLDER_FORMS[form]?.(dateIn(61)) ?? "";
    answers = [{ status: 503, headers: { "Retry-After": written, Date: dateIn(60) } }, { status: 200 }];
    expect(await (await run(client))(url)).toBe(200);
    expect(gaps()[0]).toBeGreaterThanOrEqual(995);
  });

  test("reads the reset of a 429 if Retry-After is absent", async () => {
    answers = [{ status: 429, headers: { "X-RateLimit-Reset": "1" } }, { status: 200 }];
    const call = await run(client, { ...READABLE, resetHeader: "X-RateLimit-Reset" });
    expect(await call(url)).toBe(200);
    expect(gaps()[0]).toBeGreaterThanOrEqual(995);
  });

  test("keeps to the wait that DevTools saw if the page cannot read the header", async () => {
    answers = [{ status: 429 }, { status: 200 }];
    const call = await run(client, { ...READABLE, unread: "cors", statedMs: 300 });
    expect(await call(url)).toBe(200);
    expect(gaps()[0]).toBeGreaterThanOrEqual(295);
  });

  test("backs off by itself and gives up after three retries", async () => {
    answers = [{ status: 500 }];
    expect(await (await run(client))(url)).toBe(500);
    expect(arrivals).toHaveLength(4);
  });

  test("takes a malformed Retry-After for none", async () => {
    answers = [{ status: 503, headers: { "Retry-After": "soon" } }, { status: 200 }];
    expect(await (await run(client))(url)).toBe(200);
    expect(arrivals).toHaveLength(2);
  });

  test("hands back the failure if the stated wait is too long", async () => {
    answers = [{ status: 429, headers: { "Retry-After": "86400" } }];
    expect(await (await run(client))(url)).toBe(429);
    expect(arrivals).toHaveLength(1);
  });

  test("never repeats what a repetition cannot help", async () => {
    answers = [{ status: 401 }];
    expect(await (await run(client))(url)).toBe(401);
    expect(arrivals).toHaveLength(1);
  });

  test("repeats a POST after a 429 and not after a 500", async () => {
    const call = await run(client);
    answers = [{ status: 429 }, { status: 500 }];
    expect(await call(url, { method: "POST" })).toBe(500);
    expect(arrivals).toHaveLength(2);
  });

  test("repeats a POST after a 500 if the caller says that it is safe", async () => {
    answers = [{ status: 500 }, { status: 200 }];
    expect(await (await run(client))(url, { method: "POST", repeatable: true })).toBe(200);
  });

  test("repeats a GET whose connection was lost, and reports the loss in the end", async () => {
    answers = [{ status: 0 }];
    expect(await (await run(client))(url)).toBe(0);
    // Node's own client may open a lost connection once more by itself, so only the lower end is ours.
    expect(aborts).toBeGreaterThanOrEqual(4);
  });
});

describe("the text of the code", () => {
  test("says that it is a suggestion", () => {
    expect(retryCode("fetch", READABLE)).toMatch(/^\/\/ A suggestion of Faultline's, not the server's word\.\n/);
  });

  test("says that the page cannot read the header only if it cannot", () => {
    expect(retryCode("fetch", READABLE)).not.toContain("Access-Control-Expose-Headers");
    expect(retryCode("fetch", { ...READABLE, unread: "cors" })).toContain("Access-Control-Expose-Headers");
  });

  test("never includes a header name that is not a plain name", () => {
    const text = retryCode("fetch", { ...READABLE, resetHeader: '");alert(1);("' });
    expect(text).not.toContain("alert");
  });

  test.each([
    ["fetch", "set repeatable"],
    ["ky", "call by repeatableApi"],
    ["axios", "set repeatable"],
  ] as const)("tells users of %s to %s if a key is documented", (client, how) => {
    const text = retryCode(client, { ...READABLE, idempotencyKey: "the body field key" });
    expect(text).toContain(`// ${how} if the call carries its idempotency key (the body field key).`);
  });

  test("keeps a documented idempotency key on its comment line", () => {
    const text = retryCode("fetch", { ...READABLE, idempotencyKey: "the body field\nkey" });
    expect(text).toContain("(the body field key)");
  });
});
