import { pairReadings } from "./authorization.ts";
import { findCookiePairs } from "./cookie.ts";
import { add, type Search } from "./search.ts";
import { readTextValue } from "./text-value.ts";
import { sliceView, type View } from "../views/view.ts";
import { matchesOf } from "../views/matches.ts";

const OPTION =
  /(?<=^|\s)(?:-u|--user|-U|--proxy-user|-b|--cookie|--oauth2-bearer|-E|--pass|--key-pass)[ =]{1,3}(?=\S)/gm;
const SPACED = /\b(?:curl|wget|http|https|mysql|psql|sshpass)\b/;

/** Options of curl and its kin in text that carry credentials without a telling name: `-u user:password`. */
export function findCurlOptions(search: Search, view: View): void {
  if (!view.text.includes(" -") || !SPACED.test(view.text)) return;
  for (const match of matchesOf(OPTION, view.text)) {
    const value = readTextValue(view.text, match.index + match[0].length);
    if (value === undefined) continue;
    const raw = view.text.slice(value.start, value.end);
    if (/^(?:-b|--cookie)/.test(match[0])) {
      if (raw.includes("=")) findCookiePairs(search, sliceView(view, value.start, value.end));
      continue;
    }
    // A user alone is no credential, and addresses have rules of their own.
    if (/^(?:-u|--user|-U|--proxy-user|-E)/.test(match[0]) && (!raw.includes(":") || raw.includes("://"))) continue;
    add(search, view, value.start, value.end, {
      kind: "credential",
      rule: "place",
      also: raw.includes(":") ? pairReadings(raw) : [],
    });
  }
}
