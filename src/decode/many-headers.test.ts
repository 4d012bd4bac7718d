import { expect, test } from "vitest";
import { anEntry } from "../exchange/testing/an-entry.ts";
import type { Header } from "../exchange/exchange.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { allProviders } from "../providers/testing/sample-files.ts";
import { auditAll } from "../timeline/audit.ts";
import { decode } from "./decode.ts";

/** How often decoding and auditing a cross-origin 429 looks at a header, if its response has this many. */
function looksAt(count: number): number {
  const entry = anEntry({
    status: 429,
    requestHeaders: { Origin: "https://shop.example.test" },
    body: '{"error":{"code":"rate_limited","message":"slow"}}',
  });
  const read = readEntry(entry, { id: "1" });
  if (!read.ok) throw new Error(read.problem);
  let looks = 0;
  const headers = Array.from({ length: count }, (_, index): Header => {
    const name = `x-h-${index}-ratelimit`;
    return {
      get name() {
        looks += 1;
        return name;
      },
      value: "v",
    };
  });
  const { exchange } = read;
  const event = decode({ ...exchange, response: { ...exchange.response, headers } }, allProviders());
  if (event === undefined) throw new Error("not decoded");
  auditAll([event]);
  return looks;
}

// In Firefox each look crosses from one page's memory to another's: 5,000 headers once took half a minute.
test("twice as many response headers take twice as many looks at them", () => {
  const [once, twice] = [looksAt(500), looksAt(1000)];
  expect(once).toBeGreaterThan(500);
  expect(twice / once).toBeLessThan(2.2);
});
