import fc from "fast-check";
import { expect, test } from "vitest";
import { readProvider } from "./read-provider.ts";
import { aCodeEntry, aProvider } from "./testing/a-provider.ts";

const paths = (value: unknown) => {
  const read = readProvider(value);
  return read.ok ? [] : read.problems.map((problem) => problem.path);
};

test("a valid document is returned as it is", () => {
  const document = aProvider({ codes: { FORBIDDEN: aCodeEntry() } });
  expect(readProvider(document)).toEqual({ ok: true, provider: document });
});

test("a misspelt member, a missing one and a wrong value are each named by their place", () => {
  const { title: _, ...untitled } = aCodeEntry();
  const document = { ...aProvider(), nmae: "x", codes: { "A/B": { ...untitled, status: 9000 } } };
  expect(paths(document).toSorted()).toEqual(["/codes/A~1B/status", "/codes/A~1B/title", "/nmae"]);
});

test("a title over 60 characters is refused", () => {
  expect(paths(aProvider({ codes: { X: aCodeEntry({ title: "x".repeat(61) }) } }))).toEqual(["/codes/X/title"]);
});

test.each(["__proto__", "constructor", "prototype"])("a member named %s is refused and changes no prototype", (key) => {
  const hostile: unknown = JSON.parse(`{"codes": {"${key}": {"polluted": true}}}`);
  expect(paths(hostile)).toEqual([`/codes/${key}`]);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("a document nested without end is refused", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic["self"] = cyclic;
  expect(readProvider(cyclic)).toMatchObject({ ok: false, problems: [{ message: "nested deeper than 16 levels" }] });
});

test("no value makes it throw", () => {
  fc.assert(fc.property(fc.anything(), (value) => !readProvider(value).ok));
  const trap = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error("no");
      },
    },
  );
  expect(readProvider(trap)).toMatchObject({ ok: false });
});
