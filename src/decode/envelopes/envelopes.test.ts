import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generic } from "../testing/generic.ts";

const detail = (type: string, members: object) => ({ "@type": `type.googleapis.com/google.rpc.${type}`, ...members });

describe("the field an error is about", () => {
  test.each([
    ["FastAPI", 422, { detail: [{ loc: ["body", "user", "email"], msg: "required", type: "missing" }] }, "user.email"],
    ["FastAPI, of a whole body", 422, { detail: [{ loc: ["body"], msg: "required", type: "missing" }] }, "body"],
    ["Laravel", 422, { message: "No.", errors: { "items.0.price": ["No."] } }, "items.0.price"],
    ["ASP.NET", 400, { type: "about:blank", title: "No", status: 400, errors: { Email: ["No."] } }, "Email"],
    [
      "JSON:API",
      422,
      { errors: [{ detail: "No", source: { pointer: "/data/attributes/name" } }] },
      "/data/attributes/name",
    ],
    ["GraphQL", 200, { data: { a: 1 }, errors: [{ message: "no", path: ["user", 0, "email"] }] }, "user.0.email"],
    ["Stripe-like", 400, { error: { type: "invalid_request_error", message: "No", param: "amount" } }, "amount"],
    ["OData", 400, { error: { code: "Bad", message: "No", target: "location" } }, "location"],
    [
      "Google",
      400,
      {
        error: {
          code: 400,
          status: "INVALID_ARGUMENT",
          message: "x",
          details: [detail("Help", {}), detail("BadRequest", { fieldViolations: [{ field: "page_size" }] })],
        },
      },
      "page_size",
    ],
  ])("%s", (_, status, body, field) => expect(generic({ status, body }).field).toBe(field));
});

describe("a stated wait is taken into the advice", () => {
  test.each([
    [
      "Google's RetryInfo",
      429,
      {
        error: {
          code: 429,
          status: "RESOURCE_EXHAUSTED",
          message: "x",
          details: [detail("RetryInfo", { retryDelay: "30s" })],
        },
      },
      30,
    ],
    ["a Telegram bot's", 429, { ok: false, error_code: 429, description: "x", parameters: { retry_after: 5 } }, 5],
    [
      "a GraphQL error's under 200",
      200,
      { errors: [{ message: "x", extensions: { code: "THROTTLED", retryAfter: 7 } }] },
      7,
    ],
    [
      "an Ethereum node's under 200",
      200,
      { jsonrpc: "2.0", id: 1, error: { code: -32005, message: "x", data: { backoff_seconds: 9 } } },
      9,
    ],
  ])("%s", (_, status, body, waitSeconds) => {
    expect(generic({ status, body }).advice).toMatchObject({ retry: "after-delay", waitSeconds, basis: "body" });
  });
});

