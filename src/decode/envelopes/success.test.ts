import { describe, expect, test } from "vitest";
import { generic } from "../testing/generic.ts";
import { SERVICE_BODIES } from "../testing/service-bodies.ts";
import LOOK_ALIKES from "../testing/look-alikes.json" with { type: "json" };
import { SUCCESS_BODIES, type SuccessBody } from "../testing/success-bodies.ts";

const NOTHING = { outcome: "success", meaning: "none", code: null, envelope: null, title: "", notes: [] };

test("there are enough ordinary answers to look at", () => {
  expect(SUCCESS_BODIES.length + SERVICE_BODIES.length).toBeGreaterThanOrEqual(200);
});

describe("an ordinary success is no failure", () => {
  test.each<SuccessBody>([
    ...SUCCESS_BODIES,
    ...SERVICE_BODIES,
    ...LOOK_ALIKES.map(([about, body]): SuccessBody => [JSON.stringify(about), body]),
  ])("%s", (_, body) => {
    for (const status of [200, 201, 202]) expect(generic({ status, body })).toMatchObject(NOTHING);
  });

  test.each([
    ["an HTML page", "<!doctype html><html><head><title>502 Bad Gateway</title></head><hr><center>nginx</center>"],
    ["nothing", ""],
    ["text that speaks of errors", "error code: 1020"],
    ["XML", "<?xml version='1.0'?><Error><Code>NoSuchKey</Code><Message>x</Message></Error>"],
    ["JSON that ends in the middle", '{"error":{"code":"x"'],
  ])("%s under 200", (_, body) => expect(generic({ body })).toMatchObject(NOTHING));

  test("a challenge in the headers of a success", () => {
    const responseHeaders = { "WWW-Authenticate": 'Bearer error="invalid_token"', "x-amzn-errortype": "X" };
    expect(generic({ body: { id: 1 }, responseHeaders })).toMatchObject(NOTHING);
  });

  test("a 207 whose parts all went well, and one whose properties alone are missing", () => {
    expect(
      generic({
        status: 207,
        body: [
          { id: 1, status: 200 },
          { id: 2, status: 204 },
        ],
      }),
    ).toMatchObject(NOTHING);
    const xml =
      '<D:multistatus xmlns:D="DAV:"><D:response><D:href>/a</D:href><D:propstat><D:prop/>' +
      "<D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response></D:multistatus>";
    expect(generic({ status: 207, body: xml, mimeType: "application/xml" })).toMatchObject(NOTHING);
  });

  test("a GraphQL answer without errors, however the request looks", () => {
    const requestBody = JSON.stringify({ query: "{ errors { message } }" });
    expect(generic({ method: "POST", requestBody, body: { data: { errors: [{ message: "x" }] } } })).toMatchObject(
      NOTHING,
    );
  });
});
