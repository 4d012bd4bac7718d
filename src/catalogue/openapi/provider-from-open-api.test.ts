import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readProvider } from "../read-provider.ts";
import { providerFromOpenApi } from "./provider-from-open-api.ts";

const ERROR = {
  type: "object",
  properties: {
    error: {
      type: "object",
      properties: {
        code: { type: "string", enum: ["pet_not_found", "PET_ASLEEP"] },
        message: { type: "string", example: "There is no such pet." },
        param: { type: "string" },
        request_id: { type: "string" },
      },
    },
  },
};

function description(members: object = {}) {
  return {
    openapi: "3.1.0",
    info: { title: "Pet Shop API", version: "1" },
    servers: [{ url: "https://api.pets.test/v1" }],
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: { Error: ERROR },
      responses: {
        Missing: {
          description: "No such pet.",
          headers: { "X-Request-Id": {}, "X-RateLimit-Limit": {}, "X-RateLimit-Remaining": {} },
          content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
        },
      },
    },
    paths: { "/pets/{id}": { get: { responses: { "200": {}, "404": { $ref: "#/components/responses/Missing" } } } } },
    ...members,
  };
}

function drafted(value: unknown) {
  const draft = providerFromOpenApi(value);
  if (!draft.ok) throw new Error(draft.problem);
  return draft;
}

const answer = (content: object) => ({
  paths: { "/x": { post: { responses: { "409": { content: { "application/json": content } } } } } },
});

describe("given a description with all that is needed", () => {
  test("the draft is a valid document with hosts, shape, codes, statuses and places of keys", () => {
    const { document, missing } = drafted(description());
    expect(readProvider(document).ok).toBe(true);
    expect(document).toMatchObject({
      id: "pet-shop-api",
      name: "Pet Shop API",
      hosts: [{ host: "api.pets.test" }],
      authentication: { headers: [{ name: "Authorization", scheme: "Bearer" }], jwt: true },
      envelopes: [
        { code: "/error/code", message: "/error/message", field: ["/error/param"], requestId: "/error/request_id" },
      ],
      codes: { pet_not_found: { title: "Pet not found", status: 404 }, PET_ASLEEP: { title: "Pet asleep" } },
      statuses: { "404": { title: "No such pet", meaning: "No such pet." } },
      requestId: { headers: [{ name: "X-Request-Id" }] },
      rateLimit: { headers: { limit: "X-RateLimit-Limit", remaining: "X-RateLimit-Remaining" } },
    });
    expect(missing.join(" ")).toMatch(/retry.*redaction/s);
  });

  test("codes that only stand in examples are found, and one with two statuses has none", () => {
    const example = { error: { code: "busy", message: "Try later" } };
    const response = (value: object) => ({ content: { "application/problem+json": { examples: { one: { value } } } } });
    const paths = { "/x": { put: { responses: { "409": response(example), "503": response(example) } } } };
    const { codes } = drafted(description({ paths })).document;
    expect(codes["busy"]).toMatchObject({ status: null });
    expect(codes["busy"]?.unstated?.join(" ")).toMatch(/409, 503/);
  });

  test("schemas made of parts are put together", () => {
    const parts = { allOf: [{ $ref: "#/components/schemas/Error" }, { properties: { timestamp: {} } }] };
    expect(drafted(description(answer({ schema: parts }))).document.envelopes[0]).toMatchObject({
      code: "/error/code",
      timestamp: "/timestamp",
    });
  });
});

describe("servers become hosts", () => {
  const hosts = (...servers: readonly object[]) =>
    drafted(description({ servers })).document.hosts.map(({ host, environment }) =>
      `${host} ${environment ?? ""}`.trim(),
    );

  test("variables take their listed values, an open first label becomes a wildcard", () => {
    const variables = { region: { default: "eu", enum: ["eu", "us"] }, tenant: { default: "demo" } };
    expect(hosts({ url: "https://{region}.pets.test", variables })).toEqual(["eu.pets.test", "us.pets.test"]);
    expect(hosts({ url: "https://{tenant}.pets.test/v1", variables })).toEqual(["*.pets.test"]);
  });

  test("local and staging servers are taken with their port, the latter marked", () => {
    expect(
      hosts(
        { url: "http://localhost:4010" },
        { url: "https://api-staging.pets.test" },
        { url: "https://b.test", description: "Sandbox" },
      ),
    ).toEqual(["localhost:4010", "api-staging.pets.test staging", "b.test staging"]);
  });

  test("a relative server is named as missing", () => {
    const { document, missing } = drafted(description({ servers: [{ url: "/v1" }] }));
    expect(document.hosts).toEqual([]);
    expect(missing.join(" ")).toMatch(/"\/v1" names no host/);
  });
});

