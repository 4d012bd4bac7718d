import { expect, test } from "vitest";
import type { Call, Reply } from "./call.ts";
import type { FaultSource } from "./faults.ts";
import { HEADER_COUNT, HOSTILE_NAMES, hostileReply, LONG_CODE } from "./hostile.ts";
import { URBLOCK_HOST } from "./hosts.ts";
import { envelope } from "./urblock-fail.ts";

const CALL: Call = {
  method: "GET",
  host: URBLOCK_HOST,
  path: "/v1/tokens",
  query: new URLSearchParams(),
  headers: {},
  body: Buffer.of(),
  bodyBytes: 0,
  now: 0,
};
const API: FaultSource = {
  errors: [],
  handle: () => ({ status: 200, headers: {}, body: "" }),
  errorReply: (error) => envelope(error),
};

function reply(name: string): Reply | null {
  return hostileReply(name, CALL, API);
}

// The two that take a second to make are left to the end-to-end tests.
test.each(HOSTILE_NAMES.filter((name) => !/large|gzip/.test(name)))("%s is an error of the API", (name) => {
  expect(reply(name)?.status).toBe(500);
});

test("a word that is no hostile reply is none, not even one that every object knows", () => {
  for (const name of ["constructor", "__proto__", "huge"]) expect(reply(name)).toBeNull();
});

test("what should be valid JSON is: deep nesting, prototype names and hostile texts", () => {
  for (const name of ["hostile-deep", "hostile-prototype", "hostile-controls", "hostile-markup"])
    expect(() => JSON.parse(String(reply(name)?.body)), name).not.toThrow();
});

test("the many headers are many, and the long code is long", () => {
  expect(Object.keys(reply("hostile-many-headers")?.headers ?? {}).length).toBeGreaterThan(HEADER_COUNT);
  expect(String(reply("hostile-long-code")?.body).length).toBeGreaterThan(LONG_CODE * 0.99);
});
