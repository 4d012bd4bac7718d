import { textOfBase64 } from "../../web/bytes.ts";
import { parseJson } from "../../web/json.ts";
import { queryOf } from "../../web/url.ts";
import { CANNOT_TELL, decided, type CheckContext, type CheckResult } from "./check.ts";

const CURSOR_PARAMETERS: readonly string[] = ["after", "before", "cursor", "starting_after"];

/** Longer ones are not looked at: a cursor names a position, it does not carry data. */
const MAX_LENGTH = 10_000;

/**
 * Whether the page cursor in the query is base64url-encoded JSON, as the API documents its own cursors to be. The
 * cursor itself is not shown: it identifies an item.
 */
export function cursorUnreadable(context: CheckContext): CheckResult {
  const cursor = queryOf(context.exchange.request.url).find(({ name }) => CURSOR_PARAMETERS.includes(name));
  if (cursor === undefined || cursor.value === "" || cursor.value.length > MAX_LENGTH) return CANNOT_TELL;
  return decided(
    !isEncodedJson(cursor.value),
    `The cursor in ${cursor.name} does not decode to JSON.`,
    `The cursor in ${cursor.name} decodes to JSON, so it is not damaged.`,
  );
}

function isEncodedJson(cursor: string): boolean {
  return parseJson(textOfBase64(cursor) ?? "") !== undefined;
}