test("what a description does not hold is said", () => {
  const { missing } = drafted({ openapi: "3.0.3" });
  const said = missing.join("\n");
  for (const word of [/server/, /key/, /error response/, /envelopes/, /names a code/, /request id/, /rate-limit/])
    expect(said).toMatch(word);
});

test.each([
  ["nothing", null, /the member "openapi"/],
  ["a list", [], /the member "openapi"/],
  ["Swagger 2", { swagger: "2.0" }, /Swagger 2/],
  ["no version", { info: {} }, /3\.x/],
  ["another version", { openapi: "4.0.0" }, /3\.x/],
])("%s is refused in words", (_, value, problem) => {
  expect(providerFromOpenApi(value)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) });
});

describe("hostile descriptions", () => {
  test("schemas and references that go round in circles end", () => {
    const loop = {
      properties: { again: { $ref: "#/components/schemas/Loop" }, more: { $ref: "#/components/schemas/Loop" } },
    };
    const all = { allOf: [{ $ref: "#/components/schemas/All" }, { $ref: "#/components/schemas/All" }] };
    const schemas = { Loop: loop, All: all, Self: { $ref: "#/components/schemas/Self" } };
    for (const name of Object.keys(schemas)) {
      const value = description({
        ...answer({ schema: { $ref: `#/components/schemas/${name}` } }),
        components: { schemas },
      });
      expect(providerFromOpenApi(value).ok).toBe(true);
    }
  });

  test("a code named __proto__ is left out", () => {
    const schema = { properties: { code: { enum: ["__proto__", "constructor", "fine"] } } };
    expect(Object.keys(drafted(description(answer({ schema }))).document.codes)).toEqual(["fine"]);
  });

  test("a schema that many operations share is gone through once", () => {
    let reads = 0;
    const shared = {
      get properties() {
        reads += 1;
        return { code: { enum: ["x_y"] } };
      },
    };
    const content = { "application/json": { schema: { $ref: "#/components/schemas/Shared" } } };
    const operation = () => ({ get: { responses: { "400": { description: "No.", content } } } });
    const paths = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`/p${index}`, operation()]));
    const draft = providerFromOpenApi({ openapi: "3.1.0", paths, components: { schemas: { Shared: shared } } });
    expect([draft.ok, reads]).toEqual([true, 1]);
  });

  test("no value makes it throw, and whatever has servers drafts a document that can be read or says why not", () => {
    const piece = fc.oneof(fc.anything(), fc.constantFrom(ERROR, { $ref: "#/components" }, { $ref: 1 }));
    const shape = fc.record(
      {
        openapi: fc.constant("3.0.0"),
        servers: fc.array(fc.record({ url: fc.oneof(fc.string(), fc.webUrl()), variables: piece })),
        info: fc.record({ title: fc.string() }),
        components: piece,
        paths: fc.dictionary(
          fc.string(),
          fc.record({
            get: fc.record({
              responses: fc.dictionary(
                fc.constantFrom("400", "4XX", "default"),
                fc.record({
                  description: fc.string(),
                  content: fc.record({ "application/json": fc.record({ schema: piece, example: piece }) }),
                }),
              ),
            }),
          }),
        ),
      },
      { requiredKeys: ["openapi"] },
    );
    fc.assert(
      fc.property(fc.oneof(shape, fc.anything()), (value) => {
        const draft = providerFromOpenApi(value);
        if (!draft.ok) return;
        const read = readProvider(draft.document);
        if (!read.ok) expect(draft.missing.join("\n")).toContain(read.problems[0]?.message);
      }),
      { numRuns: 500 },
    );
  });
});
