import type { ReadYaml } from "./read-yaml.ts";
import { providerFromOpenApi } from "../../catalogue/openapi/provider-from-open-api.ts";
import type { Providers } from "../../catalogue/provider.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import { stubFor } from "../../decode/stub-for.ts";
import { asRecord } from "../../exchange/json-fields.ts";
import type { OwnDocument } from "../../settings/own-documents.ts";
import { parseJson } from "../../web/json.ts";
import type { Draft } from "./document-editor.tsx";

/**
 * The draft that describes an event nobody has described: the stub of its code, within the user's document for that API
 * where there is one. Undefined where there is nothing to add.
 */
export function draftOfEvent(event: ApiEvent, providers: Providers, own: readonly OwnDocument[]): Draft | undefined {
  const stub = stubFor(event, providers);
  if (stub === undefined) return undefined;
  const { questions } = stub;
  const stored = own.find(({ id }) => id === event.providerId);
  const existing = stored === undefined ? undefined : asRecord(parseJson(stored.source));
  if (stored === undefined || existing === undefined) return { source: written(stub.document), questions };
  const document = {
    ...existing,
    ...withPart("codes", existing, stub.document),
    ...withPart("statuses", existing, stub.document),
  };
  return { source: written(document), replaced: stored.id, questions };
}

export type OpenApiDraft =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly problem: string };

/** The draft that an OpenAPI 3 description gives. `readYaml` reads the text where it is no JSON. */
export async function draftOfOpenApi(
  description: string,
  readYaml: (text: string) => Promise<ReadYaml>,
): Promise<OpenApiDraft> {
  const fromJson = asRecord(parseJson(description));
  const read: ReadYaml = fromJson === undefined ? await readYaml(description) : { ok: true, value: fromJson };
  if (!read.ok) return read;
  const drafted = providerFromOpenApi(read.value);
  if (!drafted.ok) return drafted;
  return { ok: true, draft: { source: written(drafted.document), questions: drafted.missing } };
}

function withPart(
  name: "codes" | "statuses",
  existing: Readonly<Record<string, unknown>>,
  added: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return added[name] === undefined ? {} : { [name]: { ...asRecord(existing[name]), ...asRecord(added[name]) } };
}

function written(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
