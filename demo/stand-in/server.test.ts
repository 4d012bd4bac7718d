import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BLOCKSECOPS_ERRORS } from "./blocksecops-errors.ts";
import { CHAINGUARD_ERRORS } from "./chainguard-errors.ts";
import { FAULTS } from "./fault-names.ts";
import { HUGE_BYTES } from "./faults.ts";
import { BLOCKSECOPS_HOST, CHAINGUARD_HOST, DEMO_ORIGIN, OTHER_HOST, URBLOCK_HOST } from "./hosts.ts";
import { type StandIn, startStandIn } from "./server.ts";
import { type Answer, type Client, openClient } from "./testing/client.ts";
import { URBLOCK_ERRORS } from "./urblock-errors.ts";

const KEYS = {
  [BLOCKSECOPS_HOST]: { authorization: "Bearer bso_test_EXAMPLE" },
  [CHAINGUARD_HOST]: { authorization: "Bearer cg_test_EXAMPLE" },
  [URBLOCK_HOST]: { authorization: "Bearer sk_test_EXAMPLE" },
};
const HOSTS = [BLOCKSECOPS_HOST, CHAINGUARD_HOST, URBLOCK_HOST] as const;
const READS = {
  [BLOCKSECOPS_HOST]: "/api/v1/me",
  [CHAINGUARD_HOST]: "/v1/risk/score/https%3A%2F%2Fa.example",
  [URBLOCK_HOST]: "/v1/tokens",
};
const START = Date.UTC(2026, 0, 14, 10, 30);

let now = START;
let standIn: StandIn;
let client: Client;

beforeAll(async () => {
  const limits = { blocksecops: { limit: 3 }, chainguard: { limit: 3, dailyQuota: 5 }, urblock: { limit: 3 } };
  standIn = await startStandIn({ now: () => now, limits });
  client = openClient(standIn);
});
afterAll(async () => {
  client.close();
  await standIn.stop();
});
beforeEach(() => {
  now = START;
  standIn.reset();
  standIn.setClockOffset(0);
  standIn.setExposedHeaders([]);
  standIn.setUrblockOrigins([DEMO_ORIGIN]);
});

function read(host: (typeof HOSTS)[number], query = ""): Promise<Answer> {
  return client.ask(host, READS[host] + query, { headers: KEYS[host] });
}

describe.each(HOSTS)("%s", (host) => {
  test("counters fall, the full window answers 429 with a wait, and after that wait it accepts again", async () => {
    const remaining: (string | undefined)[] = [];
    for (let call = 0; call < 3; call += 1) remaining.push((await read(host)).headers["x-ratelimit-remaining"]);
    expect(remaining).toEqual(["2", "1", "0"]);
    now += 20_000;
    const refused = await read(host);
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({
      "retry-after": "40",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(START / 1000 + 60),
    });
    now += 39_000;
    expect((await read(host)).headers["retry-after"]).toBe("1");
    now += 1_000;
    expect((await read(host)).status).toBe(200);
  });

  test("a reply may be read by the demo's origin, and Retry-After is not exposed until the server says so", async () => {
    const answer = await read(host);
    expect(answer.headers["access-control-allow-origin"]).toBe(DEMO_ORIGIN);
    expect(answer.headers["access-control-expose-headers"]).toBeUndefined();
    standIn.setExposedHeaders(["Retry-After"]);
    expect((await read(host)).headers["access-control-expose-headers"]).toBe("Retry-After");
  });

  test("a preflight is allowed for the demo's origin alone and counts nothing", async () => {
    const ask = (origin: string): Promise<Answer> =>
      client.ask(host, READS[host], { method: "OPTIONS", headers: { origin, "access-control-request-method": "GET" } });
    const allowed = await ask(DEMO_ORIGIN);
    expect([allowed.status, allowed.headers["access-control-allow-headers"]]).toEqual([
      204,
      expect.stringContaining("authorization"),
    ]);
    const denied = await ask("https://elsewhere.example");
    expect([denied.status, denied.headers["access-control-allow-origin"]]).toEqual([403, undefined]);
    expect((await read(host)).headers["x-ratelimit-remaining"]).toBe("2");
  });

  test.each(Object.keys(FAULTS))(
    "the fault %s gets a status unless it is a lost connection, and the next call is served as before",
    async (fault) => {
      const answer = await read(host, `?simulate=${fault}&simulate_delay_ms=1`);
      expect(answer.status === 0).toBe(fault === "dropped" || fault === "hang-up");
      expect((await read(host)).status).toBe(200);
    },
  );
});

const TABLES = [
  [BLOCKSECOPS_HOST, BLOCKSECOPS_ERRORS],
  [CHAINGUARD_HOST, CHAINGUARD_ERRORS],
  [URBLOCK_HOST, URBLOCK_ERRORS],
] as const;

describe("every documented error can be had", () => {
  const cases = TABLES.flatMap(([host, errors]) => errors.map((error) => [host, error.code, error] as const));
  test.each(cases)("%s %s", async (host, code, error) => {
    const separator = error.path.includes("?") ? "&" : "?";
    const answer = await client.ask(host, `${error.path}${separator}simulate=${code}`, {
      method: error.method,
      headers: KEYS[host],
    });
    expect(answer.status).toBe(error.status);
    expect(answer.json).toMatchObject({ error: { code, message: error.message } });
  });
});

