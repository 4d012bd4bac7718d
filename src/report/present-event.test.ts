import { describe, expect, test } from "vitest";
import { generic } from "../decode/testing/generic.ts";
import { AUTHENTICATION } from "./testing/corpus/authentication.ts";
import { harEntry } from "./testing/corpus/case.ts";
import { ECHOES } from "./testing/corpus/echoes.ts";
import { BODIES, NAMES, URLS } from "./testing/corpus/places.ts";
import { eventOf, providers } from "./testing/formats.ts";
import { leaksOf } from "./testing/leaks.ts";
import { presentEvent } from "./present-event.ts";

describe("an event on a shared screen", () => {
  test.each([
    ["credentials", AUTHENTICATION],
    ["addresses", URLS],
    ["named members", NAMES],
    ["bodies", BODIES],
    ["echoes", ECHOES],
  ] as const)("holds no secret of the corpus: %s", (_group, cases) => {
    const leaks = cases.flatMap(({ name, entry, secrets }) => {
      const shown = JSON.stringify(presentEvent(eventOf(harEntry(entry)), providers).event);
      return secrets.filter((secret) => leaksOf(shown, secret).length > 0).map((secret) => `${name}: ${secret}`);
    });
    expect(leaks).toEqual([]);
  });

  test("keeps what it is read for", () => {
    const event = eventOf(
      harEntry({
        requestHeaders: [["x-request-id", "req_abc123def456"]],
        body: '{"error":{"code":"invalid_field","message":"The token has expired."}}',
      }),
    );
    const shown = presentEvent(event, providers).event;
    expect(shown).toEqual({ ...event, exchange: { ...event.exchange, pageRef: null } });
  });

  test("shows the answers of a batch, without what they give away", () => {
    const key = "sk_live_EXAMPLE4eC39HqLyjWDarjtT1";
    const body = JSON.stringify({
      results: [
        { id: "order-1", status: 200 },
        { id: "order-2", status: 422, error: { code: "rejected", message: `The key ${key} is revoked.` } },
      ],
    });
    const shown = presentEvent(generic({ status: 207, body }), providers).event;
    expect(shown.items).toMatchObject([
      { label: "order-1", failed: false },
      {
        label: "order-2",
        failed: true,
        code: "rejected",
        message: expect.stringMatching(/^The key «redacted.* is revoked/),
      },
    ]);
  });

  test("has neither form fields nor a call stack with secrets", () => {
    const secret = "q7Wm2ZxEXAMPLE94kTnB5vLp";
    const frame = { functionName: "f", url: `https://a.test/x.js?token=${secret}`, lineNumber: 1, columnNumber: 1 };
    const entry = {
      ...harEntry({ params: [{ name: "password", value: secret }], requestType: "application/x-www-form-urlencoded" }),
      _initiator: { type: "script", stack: { callFrames: [frame] } },
    };
    const event = eventOf(entry);
    expect(leaksOf(JSON.stringify(event), secret)).not.toEqual([]);
    expect(leaksOf(JSON.stringify(presentEvent(event, providers).event), secret)).toEqual([]);
  });
});
