import type { View } from "../views/view.ts";
import { sliceView } from "../views/view.ts";
import type { Descend } from "./descend.ts";
import { judgeField } from "./judge.ts";
import { add, type Search } from "./search.ts";

/** Set-Cookie attributes (RFC 6265bis section 4.1) whose values are kept. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  "path domain expires max-age httponly secure samesite partitioned priority comment version".split(" "),
);
const HARMLESS = /^[a-z][a-z-]{0,15}$/i;

function addCookie(
  search: Search,
  view: View,
  nameStart: number,
  equals: number,
  end: number,
  descend?: Descend,
): void {
  const name = view.text.slice(nameStart, equals).trim();
  let start = equals + 1;
  while (start < end && /[\s"]/.test(view.text.charAt(start))) start += 1;
  let stop = end;
  while (stop > start && /[\s"]/.test(view.text.charAt(stop - 1))) stop -= 1;
  const value = view.text.slice(start, stop);
  const rule = judgeField(search, name);
  if (search.policy.keepHarmlessCookies && rule === undefined && HARMLESS.test(value)) return;
  const kind = rule === undefined ? "cookie" : rule.kind === "token" || rule.kind === "session" ? rule.kind : "cookie";
  add(search, view, start, stop, { kind, rule: "place" });
  // Cookies hold JSON, base64 and percent-encoded state: what is inside may turn up elsewhere.
  descend?.(sliceView(view, start, stop), { formats: false, name });
}

/** A Cookie value (RFC 6265 section 4.2): names stay, values go. A stretch without "=" is a value without a name. */
export function findCookiePairs(search: Search, view: View, descend?: Descend): void {
  const { text } = view;
  for (let at = 0; at <= text.length;) {
    const found = text.slice(at).search(/[;\n]/);
    const end = found === -1 ? text.length : at + found;
    let start = at;
    while (start < end && /\s/.test(text.charAt(start))) start += 1;
    const equals = text.indexOf("=", start);
    if (equals !== -1 && equals < end) addCookie(search, view, start, equals, end, descend);
    else if (end > start) add(search, view, start, end, { kind: "cookie", rule: "place" });
    at = end + 1;
  }
}

/** One or more Set-Cookie values, as Chromium joins them with line feeds: name and attributes stay. */
export function findSetCookies(search: Search, view: View, descend?: Descend): void {
  let at = 0;
  for (const line of view.text.split("\n")) {
    let offset = at;
    for (const [index, part] of line.split(";").entries()) {
      const equals = part.indexOf("=");
      const name = (equals === -1 ? part : part.slice(0, equals)).trim().toLowerCase();
      const isAttribute = index > 0 && ATTRIBUTES.has(name);
      if (!isAttribute && equals !== -1) {
        const nameStart = offset + (part.length - part.trimStart().length);
        addCookie(search, view, nameStart, offset + equals, offset + part.length, descend);
      } else if (!isAttribute && part.trim() !== "") {
        add(search, view, offset, offset + part.length, { kind: "cookie", rule: "place" });
      }
      offset += part.length + 1;
    }
    at += line.length + 1;
  }
}
