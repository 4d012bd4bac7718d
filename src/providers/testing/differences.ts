/**
 * Where `actual` lacks what `expected` asks for, one line each; empty where it has all of it. Objects may have more
 * members than expected. Of a list each expected item must be found in some actual one: by its `check` where it names
 * one (causes), else by matching as a whole. Everything else must be equal.
 */
export function differences(actual: unknown, expected: unknown, path = ""): readonly string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [line(path, actual, expected)];
    return expected.flatMap((item: unknown) => missingItem(actual, item, path));
  }
  if (isObject(expected)) {
    if (!isObject(actual)) return [line(path, actual, expected)];
    return Object.entries(expected).flatMap(([name, value]) => differences(actual[name], value, `${path}/${name}`));
  }
  return Object.is(actual, expected) ? [] : [line(path, actual, expected)];
}

function missingItem(actual: readonly unknown[], expected: unknown, path: string): readonly string[] {
  const check = isObject(expected) ? expected["check"] : undefined;
  if (typeof check === "string") {
    const sameCheck = actual.find((item) => isObject(item) && item["check"] === check);
    return differences(sameCheck, expected, `${path}[check=${check}]`);
  }
  const found = actual.some((item) => differences(item, expected).length === 0);
  return found ? [] : [line(path, actual, [expected])];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function line(path: string, actual: unknown, expected: unknown): string {
  return `${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual) ?? "nothing"}`;
}
