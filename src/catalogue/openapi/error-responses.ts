import { type Fields, fieldsOf, listOf, memberOf, resolved, textOf } from "./open-api.ts";

/** One documented error response of one operation. */
export type ErrorResponse = {
  /** "404", "4XX" or "default", as written. */
  readonly status: string;
  readonly description: string | undefined;
  readonly headers: readonly string[];
  /** JSON schemas of its bodies. */
  readonly schemas: readonly Fields[];
  /** Whole bodies given as examples. */
  readonly examples: readonly unknown[];
};

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;
const MAX_RESPONSES = 5000;

/**
 * Every error response of a document's operations and components, in its order: statuses from 400 on, "4XX", "5XX" and
 * "default". Responses that many operations share come once.
 */
export function errorResponses(root: Fields): readonly ErrorResponse[] {
  const seen = new Set<Fields>();
  const found: ErrorResponse[] = [];
  for (const path of Object.values(fieldsOf(memberOf(root, "paths")))) {
    const item = resolved(root, path);
    for (const method of METHODS) {
      const responses = fieldsOf(memberOf(memberOf(item, method), "responses"));
      for (const [status, value] of Object.entries(responses)) {
        if (!/^(?:[45]\d\d|[45]XX|default)$/i.test(status)) continue;
        const response = resolved(root, value);
        // The same shared response under another status is another fact.
        const isKnown = seen.has(response) && found.some((one) => one.status === status);
        if (isKnown || found.length >= MAX_RESPONSES) continue;
        seen.add(response);
        found.push(readResponse(root, status, response));
      }
    }
  }
  return found;
}

function readResponse(root: Fields, status: string, response: Fields): ErrorResponse {
  const schemas: Fields[] = [];
  const examples: unknown[] = [];
  for (const [type, media] of Object.entries(fieldsOf(memberOf(response, "content")))) {
    if (!/json/i.test(type) && type !== "*/*") continue;
    const schema = resolved(root, memberOf(media, "schema"));
    schemas.push(schema);
    examples.push(memberOf(media, "example"), memberOf(schema, "example"), ...listOf(memberOf(schema, "examples")));
    for (const example of Object.values(fieldsOf(memberOf(media, "examples"))))
      examples.push(memberOf(resolved(root, example), "value"));
  }
  return {
    status,
    description: textOf(memberOf(response, "description")),
    headers: Object.keys(fieldsOf(memberOf(response, "headers"))),
    schemas,
    examples: examples.filter((example) => example !== undefined),
  };
}
