/**
 * Evidence checks that a documented cause may name: the decoder runs them on the very request.
 * The implementations live in `src/decode/checks/`.
 */
export const CHECKS = [
  "auth-header-missing", // no (or an empty) Authorization header, nor another place this API accepts a key in
  "bearer-missing", // Authorization present but not "Bearer <token>"
  "key-malformed", // the credential matches none of this API's key formats
  "key-of-other-provider", // the credential has another known API's key format
  "key-of-test-environment", // a test/sandbox key was sent
  "publishable-key-sent", // a publishable (read-only) key was sent
  "secret-key-sent", // a secret key was sent
  "key-of-other-project", // the JWT's claim named by `authentication.projectClaim` is not in the address
  "jwt-expired", // the bearer token is a JWT whose exp lies before the server's Date
  "jwt-not-yet-valid", // its nbf or iat lies after the server's Date
  "jwt-for-other-audience", // its aud is none of the check's comma-separated `argument`
  "jwt-claim", // it has the claim of the check's `argument`, as in "role=anon"
  "header-missing", // the request header of the check's `argument` was not sent
  "header-other-value", // it was sent with another value than those of `argument`, as in "X-Version=1,2"
  "referer-missing", // no Referer header was sent
  "origin-is-local", // the page that called is served from localhost
  "preflight-refused", // the browser's preflight was refused, or no answer came to a call that needs one
  "organization-header-missing", // no organization header (named by the document) was sent
  "body-not-json", // JSON was announced or expected and the request body does not parse
  "content-type-not-json", // the body is JSON, the Content-Type is not
  "multipart-without-boundary",
  "named-field-absent", // the field the error names is not in the request's body or query
  "named-field-present", // the field the error names was sent, so its value or type is the matter
  "query-parameter-missing", // the query parameter of the check's `argument` is absent
  "address-malformed", // the value the error names (or the request's address) is not 0x + 40 hex digits
  "id-format-wrong", // an id in the path or named field lacks the documented prefix
  "field-missing", // the field of the check's `argument` is neither in the body nor in the query
  "body-too-large", // the request's body is larger than the check's `argument` in bytes
  "file-too-large", // the uploaded body is larger than the check's `argument` in bytes
  "file-type-unsupported", // an uploaded file's name ends in none of the check's comma-separated `argument`
  "idempotency-key-missing", // a write without the idempotency key this API documents
  "idempotency-key-present",
  "pagination-out-of-range", // limit outside the documented range, given as "min-max" in `argument`
  "cursor-unreadable", // the page cursor in the query is not base64url-encoded JSON
  "limit-exhausted", // the rate-limit headers say that nothing remains
  "limit-not-exhausted", // the rate-limit headers say that requests remain
] as const;
export type CheckName = (typeof CHECKS)[number];