describe("what else is read", () => {
  test("Google's ErrorInfo gives the reason as the type, RequestInfo the request id", () => {
    const details = [detail("ErrorInfo", { reason: "API_DISABLED" }), detail("RequestInfo", { requestId: "r-1" })];
    const body = { error: { code: 403, status: "PERMISSION_DENIED", message: "x", details } };
    expect(generic({ status: 403, body })).toMatchObject({
      type: "API_DISABLED",
      requestId: { value: "r-1", from: "body" },
    });
  });

  test("a bearer challenge gives error, description and the scope that is asked for", () => {
    const responseHeaders = {
      "WWW-Authenticate":
        'Basic realm="x", Bearer realm="api", scope="write:things", error="insufficient_scope", error_description="Say \\"please\\""',
    };
    const event = generic({ status: 403, body: "", responseHeaders });
    expect(event).toMatchObject({ code: "insufficient_scope", message: 'Say "please"', meaning: "known" });
    expect(event.notes.join(" ")).toContain("write:things");
  });

  test("the status that the body states is compared with HTTP's", () => {
    const body = { type: "about:blank", title: "Gone", status: 410 };
    expect(generic({ status: 400, body }).notes).toContain("The body says status 410, HTTP says 400.");
  });

  test("the server's own sentence is the headline of a code that no catalogue has, and nothing is said twice", () => {
    const event = generic({ status: 409, body: { error: { code: "ORDER_LOCKED", message: "Locked." } } });
    expect(event).toMatchObject({ title: "Locked.", meaning: "unknown-code", code: "ORDER_LOCKED" });
    expect(event.docs).toBe("https://www.rfc-editor.org/rfc/rfc9110#section-15.5.10");
    const said = [event.explanation, event.advice.reason, ...event.notes].join(" ");
    expect(said.match(/catalogue|document/g)).toHaveLength(1);
    expect(said).not.toContain("Locked.");
  });

  test("a code without a sentence is shown with what HTTP says of the status", () => {
    const event = generic({ status: 409, body: { error: { code: "ORDER_LOCKED" } } });
    expect(event).toMatchObject({ title: "Conflict: ORDER_LOCKED", code: "ORDER_LOCKED" });
  });

  test("rows are named by host and port", () => {
    expect(generic({ url: "https://api.other.test:8443/x", status: 404, body: {} }).providerName).toBe(
      "api.other.test:8443",
    );
  });
});

describe("several answers in one body", () => {
  const call = (id: number, error?: object) => ({
    jsonrpc: "2.0",
    id,
    ...(error === undefined ? { result: 1 } : { error }),
  });

  test("a JSON-RPC batch is read call by call", () => {
    const event = generic({
      body: [call(1), call(2, { code: -32601, message: "no" }), call(3, { code: 4001, message: "x" })],
    });
    expect(event.items).toEqual([
      { label: "1", status: null, failed: false, code: null, message: null, retry: null },
      { label: "2", status: null, failed: true, code: "-32601", message: "no", retry: "no" },
      { label: "3", status: null, failed: true, code: "4001", message: "x", retry: "no" },
    ]);
    expect(event.notes).toContain("2 of 3 parts failed: 2 (-32601), 3 (4001).");
  });

  test("a 207 is read part by part, with bodies inside that are objects or texts", () => {
    const parts = [
      { id: "a", status: 200 },
      { id: "b", status: 422, body: '{"detail":"No"}' },
      { id: "c", status: 503 },
    ];
    expect(
      generic({ status: 207, body: { responses: parts } }).items?.map(({ label, status, failed, retry }) => [
        label,
        status,
        failed,
        retry,
      ]),
    ).toEqual([
      ["a", 200, false, null],
      ["b", 422, true, "no"],
      ["c", 503, true, "yes"],
    ]);
  });

  test("a part of a batch beyond the first thousand is counted", () => {
    const body = Array.from({ length: 1_200 }, (_, id) => ({ id, status: id === 0 ? 500 : 200 }));
    const event = generic({ status: 207, body });
    expect(event.items).toHaveLength(1_000);
    expect(event.notes.join(" ")).toContain("Of 1200 parts only the first 1000 were read.");
  });

  test("the errors of one GraphQL answer are read one by one, named by their paths", () => {
    const errors = [
      { message: "No.", path: ["user", "email"], extensions: { code: "FORBIDDEN" } },
      { message: "Odd.", locations: [{ line: 1, column: 2 }] },
    ];
    expect(generic({ body: { data: { user: { email: null } }, errors } }).items).toEqual([
      { label: "user.email", status: null, failed: true, code: "FORBIDDEN", message: "No.", retry: "no" },
      { label: "2", status: null, failed: true, code: null, message: "Odd.", retry: null },
    ]);
    expect(generic({ body: { data: null, errors: errors.slice(0, 1) } }).items).toBeUndefined();
  });

  test("where every part failed, the title says so", () => {
    expect(generic({ status: 207, body: [{ id: 1, status: 500 }] }).title).toBe("Every part of the request failed");
  });

  test("of WebDAV, resources that failed count and missing properties do not", () => {
    const body =
      '<D:multistatus xmlns:D="DAV:"><D:response><D:href>/a</D:href><D:propstat><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>' +
      "<D:response><D:href>/b</D:href><D:status>HTTP/1.1 423 Locked</D:status></D:response></D:multistatus>";
    expect(generic({ status: 207, body }).items).toMatchObject([
      { label: "/a", failed: false },
      { label: "/b", status: 423, failed: true },
    ]);
  });
});

