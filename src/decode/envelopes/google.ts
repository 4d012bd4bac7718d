import { asRecord } from "../../exchange/json-fields.ts";
import { at, firstScalar, listIn, memberOf, objectIn, textIn } from "./members.ts";
import { codesFrom, type Fields, type Shape } from "./shape.ts";

const DOCS = "https://google.aip.dev/193";
const CODES = "https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto";

/** Google's error model (AIP-193): a status by name and typed details. gRPC gateways of others answer the same way. */
export const GOOGLE: Shape = {
  name: "Google API error",
  docs: DOCS,
  find: ({ json, fields }) => {
    const error = objectIn(fields, "error");
    if (error === undefined) return undefined;
    const named = /^[A-Z][A-Z_]{1,40}$/.test(textIn(error, "status") ?? "");
    // Before AIP-193: a list of errors, each with domain and reason.
    const reason = textIn(asRecord(listIn(error, "errors")?.[0]) ?? {}, "reason");
    if (!named && (reason === undefined || !Number.isInteger(memberOf(error, "code")))) return undefined;
    const detail = detailsOf(error);
    return {
      at: {
        code: named ? "/error/status" : "/error/errors/0/reason",
        message: "/error/message",
        ...at("type", detail("ErrorInfo", "reason")),
        ...fieldOf(json, detail("BadRequest", "fieldViolations/0/field")),
        details: listIn(error, "details") === undefined ? "/error/errors" : "/error/details",
        ...at("retryAfterSeconds", detail("RetryInfo", "retryDelay")),
        ...at("requestId", detail("RequestInfo", "requestId")),
        status: "/error/code",
      },
    };
  },
  codes: codesFrom(CODES, [
    [
      "CANCELLED",
      "The call was cancelled",
      "The call was ended before it was complete, mostly by the caller.",
      "sometimes",
      "Repeat it only if it was not ended on purpose.",
    ],
    [
      "UNKNOWN",
      "Unknown error",
      "The server gives no reason.",
      "sometimes",
      "It may pass; check first whether the call was carried out.",
    ],
    [
      "INVALID_ARGUMENT",
      "An argument is not valid",
      "The request has a mistake, whatever the state of the system.",
      "no",
      "The request has to be changed.",
    ],
    [
      "DEADLINE_EXCEEDED",
      "The deadline passed",
      "The call took longer than it was allowed to; it may have been carried out all the same.",
      "sometimes",
      "Repeat it if doing it twice does no harm.",
    ],
    [
      "NOT_FOUND",
      "Not found",
      "What the request names does not exist, or is not visible to the caller.",
      "no",
      "The same request finds nothing until it exists.",
    ],
    [
      "ALREADY_EXISTS",
      "It exists already",
      "What should be created is there already.",
      "no",
      "Use what there is, or another name.",
    ],
    ["PERMISSION_DENIED", "Not allowed", "The caller is known and may not do this.", "no", "Other rights are needed."],
    ["UNAUTHENTICATED", "Not authenticated", "The request has no valid credentials.", "no", "Send valid credentials."],
    [
      "RESOURCE_EXHAUSTED",
      "A quota is used up",
      "A quota of the caller or a resource of the server is used up.",
      "after-delay",
      "Wait for the time the details state, or until the quota is renewed.",
    ],
    [
      "FAILED_PRECONDITION",
      "The system is not in the needed state",
      "Something has to be changed before this call can work.",
      "no",
      "Change the state first, then call again.",
    ],
    [
      "ABORTED",
      "Aborted by a conflict",
      "Another operation came between, such as a concurrent transaction.",
      "sometimes",
      "Repeat the whole read-change-write, not the call alone.",
    ],
    [
      "OUT_OF_RANGE",
      "Past the valid range",
      "The operation goes beyond the end of what there is.",
      "no",
      "The request has to be changed.",
    ],
    [
      "UNIMPLEMENTED",
      "Not implemented",
      "The server does not offer this operation.",
      "no",
      "Another operation or version is needed.",
    ],
    [
      "INTERNAL",
      "Internal error",
      "Something the server relies on is broken.",
      "sometimes",
      "It may pass; check first whether the call was carried out.",
    ],
    [
      "UNAVAILABLE",
      "The service is unavailable",
      "The service cannot be reached at the moment, which is mostly short.",
      "yes",
      "Repeat with growing pauses.",
    ],
    [
      "DATA_LOSS",
      "Data was lost or damaged",
      "The server found data that cannot be recovered.",
      "no",
      "It does not pass by itself: report it.",
    ],
  ]),
};

/** Pointer to a member of the first typed detail of a kind, such as retryDelay of RetryInfo. */
function detailsOf(error: Fields): (kind: string, member: string) => string | undefined {
  const details = (listIn(error, "details") ?? []).slice(0, 20);
  return (kind, member) => {
    const index = details.findIndex((detail) => {
      const type = textIn(asRecord(detail) ?? {}, "@type") ?? "";
      return type.endsWith(`google.rpc.${kind}`);
    });
    return index === -1 ? undefined : `/error/details/${index}/${member}`;
  };
}

function fieldOf(json: unknown, violated: string | undefined): { readonly field?: string[] } {
  const pointer = firstScalar(json, [...(violated === undefined ? [] : [violated]), "/error/errors/0/location"]);
  return pointer === undefined ? {} : { field: [pointer] };
}
