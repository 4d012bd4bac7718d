import type { CheckName } from "../../catalogue/check-names.ts";
import * as auth from "./auth-checks.ts";
import * as body from "./body-checks.ts";
import type { Check, CheckContext, CheckResult } from "./check.ts";
import * as header from "./header-checks.ts";
import * as jwt from "./jwt-checks.ts";
import { cursorUnreadable } from "./cursor-check.ts";

/** Every check the schema knows has an implementation: the type makes a missing one a build error. */
const IMPLEMENTATIONS: Readonly<Record<CheckName, Check>> = {
  "auth-header-missing": auth.authHeaderMissing,
  "bearer-missing": auth.bearerMissing,
  "key-malformed": auth.keyMalformed,
  "key-of-other-provider": auth.keyOfOtherProvider,
  "key-of-test-environment": auth.keyOfTestEnvironment,
  "publishable-key-sent": auth.publishableKeySent,
  "secret-key-sent": auth.secretKeySent,
  "key-of-other-project": jwt.keyOfOtherProject,
  "jwt-expired": jwt.jwtExpired,
  "jwt-not-yet-valid": jwt.jwtNotYetValid,
  "jwt-for-other-audience": jwt.jwtForOtherAudience,
  "jwt-claim": jwt.jwtClaim,
  "header-missing": header.headerMissing,
  "header-other-value": header.headerOtherValue,
  "referer-missing": header.refererMissing,
  "origin-is-local": header.originIsLocal,
  "preflight-refused": header.preflightRefused,
  "organization-header-missing": auth.organizationHeaderMissing,
  "body-not-json": body.bodyNotJson,
  "content-type-not-json": body.contentTypeNotJson,
  "multipart-without-boundary": body.multipartWithoutBoundary,
  "named-field-absent": body.namedFieldAbsent,
  "named-field-present": body.namedFieldPresent,
  "query-parameter-missing": body.queryParameterMissing,
  "field-missing": body.fieldMissing,
  "address-malformed": body.addressMalformed,
  "id-format-wrong": body.idFormatWrong,
  "file-too-large": body.bodyTooLarge,
  "body-too-large": body.bodyTooLarge,
  "file-type-unsupported": body.fileTypeUnsupported,
  "idempotency-key-missing": body.idempotencyKeyMissing,
  "idempotency-key-present": body.idempotencyKeyPresent,
  "pagination-out-of-range": body.paginationOutOfRange,
  "cursor-unreadable": cursorUnreadable,
  "limit-exhausted": body.limitExhausted,
  "limit-not-exhausted": body.limitNotExhausted,
};

/** Runs one evidence check on one request. */
export function runCheck(name: CheckName, context: CheckContext): CheckResult {
  return IMPLEMENTATIONS[name](context);
}
