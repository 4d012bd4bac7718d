import type { Provider } from "../../catalogue/provider.ts";
import { readProvider } from "../../catalogue/read-provider.ts";

export type SourceProblem = { readonly path: string; readonly message: string };
export type ReadSource =
  | { readonly ok: true; readonly provider: Provider }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/** Reads the text of a document. */
export function readOwnSource(source: string, _shipped: readonly Provider[]): ReadSource {
  try {
    return readProvider(JSON.parse(source));
  } catch (error) {
    return { ok: false, problems: [{ path: "", message: error instanceof Error ? error.message : "" }] };
  }
}
