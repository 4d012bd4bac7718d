import { describe, expect, test } from "vitest";
import { GENERIC_PROVIDER } from "../catalogue/generic-provider.ts";
import { readDocuments } from "../catalogue/read-documents.ts";
import { withDocuments } from "../catalogue/with-documents.ts";
import { anExchange } from "../exchange/testing/an-exchange.ts";
import { allProviders } from "../providers/testing/sample-files.ts";
import { decode } from "./decode.ts";
import { stubFor } from "./stub-for.ts";
import { decoded, urblockError } from "./testing/decoded.ts";
import { generic } from "./testing/generic.ts";

const builtIn = [...allProviders().providers, GENERIC_PROVIDER];
const providers = { providers: builtIn, mappings: [] };

describe("given an unknown code of a known API", () => {
  const shape = { status: 409, body: urblockError("mint_paused", { message: "Alice, paused" }) };
  const stub = stubFor(decoded(shape), providers);

  test("the stub extends the document by this code, with what is open said as questions", () => {
    expect(stub).toMatchObject({
      document: {
        extends: "urblock",
        codes: { mint_paused: { title: "Mint paused", status: 409, source: ["recorded"] } },
      },
      path: "/codes/mint_paused",
    });
    expect(stub?.questions.join(" ")).toMatch(/mean.*causes.*Does repeating.*page/);
  });

  test("it can be used at once, and the same response is then known", () => {
    const { providers: own, problems } = readDocuments(stub?.document, builtIn);
    expect(problems).toEqual([]);
    const event = decode(anExchange(shape), { providers: withDocuments(builtIn, own), mappings: [] });
    expect(event).toMatchObject({ meaning: "known", title: "Mint paused", providerId: "urblock" });
  });

  test("nothing that was said in the response is taken over: documents are shared", () => {
    expect(JSON.stringify(stub)).not.toContain("Alice");
  });
});

describe("given an error of a host without a document", () => {
  test("the stub is a document of its own, with the places of this body", () => {
    const event = generic({
      url: "http://api.other.test:4010/x",
      status: 422,
      body: { error: { type: "invalid", code: "BAD_SIZE", message: "No", param: "size" } },
    });
    const stub = stubFor(event, { providers: [GENERIC_PROVIDER], mappings: [] });
    expect(stub?.document).toMatchObject({
      id: "api-other-test-4010",
      hosts: [{ host: "api.other.test:4010" }],
      envelopes: [
        {
          name: "Stripe-like error",
          requires: ["/error/code"],
          code: "/error/code",
          field: ["/error/param", "/error/field"],
        },
      ],
      codes: { BAD_SIZE: { title: "Bad size", status: 422 } },
    });
    expect(readDocuments(stub?.document, builtIn).problems).toEqual([]);
  });

  test("an address without a form gets a stub of its status", () => {
    const stub = stubFor(generic({ url: "http://127.0.0.1/x", status: 503, body: "<html>" }), providers);
    expect(stub?.path).toBe("/statuses/503");
    expect(readDocuments(stub?.document, builtIn).problems).toEqual([]);
  });
});

test("there is no stub of a success, of a lost answer and of what the catalogue has", () => {
  expect(stubFor(decoded({ status: 200, body: "{}" }), providers)).toBeUndefined();
  expect(stubFor(decoded({ status: 0, body: null }), providers)).toBeUndefined();
  expect(stubFor(decoded({ status: 404, body: urblockError("token_not_found") }), providers)).toBeUndefined();
});

test.each(["__proto__", "constructor", "\u001b[31m", "x".repeat(300)])(
  "a code such as %j is not made a member",
  (code) => {
    const stub = stubFor(decoded({ status: 400, body: urblockError(code) }), providers);
    expect(stub?.path).toBe("/statuses/400");
  },
);
