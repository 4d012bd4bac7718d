import { headerValue } from "../../exchange/headers.ts";
import { at, firstScalar, textIn } from "./members.ts";
import { codesFrom, type Shape } from "./shape.ts";

const DOCS = "https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization";
const COMMON = "https://docs.aws.amazon.com/general/latest/gr/api-retries.html";

/** AWS's JSON protocols: the error's name is in `__type` or in the header `x-amzn-errortype`. */
export const AWS: Shape = {
  name: "AWS error",
  docs: DOCS,
  find: ({ json, fields, headers }) => {
    const named = textIn(fields, "__type") ?? headerValue(headers, "x-amzn-errortype");
    if (named === undefined) return undefined;
    const code = errorName(named);
    return {
      at: {
        ...at("message", firstScalar(json, ["/message", "/Message", "/errorMessage"])),
        ...at("details", firstScalar(json, ["/reason", "/Reason"])),
        ...at("retryAfterSeconds", firstScalar(json, ["/retryAfterSeconds"])),
      },
      read: { code, ...requestIdOf(headerValue(headers, "x-amzn-requestid")) },
    };
  },
  codes: codesFrom(COMMON, [
    ...[
      "ThrottlingException",
      "Throttling",
      "TooManyRequestsException",
      "RequestLimitExceeded",
      "ProvisionedThroughputExceededException",
      "SlowDown",
      "RequestThrottledException",
    ].map(
      (code) =>
        [
          code,
          "Too many requests",
          "The service is being called faster than it allows for this account or resource.",
          "after-delay",
          "Repeat with growing pauses and a random part in them.",
        ] as const,
    ),
    [
      "AccessDeniedException",
      "Not allowed",
      "The caller's policies do not allow this action.",
      "no",
      "Other rights are needed.",
    ],
    [
      "UnrecognizedClientException",
      "Unknown access key",
      "The access key or token is not known to AWS.",
      "no",
      "Valid credentials are needed.",
    ],
    [
      "ExpiredTokenException",
      "The session token has expired",
      "Temporary credentials are used after their end.",
      "no",
      "New temporary credentials are needed.",
    ],
    [
      "InvalidSignatureException",
      "The signature does not match",
      "The request was changed after signing, signed with another key, or the clock is off.",
      "no",
      "The request has to be signed anew.",
    ],
    [
      "RequestTimeTooSkewed",
      "The computer's clock is off",
      "The request's time differs too much from AWS's.",
      "no",
      "The clock has to be set right.",
    ],
    [
      "ValidationException",
      "The input is not valid",
      "The request does not meet what the operation asks for.",
      "no",
      "The request has to be changed.",
    ],
    [
      "ResourceNotFoundException",
      "Not found",
      "What the request names does not exist in this region and account.",
      "no",
      "The same request finds nothing until it exists.",
    ],
    [
      "ConditionalCheckFailedException",
      "The condition was not met",
      "The item is not in the state that the condition asks for, so nothing was written.",
      "no",
      "Read the item again and decide anew.",
    ],
    [
      "InternalServerError",
      "AWS failed inside",
      "The service met an error of its own.",
      "yes",
      "Repeat with growing pauses.",
    ],
    [
      "InternalFailure",
      "AWS failed inside",
      "The service met an error of its own.",
      "yes",
      "Repeat with growing pauses.",
    ],
    [
      "ServiceUnavailable",
      "The service is unavailable",
      "The service cannot handle the request at the moment.",
      "yes",
      "Repeat with growing pauses.",
    ],
  ]),
};

/** "com.amazonaws.dynamodb#ThrottlingException:http://internal/" names "ThrottlingException". */
function errorName(text: string): string {
  const name = text.slice(text.indexOf("#") + 1);
  const colon = name.indexOf(":");
  return (colon === -1 ? name : name.slice(0, colon)).trim().slice(0, 200);
}

function requestIdOf(value: string | undefined) {
  return value === undefined ? {} : { requestId: { value, pointer: "x-amzn-requestid" } };
}
