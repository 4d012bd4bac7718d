import { headerValue } from "../../exchange/headers.ts";
import { at, firstScalar, hasOnly, textIn } from "./members.ts";
import { codesFrom, type CodeRow, type Found, type InSuccess, type Shape } from "./shape.ts";
import { bearerChallenge } from "./www-authenticate.ts";

const RFC6749 = "https://www.rfc-editor.org/rfc/rfc6749#section-5.2";
const RFC6750 = "https://www.rfc-editor.org/rfc/rfc6750#section-3.1";
const RFC8628 = "https://www.rfc-editor.org/rfc/rfc8628#section-3.5";

const MEMBERS = new Set(["error", "error_description", "error_uri", "state", "interval", "trace_id", "timestamp"]);

const IN_SUCCESS: InSuccess = {
  title: "OAuth error inside a success",
  meaning: "The body is an OAuth error, although HTTP reports a success: no token was given.",
  retry: "no",
  reason: "The same request is refused again.",
};

const TOKEN_ROWS: readonly CodeRow[] = [
  [
    "invalid_request",
    "The OAuth request is malformed",
    "A parameter is missing, repeated or has a wrong value.",
    "no",
    "The request has to be changed.",
  ],
  [
    "invalid_client",
    "The client was not accepted",
    "The client is unknown, or its authentication failed.",
    "no",
    "Check the client's id, secret and method of authentication.",
  ],
  [
    "invalid_grant",
    "The grant was not accepted",
    "The code or refresh token is wrong, expired, used before or revoked, or the redirect URI differs.",
    "no",
    "Start the sign-in again to get a new grant.",
  ],
  [
    "unauthorized_client",
    "This client may not use this grant",
    "The client is not registered for this kind of grant.",
    "no",
    "The client's registration has to be changed.",
  ],
  [
    "unsupported_grant_type",
    "Grant type not supported",
    "The server does not offer this kind of grant.",
    "no",
    "The request has to be changed.",
  ],
  [
    "unsupported_response_type",
    "Response type not supported",
    "The server does not answer in this way.",
    "no",
    "The request has to be changed.",
  ],
  [
    "invalid_scope",
    "The scope was not accepted",
    "A scope is unknown, malformed or more than may be given.",
    "no",
    "The scope has to be changed.",
  ],
  [
    "access_denied",
    "Access was denied",
    "The user or the server refused the request.",
    "no",
    "Ask again only when the user starts it again.",
  ],
  [
    "server_error",
    "The authorization server failed",
    "The server met an error it does not name.",
    "yes",
    "Repeat with growing pauses.",
  ],
  [
    "temporarily_unavailable",
    "The authorization server is overloaded",
    "The server is overloaded or under maintenance for a while.",
    "yes",
    "Repeat with growing pauses.",
  ],
];

/** OAuth 2: token errors in the body, and a bearer challenge in WWW-Authenticate, also without a body. */
export const OAUTH: Shape = {
  name: "OAuth 2 error",
  docs: RFC6749,
  find: ({ json, fields, headers, status }) => {
    const code = textIn(fields, "error");
    const isToken =
      code !== undefined &&
      /^[a-z0-9_.-]{2,60}$/i.test(code) &&
      (Object.hasOwn(CODES, code) || firstScalar(json, ["/error_description", "/error_uri"]) !== undefined);
    if (isToken) {
      const isSure = hasOnly(fields, MEMBERS) && Object.hasOwn(fields, "error_description");
      return {
        at: {
          code: "/error",
          message: "/error_description",
          ...at("requestId", firstScalar(json, ["/trace_id"])),
          ...at("timestamp", firstScalar(json, ["/timestamp"])),
        },
        ...(isSure ? { inSuccess: IN_SUCCESS } : {}),
      };
    }
    // Every other error body says more than the challenge beside it.
    if (json !== undefined && Object.keys(fields).length > 0) return undefined;
    return status >= 400 ? fromChallenge(headerValue(headers, "www-authenticate")) : undefined;
  },
  get codes() {
    return CODES;
  },
};

function fromChallenge(header: string | undefined): Found | undefined {
  const challenge = header === undefined ? undefined : bearerChallenge(header);
  const code = challenge?.get("error");
  if (challenge === undefined || code === undefined) return undefined;
  const scope = challenge.get("scope");
  return {
    at: {},
    read: { code, message: challenge.get("error_description") ?? null },
    notes: [
      "The error stands in the header WWW-Authenticate.",
      ...(scope === undefined ? [] : [`The resource asks for the scope ${scope.slice(0, 200)}.`]),
    ],
  };
}

const CODES = {
  ...codesFrom(RFC6749, TOKEN_ROWS),
  ...codesFrom(RFC6750, [
    [
      "invalid_token",
      "The access token was not accepted",
      "The token is expired, revoked, malformed or not for this resource.",
      "no",
      "Get a new token, then repeat the request once.",
    ],
    [
      "insufficient_scope",
      "The token lacks a scope",
      "The request needs more rights than the token has.",
      "no",
      "Get a token with the needed scope.",
    ],
  ]),
  ...codesFrom(RFC8628, [
    [
      "authorization_pending",
      "The user has not finished yet",
      "The device flow waits for the user to allow it.",
      "after-delay",
      "Ask again after the interval the server gave, 5 seconds where it gave none.",
    ],
    [
      "slow_down",
      "Polling too fast",
      "The device flow is still waiting, and asked too often.",
      "after-delay",
      "Make the interval 5 seconds longer for this and all further requests.",
    ],
    [
      "expired_token",
      "The device code has expired",
      "The user did not finish in time.",
      "no",
      "Start the device flow again.",
    ],
  ]),
};
