import { describe, expect, test } from "vitest";
import { report } from "./report.ts";
import { harEntry, type CorpusEntry } from "./testing/corpus/case.ts";
import { eventOf, providers } from "./testing/formats.ts";

const base64url = (value: object): string => btoa(JSON.stringify(value)).replaceAll("=", "");
const plain = (body: string): CorpusEntry => ({ body, type: "text/plain" });
const numbered = (count: number, line: (index: number) => string, between: string): CorpusEntry =>
  plain(Array.from({ length: Math.ceil(count) }, (_, index) => line(index)).join(between));

/** Answers made to be slow: each gives about `size` thousand characters of the same. */
const HOSTILE: Readonly<Record<string, (size: number) => CorpusEntry>> = {
  "JWTs of one issuer": (size) =>
    numbered(
      size * 6,
      (index) =>
        `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url({ iss: "https://auth.example.test/", sub: `${index}` })}.${btoa(`signature ${index * 7919} of it`).replaceAll("=", "")}`,
      '","',
    ),
  "keys of one prefix": (size) =>
    numbered(size * 20, (index) => `sk_live_EXAMPLE${(index * 7919).toString(36)}q7ZmT0kEnPaRtOfIt`, "\n"),
  "lines that end in CR": (size) => plain("data:\r".repeat(size * 160)),
  "lines that end in LF": (size) => plain("data: x\n".repeat(size * 120)),
  "empty lines": (size) => plain("\n".repeat(size * 1000)),
  "dots after a token": (size) => plain(`eyJhbGciOiJIUzI1NiJ9${"..".repeat(size * 500)}x`),
  backslashes: (size) => plain(`${"\\".repeat(size * 1000)}x`),
  "trailing punctuation": (size) => plain(`Bearer abc1${".,".repeat(size * 500)}x token: ${"!)".repeat(size * 500)}x`),
  "starts of private keys": (size) => plain("-----BEGIN PRIVATE KEY-----\n".repeat(size * 20)),
  "names without values": (size) => plain("token:\n".repeat(size * 100)),
  "slashes of addresses": (size) => plain("://".repeat(size * 300)),
  "at signs": (size) => plain("a@".repeat(size * 500)),
  "brackets that open": (size) => plain("[{".repeat(size * 500)),
  "comments that never end": (size) => plain("{/*".repeat(size * 300)),
};

/** Eight times the text may take this many times as long: linear is 8, quadratic 64, the rest is noise. */
const TIMES_LARGER = 8;
const MOST = 30;
/** Below this a ratio says nothing. */
const SHORTEST_MS = 12;

function milliseconds(entry: CorpusEntry): number {
  const event = eventOf(harEntry(entry));
  const once = (): number => {
    const began = performance.now();
    report([event], { format: "har", providers, version: "1", now: 0 });
    return performance.now() - began;
  };
  return Math.min(once(), once());
}

describe("the time to redact grows no faster than the text with", () => {
  test.each(Object.entries(HOSTILE))(
    "%s",
    (_, make) => {
      const small = Math.max(SHORTEST_MS, milliseconds(make(6)));
      expect(milliseconds(make(6 * TIMES_LARGER)) / small).toBeLessThan(MOST);
    },
    60_000,
  );
});
