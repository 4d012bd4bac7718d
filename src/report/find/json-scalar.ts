import type { NameRule } from "../names/secret-words.ts";
import { decodeEscapes } from "../views/escapes.ts";
import { decodedView, sliceView, type View } from "../views/view.ts";
import { findAuthorization } from "./authorization.ts";
import { findCookiePairs, findSetCookies } from "./cookie.ts";
import type { Scalar } from "./json-walk.ts";
import { add, type Search } from "./search.ts";

const SET_COOKIE = /;\s{0,4}(?:path|expires|max-age|domain|samesite|httponly|secure)\b/i;

/** What stands in a scalar: escapes read. */
export function scalarText(view: View, scalar: Scalar): string {
  if (!scalar.escaped) return view.text.slice(scalar.start, scalar.end);
  return decodeEscapes(view.text, scalar.start, scalar.end)?.text ?? view.text.slice(scalar.start, scalar.end);
}

/** The scalar as a view of its own. */
export function scalarView(view: View, scalar: Scalar): View {
  const decoded = scalar.escaped ? decodeEscapes(view.text, scalar.start, scalar.end) : undefined;
  return decoded === undefined ? sliceView(view, scalar.start, scalar.end) : decodedView(view, decoded);
}

/** Cuts a scalar out according to the rule its name gave: header-like values keep their scheme and their names. */
export function addScalar(search: Search, view: View, scalar: Scalar, rule: NameRule): void {
  if (scalar.quoted && rule.kind === "authorization") findAuthorization(search, scalarView(view, scalar), "name");
  else if (scalar.quoted && rule.kind === "cookie" && view.text.slice(scalar.start, scalar.end).includes("=")) {
    const inner = scalarView(view, scalar);
    // One with attributes is a Set-Cookie value.
    if (SET_COOKIE.test(inner.text)) findSetCookies(search, inner);
    else findCookiePairs(search, inner);
  } else {
    add(search, view, scalar.start, scalar.end, {
      kind: rule.kind,
      rule: "name",
      bare: !scalar.quoted,
      value: scalarText(view, scalar),
    });
  }
}