describe("gateways", () => {
  const html = "<html><head><title>Oops</title></head><body>Our own error page</body></html>";
  test("a page of the API's own behind a gateway is not taken for the gateway's", () => {
    for (const Server of ["cloudflare", "nginx", "CloudFront", "awselb/2.0"]) {
      const event = generic({
        status: 503,
        body: Server === "CloudFront" ? "<p>Oops" : html,
        responseHeaders: { Server },
      });
      expect(event.explanation).not.toContain("It is a page of");
    }
  });

  test("Cloudflare's own numbers are explained", () => {
    const event = generic({ status: 429, body: "error code: 1015", responseHeaders: { Server: "cloudflare" } });
    expect(event.explanation).toMatch(/error 1015.*rate limit/);
  });
});

describe("never throws and never slows down", () => {
  const NAMES =
    "error errors message code status title type detail details jsonrpc id data path locations extensions success ok " +
    "__type loc msg responses items timestamp __proto__ constructor toString length";
  const members = fc.constantFrom(...NAMES.split(" "));
  const { tree } = fc.letrec<{ tree: unknown; value: unknown }>((tie) => ({
    value: fc.oneof(
      fc.constantFrom(null, true, false, "", "x", "2.0", 0, 404, -32601, "INVALID_ARGUMENT"),
      tie("tree"),
    ),
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.dictionary(members, tie("value"), { noNullPrototype: true, maxKeys: 5 }),
      fc.array(tie("value"), { maxLength: 3 }),
    ),
  }));

  test("given any body made of the members that errors have, any status and any headers", () => {
    const headers = fc.dictionary(
      fc.constantFrom("WWW-Authenticate", "x-amzn-errortype", "Server", "x-ms-request-id", "Retry-After"),
      fc.string({ unit: "binary", maxLength: 60 }),
    );
    fc.assert(
      fc.property(
        tree,
        headers,
        fc.constantFrom(0, 200, 207, 400, 401, 429, 500, 522),
        (body, responseHeaders, status) => {
          const event = generic({ status, body, responseHeaders });
          expect(JSON.parse(JSON.stringify(event))).toEqual(event);
          expect(event.title.length).toBeLessThanOrEqual(160);
          expect(event.outcome === "failure").toBe(event.title !== "");
        },
      ),
      { numRuns: 200 },
    );
  }, 30_000);

  const big = 400_000;
  test.each([
    [
      "a list of 20,000 errors",
      JSON.stringify({ errors: Array.from({ length: 20_000 }, () => ({ message: "x", path: ["a"] })) }),
    ],
    ["100,000 levels", `{"error":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
    [
      "an object of 50,000 members",
      JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`m${index}`, 1]))),
    ],
    ["an endless quoted parameter", ""],
    ["many starts of tags", "<".repeat(big)],
    ["many starts of responses", "<D:response>".repeat(big / 12)],
    ["many spaces", `<hr>${" ".repeat(big)}<center>`],
    ["many codes", `Error ${"<a ".repeat(big / 3)}`],
  ])(
    "given %s, answers at once",
    (_, body) => {
      const responseHeaders = { "WWW-Authenticate": `Bearer error="${'\\"'.repeat(50_000)}`, Server: "cloudflare" };
      const startedAt = performance.now();
      for (const status of [200, 207, 401, 503]) generic({ status, body, responseHeaders });
      // A thousand times what it takes; a quadratic reading would need minutes.
      expect(performance.now() - startedAt).toBeLessThan(10_000);
    },
    30_000,
  );
});
