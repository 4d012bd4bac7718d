import { describe, expect, test } from "vitest";
import { createHeaderPool } from "./header-pool.ts";

describe("a pool of header lines", () => {
  test("gives an equal line as the same object, and keeps spellings of the name apart", () => {
    const pool = createHeaderPool();
    const first = pool("Accept", "*/*");
    expect(pool("Accept", "*/*")).toBe(first);
    expect(pool("accept", "*/*")).toEqual({ name: "accept", value: "*/*" });
    expect(pool("Accept", "text/html")).toEqual({ name: "Accept", value: "text/html" });
  });

  test("stays right, and bounded, however many different lines come", () => {
    const pool = createHeaderPool();
    const first = pool("date", "0");
    for (let index = 1; index < 1000; index += 1) expect(pool("date", String(index)).value).toBe(String(index));
    // Forgotten in between, so a new object; kept for ever it would be the same.
    expect(pool("date", "0")).not.toBe(first);
    expect(pool("date", "0")).toEqual(first);
  });

  test("takes names of an object's own members for what they are", () => {
    expect(createHeaderPool()("__proto__", "constructor")).toEqual({ name: "__proto__", value: "constructor" });
  });
});
