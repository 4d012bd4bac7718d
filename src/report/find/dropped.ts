import { splitName } from "../names/split-name.ts";
import { WITHHELD } from "../redact/mark.ts";
import type { View } from "../views/view.ts";
import { scalarText } from "./json-scalar.ts";
import { walkJson, type Scalar } from "./json-walk.ts";
import { multipartDelimiter, readMultipart } from "./multipart.ts";
import { splitPairs } from "./query.ts";
import { add, type Search } from "./search.ts";

/** Members of an answer that support needs and that hold no secret: they stay even where bodies are dropped. */
const ENVELOPE: ReadonlySet<string> = new Set(
  "code type message param field status statuscode success error title timestamp requestid request_id detail reason expected retryafter retry_after processingtime".split(
    " ",
  ),
);
/** Of a success only what tells which call it was. */
const REFERENCE: ReadonlySet<string> = new Set("requestid request_id timestamp success status".split(" "));

function withhold(search: Search, view: View, start: number, end: number, bare: boolean): void {
  // No placeholder guard here: whatever it is, it does not leave.
  if (end > start) {
    add(search, view, start, end, {
      kind: WITHHELD,
      rule: "name",
      bare,
      spreads: false,
      value: `${WITHHELD} ${start}`,
    });
  }
}

function staysInEnvelope(name: string, answered: "success" | "failure" | "request"): boolean {
  if (answered === "request") return false;
  const kept = answered === "failure" ? ENVELOPE : REFERENCE;
  return kept.has(name.toLowerCase()) || kept.has(splitName(name).join(""));
}

/**
 * Withholds every value of a body that the provider document tells to drop (sign-in, key management); the names of its
 * fields stay, and of an error its envelope.
 */
export function withholdValues(
  search: Search,
  view: View,
  mimeType: string,
  answered: "request" | "success" | "failure",
): void {
  const { text } = view;
  const delimiter = multipartDelimiter(mimeType, text);
  if (delimiter !== undefined) {
    // Files are cut as files, which leaves their name, type and size.
    for (const part of readMultipart(text, delimiter)) {
      if (part.fileName === null) withhold(search, view, part.start, part.end, false);
    }
    return;
  }
  const start = text.search(/[^\s\ufeff]/);
  if (start === -1) return;
  if (text.charAt(start) !== "{" && text.charAt(start) !== "[") {
    const isForm = /^[\w.%[\]+-]{1,100}=[^\s<>{}"]*$/.test(text.trim());
    const pairs = isForm ? splitPairs(text, 0, text.length, "&") : [];
    for (const pair of pairs) withhold(search, view, pair.start, pair.end, false);
    if (!isForm) withhold(search, view, 0, text.length, false);
    return;
  }
  let depth = 0;
  const end = walkJson(text, start, {
    open: () => (depth += 1),
    close: () => (depth -= 1),
    scalar: (key: Scalar | null, value: Scalar) => {
      const name = key === null ? "" : scalarText(view, key);
      if (key !== null && staysInEnvelope(name, answered)) return;
      const literal = text.slice(value.start, value.end);
      if (!value.quoted && /^(?:true|false|null)$/.test(literal)) return;
      withhold(search, view, value.start, value.end, !value.quoted);
    },
  });
  if (text.slice(end).trim() !== "") withhold(search, view, end, text.length, false);
}
