import { asRecord } from "../../exchange/json-fields.ts";
import { at, firstScalar, hasOnly, listIn, memberOf, objectIn, pathText, textIn } from "./members.ts";
import { codesFrom, type Fields, type InSuccess, type Shape } from "./shape.ts";

const DOCS = "https://spec.graphql.org/October2021/#sec-Response-Format";
const APOLLO = "https://www.apollographql.com/docs/apollo-server/data/errors";

const TOP = new Set(["data", "errors", "extensions", "hasNext", "incremental", "label", "path"]);
const ERROR: ReadonlySet<string> = new Set(
  [
    "message locations path extensions",
    // Before the specification reserved the other names, servers added their own.
    "errorType errorInfo type code name data status statusCode time_thrown debugMessage",
  ].flatMap((names) => names.split(" ")),
);

/**
 * A GraphQL response with errors, also under 200 and beside partial data. An ordinary body may have a member `errors`,
 * too: beside members no GraphQL response has, or with items that are no GraphQL errors, it is left alone.
 */
export const GRAPHQL: Shape = {
  name: "GraphQL errors",
  docs: DOCS,
  find: ({ json, fields, isGraphql }) => {
    const errors = listIn(fields, "errors");
    const looked = errors?.slice(0, MOST_LOOKED_AT) ?? [];
    if (errors === undefined || !looked.every(isError)) return undefined;
    const data = memberOf(fields, "data");
    // Some servers add members of their own: errors that have a code of GraphQL's kind, and no data, are errors all the same.
    const isCoded = looked.every(
      (error) => textIn(objectIn(asRecord(error) ?? {}, "extensions") ?? {}, "code") !== undefined,
    );
    if (!hasOnly(fields, TOP) && !(isCoded && (data === undefined || data === null))) return undefined;
    if (data !== undefined && data !== null && asRecord(data) === undefined) return undefined;
    const hasDataMember = Object.hasOwn(fields, "data");
    const isMarked = looked.every((error) => isMarkedError(error, hasDataMember)) || (hasDataMember && data === null);
    if (!isMarked && !isGraphql()) return undefined;
    const first = asRecord(errors[0]);
    const field = pathText(first?.["path"]);
    return {
      at: {
        ...at("code", firstScalar(json, CODES)),
        message: "/errors/0/message",
        ...at("type", firstScalar(json, ["/errors/0/extensions/classification", "/errors/0/extensions/type"])),
        ...(errors.length > 1 ? { details: "/errors" } : extensionsOf(first)),
        ...at("retryAfterSeconds", firstScalar(json, ["/errors/0/extensions/retryAfter"])),
        ...at("requestId", firstScalar(json, ["/extensions/requestId", "/extensions/request_id"])),
      },
      ...(field === undefined ? {} : { read: { field } }),
      inSuccess: hasData(data) ? PARTIAL : WHOLE,
      ...(errors.length > 1 ? { notes: [`The body lists ${errors.length} errors; this is the first.`] } : {}),
    };
  },
  codes: codesFrom(APOLLO, [
    [
      "GRAPHQL_PARSE_FAILED",
      "The query has a syntax error",
      "The GraphQL document could not be parsed, so nothing was executed.",
      "no",
      "The query has to be changed.",
    ],
    [
      "GRAPHQL_VALIDATION_FAILED",
      "The query does not fit the schema",
      "The query asks for something the schema does not have, so nothing was executed.",
      "no",
      "The query has to be changed.",
    ],
    [
      "BAD_USER_INPUT",
      "An argument has a wrong value",
      "A field argument was not accepted.",
      "no",
      "The arguments have to be changed.",
    ],
    [
      "BAD_REQUEST",
      "The request is not a GraphQL request",
      "The server could not read a GraphQL operation from the request.",
      "no",
      "The request has to be changed.",
    ],
    [
      "PERSISTED_QUERY_NOT_FOUND",
      "The server does not know this persisted query",
      "The hash was sent without the query, and the server has no query for it.",
      "sometimes",
      "Send the same operation again with its full query.",
    ],
    [
      "PERSISTED_QUERY_NOT_SUPPORTED",
      "The server takes no persisted queries",
      "Persisted queries are switched off on the server.",
      "no",
      "Send full queries.",
    ],
    [
      "OPERATION_RESOLUTION_FAILURE",
      "The named operation is not in the document",
      "The operation name is missing or fits none of the operations.",
      "no",
      "The request has to be changed.",
    ],
    [
      "UNAUTHENTICATED",
      "Not signed in",
      "The operation needs valid credentials.",
      "no",
      "Sign in or renew the token first.",
    ],
    ["FORBIDDEN", "Not allowed", "These credentials may not do this.", "no", "Other rights are needed."],
    [
      "INTERNAL_SERVER_ERROR",
      "The server failed while resolving the query",
      "A resolver threw an error without a code of its own.",
      "sometimes",
      "It may pass; check first whether a mutation was carried out.",
    ],
    [
      "THROTTLED",
      "Too many or too expensive queries",
      "The allowance for queries is used up for the moment.",
      "after-delay",
      "Wait until the allowance has grown again.",
    ],
    [
      "RATE_LIMITED",
      "Too many requests",
      "The allowance for requests is used up for the moment.",
      "after-delay",
      "Wait before the next request.",
    ],
  ]),
};

/** A list longer than this is judged by its start. */
const MOST_LOOKED_AT = 200;

const CODES = ["/errors/0/extensions/code", "/errors/0/code", "/errors/0/errorType", "/errors/0/type"];

/** Some fields could be resolved. */
export const PARTIAL: InSuccess = {
  title: "GraphQL: a part of the data is missing",
  meaning: "Some fields could be resolved and are in data; those the errors name are null or missing.",
  retry: "sometimes",
  reason: "Look at the errors first: what a mutation did so far stays done, and only some errors pass by themselves.",
};
const WHOLE: InSuccess = {
  title: "GraphQL answered with errors",
  meaning: "The operation gave no data. GraphQL reports this in the body, mostly under status 200.",
  retry: "sometimes",
  reason: "Look at the errors first: a faulty query fails again, a failing resolver may pass.",
};

function isError(value: unknown): boolean {
  const fields = asRecord(value);
  return fields !== undefined && textIn(fields, "message") !== undefined && hasOnly(fields, ERROR);
}

/** Has a member that only GraphQL errors have. Validators give paths, too, but no data beside them. */
function isMarkedError(value: unknown, hasDataMember: boolean): boolean {
  const fields = asRecord(value) ?? {};
  const isMarked = listIn(fields, "locations") !== undefined || objectIn(fields, "extensions") !== undefined;
  return isMarked || (hasDataMember && Array.isArray(memberOf(fields, "path")));
}

function hasData(data: unknown): boolean {
  const fields = asRecord(data);
  return fields !== undefined && Object.values(fields).some((value) => value !== null);
}

function extensionsOf(error: Fields | undefined): { readonly details?: string } {
  return error !== undefined && objectIn(error, "extensions") !== undefined ? { details: "/errors/0/extensions" } : {};
}
