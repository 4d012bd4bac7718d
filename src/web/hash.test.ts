import { expect, test } from "vitest";
import { fnv1a } from "./hash.ts";

// Test vectors of draft-eastlake-fnv, section 8.2 (FNV-1a, 32 bits): one UTF-16 unit is one byte for ASCII.
test.each([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
])("the FNV-1a hash of %j is the published one", (text, expected) => {
  expect(fnv1a(text)).toBe(expected);
});
