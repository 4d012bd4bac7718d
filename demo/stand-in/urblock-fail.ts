import { jsonReply, type Reply } from "./call.ts";
import type { DemoError } from "./demo-error.ts";
import { URBLOCK_ERRORS } from "./urblock-errors.ts";

/** The table's entry of a documented code. */
export function namedError(code: string): DemoError {
  const fallback: DemoError = { code, status: 500, type: "api_error", message: code, method: "GET", path: "/" };
  return URBLOCK_ERRORS.find((error) => error.code === code) ?? fallback;
}

/** Urblock's error envelope. */
export function envelope(error: DemoError): Reply {
  const param = error.field === undefined ? {} : { param: error.field };
  const { type = "api_error", code, message, status } = error;
  return jsonReply(status, { error: { type, code, message, ...param, status } });
}

/** The reply for a documented code; `more` replaces members of the table's entry. */
export function fail(code: string, more: Partial<DemoError> = {}): Reply {
  return envelope({ ...namedError(code), ...more });
}
