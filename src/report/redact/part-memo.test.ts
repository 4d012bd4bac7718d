import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "../policy.ts";
import { providerRules } from "../provider-rules.ts";
import { providers } from "../testing/formats.ts";
import type { Part } from "./part.ts";
import { newPartMemo } from "./part-memo.ts";

const rules = providerRules(providers, null);
const header = (text: string, name = "x-api-key"): Part => ({ place: { kind: "header", name }, text, rules });

test("a text that is repeated at the same place is searched once", () => {
  const memo = newPartMemo(DEFAULT_POLICY);
  const first = memo.search(header("EXAMPLEq7Wm2Zx94kTnB5vLp"));
  const second = memo.search(header("EXAMPLEq7Wm2Zx94kTnB5vLp"));
  expect([first.isRepeated, second.isRepeated]).toEqual([false, true]);
  expect(second.search).toBe(first.search);
});

test("the same text in another place or under other rules is searched by itself", () => {
  const memo = newPartMemo(DEFAULT_POLICY);
  const part = header("EXAMPLEq7Wm2Zx94kTnB5vLp");
  memo.search(part);
  expect(memo.search(header(part.text, "accept")).isRepeated).toBe(false);
  expect(memo.search({ ...part, where: "response header" }).isRepeated).toBe(false);
  expect(memo.search({ ...part, rules: { ...rules, ownAddress: "203.0.113.7" } }).isRepeated).toBe(false);
});

test("memory is bounded: a text that was not seen for long is searched again, one in use is not", () => {
  const memo = newPartMemo(DEFAULT_POLICY, 20_000);
  memo.search(header("unused value"));
  memo.search(header("value in use"));
  for (let count = 0; count < 25; count++) {
    memo.search(header(`${count} ${"word ".repeat(390)}`, "x-note"));
    memo.search(header("value in use"));
  }
  expect(memo.search(header("unused value")).isRepeated).toBe(false);
  expect(memo.search(header("value in use")).isRepeated).toBe(true);
});
