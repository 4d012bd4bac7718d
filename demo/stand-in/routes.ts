import type { Call, Reply } from "./call.ts";

/** Values of the `:name` parts of a route, decoded. */
export type PathValues = Readonly<Record<string, string>>;
export type Route = {
  readonly method: string;
  readonly pattern: string;
  readonly answer: (call: Call, values: PathValues) => Reply;
};

/** "GET /v1/tokens/:id" and what answers it. */
export function route(request: string, answer: Route["answer"]): Route {
  const [method, pattern] = request.split(" ");
  return { method: method ?? "GET", pattern: pattern ?? "/", answer };
}

/** The first route that fits, or null. */
export function findRoute(
  routes: readonly Route[],
  call: Call,
): { readonly route: Route; readonly values: PathValues } | null {
  const parts = call.path.split("/");
  for (const candidate of routes) {
    if (candidate.method !== call.method) continue;
    const values = match(candidate.pattern.split("/"), parts);
    if (values !== null) return { route: candidate, values };
  }
  return null;
}

function match(pattern: readonly string[], parts: readonly string[]): PathValues | null {
  if (pattern.length !== parts.length) return null;
  const values: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const part = parts[index] ?? "";
    if (wanted.startsWith(":")) values[wanted.slice(1)] = decoded(part);
    else if (wanted !== part) return null;
  }
  return values;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
