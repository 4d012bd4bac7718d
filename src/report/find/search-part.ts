import type { Part } from "../redact/part.ts";
import type { RedactionPolicy } from "../policy.ts";
import { rootView } from "../views/view.ts";
import type { Descend } from "./descend.ts";
import { withholdValues } from "./dropped.ts";
import { findInHeader } from "./header.ts";
import { isSecretValue, judgeField } from "./judge.ts";
import { findInMultipart, multipartDelimiter } from "./multipart.ts";
import { findInPairs, splitPairs } from "./query.ts";
import { add, newSearch, type Search } from "./search.ts";
import { searchText } from "./search-text.ts";
import { findInUrl } from "./url.ts";
import type { View } from "../views/view.ts";

const FORM = /^[\w.%[\]+-]{1,200}=[^\s<>{}"]*(?:$|[&\r\n])/;

function isForm(mimeType: string, text: string): boolean {
  const start = text.slice(0, 400);
  if (/^\s*[[{<"]/.test(start)) return false;
  return /x-www-form-urlencoded/i.test(mimeType) ? start.includes("=") : FORM.test(start) && !/\n./.test(start);
}

function searchBody(search: Search, part: Part, mimeType: string): void {
  const view = rootView(part.text, "text");
  const descend: Descend = (inner, options) => searchText(search, inner, options);
  const delimiter = multipartDelimiter(mimeType, part.text);
  if (delimiter !== undefined) {
    findInMultipart(search, view, delimiter, descend);
    searchText(search, view, { formats: true, name: "" });
    return;
  }
  if (isForm(mimeType, part.text)) searchForm(search, part.text, descend);
  else searchText(search, view, { formats: true, name: "" });
}

function searchForm(search: Search, text: string, descend: Descend): void {
  const view: View = rootView(text, "url");
  const pairs = splitPairs(text, 0, text.trimEnd().length, "&");
  findInPairs(search, view, pairs, { plus: true, unknown: false, path: "" }, descend);
  searchText(search, view, { formats: true, name: "", inUrl: true });
}

/** In "https://user:pass@host" the decoded password may hold a slash, and what follows it then reads as an address. */
function dropHostsOfCredentials(search: Search): void {
  const credentials = search.findings.filter(({ kind }) => kind === "url-credentials");
  if (credentials.length === 0) return;
  const kept = search.findings.filter(
    ({ kind, start, end }) =>
      kind !== "email" || !credentials.some((other) => start >= other.start && start < other.end && end > other.end),
  );
  search.findings.length = 0;
  for (const finding of kept) search.findings.push(finding);
}

/**
 * Searches one part of the report according to where it stands. Never throws on its content; see `exhausted`.
 * `onPosition` is told how far the search has come.
 */
export function searchPart(part: Part, policy: RedactionPolicy, onPosition?: (offset: number) => void): Search {
  const search = newSearch(part.rules, policy, part.text.length, onPosition);
  const { place, text } = part;
  const descend: Descend = (inner, options) => searchText(search, inner, options);
  switch (place.kind) {
    case "url": {
      const view = rootView(text, "url");
      findInUrl(search, view, descend);
      searchText(search, view, { formats: true, name: "", inUrl: true });
      break;
    }
    case "header":
      findInHeader(search, rootView(text, "text"), place.name, descend);
      break;
    case "field": {
      const view = rootView(text, "text");
      const rule = judgeField(search, place.name);
      if (rule !== undefined && isSecretValue(search, rule, text, { quoted: true, errorish: false })) {
        add(search, view, 0, text.length, { kind: rule.kind, rule: "name" });
      }
      searchText(search, view, { formats: true, name: place.name });
      break;
    }
    case "body":
      if (place.dropped !== "no") withholdValues(search, rootView(text, "text"), place.mimeType, place.dropped);
      searchBody(search, part, place.mimeType);
      break;
    case "text":
      searchText(search, rootView(text, "text"), {
        formats: true,
        name: place.name,
        ...(place.field === undefined ? {} : { field: place.field }),
      });
      break;
  }
  dropHostsOfCredentials(search);
  return search;
}