describe("a believable request alone brings its error about", () => {
  const requests = TABLES.flatMap(([host, errors]) =>
    errors
      .filter(({ simulated, path }) => simulated !== true && !path.endsWith("/upload"))
      .map((error) => [host, error.code, error] as const),
  );
  test.each(requests)("%s %s", async (host, code, { method, path, body, authorization, status }) => {
    const headers = authorization === undefined ? KEYS[host] : authorization === null ? {} : { authorization };
    const answer = await client.ask(host, path, {
      method,
      headers,
      body: body === undefined ? "" : JSON.stringify(body),
    });
    expect(answer.json).toMatchObject({ error: { code } });
    expect(answer.status).toBe(status);
  });
});

describe("a simulated full window", () => {
  const path = "&simulate=RATE_LIMITED&simulate_wait=";
  test("ends: the same address is refused with a falling wait and then answered", async () => {
    const waits: (string | undefined)[] = [];
    for (let second = 0; second < 3; second += 1) {
      waits.push((await read(BLOCKSECOPS_HOST, `?a=1${path}3`)).headers["retry-after"]);
      now += 1_000;
    }
    expect(waits).toEqual(["3", "2", "1"]);
    expect((await read(BLOCKSECOPS_HOST, `?a=1${path}3`)).status).toBe(200);
  });

  test.each([
    ["body", { "retry-after": undefined, "x-ratelimit-reset": undefined }, 45],
    ["reset", { "retry-after": undefined, "x-ratelimit-reset": String(START / 1000 + 45) }, undefined],
    ["past", { "retry-after": undefined, "x-ratelimit-reset": String(START / 1000 - 60) }, undefined],
    ["date", { "retry-after": new Date(START + 45_000).toUTCString() }, undefined],
    ["disagree", { "retry-after": "45", "x-ratelimit-reset": String(START / 1000 + 600) }, undefined],
    ["none", { "retry-after": undefined, "x-ratelimit-reset": undefined }, undefined],
  ])("told by %s", async (wait, headers, inBody) => {
    const answer = await read(BLOCKSECOPS_HOST, `?a=1${path}${wait}`);
    expect(answer.headers).toEqual(
      expect.objectContaining(Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))),
    );
    for (const [name, value] of Object.entries(headers))
      if (value === undefined) expect(answer.headers).not.toHaveProperty([name]);
    expect(answer.json).toEqual({
      error: {
        code: "RATE_LIMITED",
        message: expect.any(String),
        ...(inBody === undefined ? {} : { retry_after: inBody }),
      },
    });
  });
});

describe("what goes wrong on the way", () => {
  test("a truncated body announces JSON and ends in the middle", async () => {
    const answer = await read(URBLOCK_HOST, "?simulate=truncated");
    expect([answer.status, answer.json, answer.text.length > 0]).toEqual([500, undefined, true]);
    expect(answer.lost).toContain("INTERNAL_ERROR");
  });

  test("a dropped request gets no header", async () => {
    expect(await read(URBLOCK_HOST, "?simulate=dropped")).toMatchObject({ status: 0, text: "" });
  });

  test("a gateway's page is HTML without counters", async () => {
    const answer = await read(CHAINGUARD_HOST, "?simulate=gateway-502");
    expect([answer.status, answer.headers["content-type"], answer.headers["x-ratelimit-limit"]]).toEqual([
      502,
      "text/html",
      undefined,
    ]);
  });

  test("a huge error is whole", async () => {
    expect((await read(BLOCKSECOPS_HOST, "?simulate=huge")).text.length).toBeGreaterThan(HUGE_BYTES);
  });

  test("a known ETag is answered 304 without a body", async () => {
    const first = await read(URBLOCK_HOST, "?simulate=not-modified");
    const headers = { ...KEYS[URBLOCK_HOST], "if-none-match": first.headers["etag"] ?? "" };
    const second = await client.ask(URBLOCK_HOST, "/v1/tokens?simulate=not-modified", { headers });
    expect([first.status, second.status, second.text]).toEqual([200, 304, ""]);
  });

  test("a reply from something in front of the API has no CORS headers", async () => {
    const answer = await read(URBLOCK_HOST, "?simulate=cors-blocked");
    expect([answer.status, answer.headers["access-control-allow-origin"]]).toEqual([401, undefined]);
  });

  test("an origin that the Urblock tenant took off its list gets no CORS headers, on errors either", async () => {
    standIn.setUrblockOrigins([]);
    const answer = await client.ask(URBLOCK_HOST, "/v1/tokens");
    expect([answer.status, answer.headers["access-control-allow-origin"]]).toEqual([401, undefined]);
    expect((await read(CHAINGUARD_HOST)).headers["access-control-allow-origin"]).toBe(DEMO_ORIGIN);
  });
});

test("a clock that is off shows in Date and in resets", async () => {
  standIn.setClockOffset(-300_000);
  const { headers } = await read(URBLOCK_HOST);
  expect(headers["date"]).toBe(new Date(START - 300_000).toUTCString());
  expect(headers["x-ratelimit-reset"]).toBe(String(START / 1000 - 300 + 60));
});

test("requests are listed with their host, headers, body and status", async () => {
  await client.ask(URBLOCK_HOST, "/auth/login?x=1", {
    method: "POST",
    body: '{"email":"dev@mintboard.example","password":"no"}',
  });
  expect(standIn.requests).toEqual([
    expect.objectContaining({
      at: START,
      method: "POST",
      host: URBLOCK_HOST,
      path: "/auth/login",
      url: "/auth/login?x=1",
      body: expect.stringContaining('"no"'),
      status: 401,
    }),
  ]);
});

test("another host of the page is no API, and a host that nobody asked for is refused", async () => {
  expect((await client.ask(OTHER_HOST, "/thing.json")).json).toEqual({ from: OTHER_HOST });
  expect((await client.ask("api.elsewhere.example", "/")).status).toBe(421);
});
