import type { CheckName } from "../../catalogue/check-names.ts";
import * as auth from "./auth-checks.ts";
import * as body from "./body-checks.ts";
import type { Check, CheckContext, CheckResult } from "./check.ts";
import { cursorUnreadable } from "./cursor-check.ts";

/** Every check the schema knows has an implementation: the type makes a missing one a build error. */
const IMPLEMENTATIONS: Readonly<Record<CheckName, Check>> = {
  "auth-header-missing": auth.authHeaderMissing,
  "bearer-missing": auth.bearerMissing,
  "key-malformed": auth.keyMalformed,
  "key-of-other-provider": auth.keyOfOtherProvider,
  "key-of-test-environment": auth.keyOfTestEnvironment,
  "publishable-key-sent": auth.publishableKeySent,
  "jwt-expired": auth.jwtExpired,
  "organization-header-missing": auth.organizationHeaderMissing,
  "body-not-json": body.bodyNotJson,
  "content-type-not-json": body.contentTypeNotJson,
  "multipart-without-boundary": body.multipartWithoutBoundary,
  "named-field-absent": body.namedFieldAbsent,
  "named-field-present": body.namedFieldPresent,
  "query-parameter-missing": body.queryParameterMissing,
  "address-malformed": body.addressMalformed,
  "id-format-wrong": body.idFormatWrong,
  "file-too-large": body.fileTooLarge,
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
