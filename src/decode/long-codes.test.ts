import { expect, test } from "vitest";
import { anEntry } from "../exchange/testing/an-entry.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { allProviders } from "../providers/testing/sample-files.ts";
import { decode } from "./decode.ts";

test.each([
  ["a hundred", "9".repeat(100)],
  ["twenty", "12345678901234567890"],
])("a numeric code of %s digits stays as the server wrote it", (_count, digits) => {
  const entry = anEntry({ status: 400, body: `{"error":{"type":"invalid_request","code":${digits},"message":"no"}}` });
  const read = readEntry(entry, { id: "1" });
  if (!read.ok) throw new Error(read.problem);
  expect(decode(read.exchange, allProviders())?.code).toBe(digits);
});
