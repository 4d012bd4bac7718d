import fc from "fast-check";

/** What programs stumble over, beside random data: names of an object's own members, huge numbers, odd characters. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "",
    "__proto__",
    "constructor",
    "toString",
    "\u0000",
    "\ufeff",
    "\ud800",
    "\u202e",
    "%",
    "%zz",
    "\\",
    "`",
    '"',
    "'",
    "\r\n",
    "<script>",
    "]]>",
    "{",
    "[[[[",
    "1e400",
    "-0",
    "9".repeat(400),
    "a".repeat(5000),
    "https://api.urblock.io/v1/tokens?a=%2",
    "Bearer ",
    "2024-02-30T25:61:61Z",
  ),
  fc.string({ maxLength: 60, unit: "binary" }),
);

const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(null, true, 0, -1, NaN, Infinity, 2 ** 53, 1e300, [], {}),
  fc.integer(),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Where and how a value is changed: paths are taken modulo what is there. */
type Change = {
  readonly path: readonly number[];
  readonly how: "replace" | "remove" | "repeat" | "cut";
  readonly by: unknown;
};

const change: fc.Arbitrary<Change> = fc.record({
  path: fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
  how: fc.constantFrom("replace", "replace", "remove", "repeat", "cut"),
  by: oddValue,
});

/** One of the given JSON values with a few places of it changed: near enough to real data to get deep into a reader. */
export function mutated(originals: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.nat(originals.length - 1), fc.array(change, { maxLength: 5 }))
    .map(([index, changes]) => changes.reduce((value, next) => changed(value, next, 0), originals[index]));
}

function changed(value: unknown, { path, how, by }: Change, depth: number): unknown {
  const step = path[depth];
  if (step === undefined || typeof value !== "object" || value === null) return replaced(value, how, by);
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (list.length === 0) return how === "repeat" ? [by] : list;
    const at = step % list.length;
    if (depth === path.length - 1 && how === "remove") return list.toSpliced(at, 1);
    if (depth === path.length - 1 && how === "repeat") return list.toSpliced(at, 0, list[at]);
    return list.with(at, changed(list[at], { path, how, by }, depth + 1));
  }
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const entry = entries[step % Math.max(1, entries.length)];
  if (entry === undefined) return { ...value, [textOf(by)]: by };
  const [name, inner] = entry;
  if (depth === path.length - 1 && how === "remove") return Object.fromEntries(entries.filter(([own]) => own !== name));
  return Object.fromEntries(
    entries.map(([own, kept]) => [own, own === name ? changed(inner, { path, how, by }, depth + 1) : kept]),
  );
}

function replaced(value: unknown, how: Change["how"], by: unknown): unknown {
  if (typeof value !== "string" || how === "replace") return by;
  if (how === "cut") return value.slice(0, Math.floor(value.length / 2));
  return how === "repeat" ? `${value}${value}` : `${value}${textOf(by)}`;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
