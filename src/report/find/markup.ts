import { decodeEntities } from "../views/entities.ts";
import { decodedView, sliceView, type View } from "../views/view.ts";
import type { Descend } from "./descend.ts";
import { isSecretValue, judgeField } from "./judge.ts";
import { add, type Search } from "./search.ts";
import type { NameRule } from "../names/secret-words.ts";
import { matchesOf } from "../views/matches.ts";

const ATTRIBUTE =
  /([A-Za-z_:][\w:.-]{0,80})\s{0,8}=\s{0,8}(?:"([^"]{0,200000})"|'([^']{0,200000})'|([^\s"'<>`]{1,4000}))/g;
/** Attributes that name an element, and those that then hold its value. */
const NAMING: ReadonlySet<string> = new Set(
  "name id key property http-equiv itemprop for field data-name data-key".split(" "),
);
const HOLDING: ReadonlySet<string> = new Set("value content data-value default".split(" "));
const MAX_TAG = 400_000;

type Attribute = { readonly name: string; readonly start: number; readonly end: number };

function readAttributes(text: string, from: number, end: number): readonly Attribute[] {
  const attributes: Attribute[] = [];
  const tag = text.slice(from, end);
  for (const match of matchesOf(ATTRIBUTE, tag)) {
    const value = match[2] ?? match[3] ?? match[4] ?? "";
    const quote = match[4] === undefined ? 1 : 0;
    const stop = from + match.index + match[0].length - quote;
    attributes.push({ name: match[1] ?? "", start: stop - value.length, end: stop });
  }
  return attributes;
}

/** End of a tag whose "<" is at `from`: its ">" outside quotes, or -1. */
function tagEnd(text: string, from: number): number {
  let quote = "";
  const limit = Math.min(text.length, from + MAX_TAG);
  for (let index = from; index < limit; index++) {
    const character = text.charAt(index);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return index;
    else if (character === "<" && index > from) return -1;
  }
  return -1;
}

function cut(search: Search, view: View, start: number, end: number, rule: NameRule): void {
  const decoded = decodeEntities(view.text, start, end);
  const value = (decoded?.text ?? view.text.slice(start, end)).trim();
  if (!isSecretValue(search, rule, value, { quoted: true, errorish: false })) return;
  add(search, view, start, end, { kind: rule.kind, rule: "name", value });
}

function findInTag(search: Search, view: View, start: number, end: number, descend: Descend): void {
  const attributes = readAttributes(view.text, start, end);
  for (const attribute of attributes) {
    const rule = NAMING.has(attribute.name.toLowerCase()) ? undefined : judgeField(search, attribute.name);
    if (rule !== undefined) cut(search, view, attribute.start, attribute.end, rule);
    const decoded = decodeEntities(view.text, attribute.start, attribute.end);
    if (decoded !== undefined) descend(decodedView(view, decoded), { formats: true, name: attribute.name });
    else if (attribute.end - attribute.start >= 6) {
      descend(sliceView(view, attribute.start, attribute.end), { formats: false, name: attribute.name });
    }
  }
  const holder = attributes.find((attribute) => HOLDING.has(attribute.name.toLowerCase()));
  if (holder === undefined) return;
  for (const naming of attributes) {
    const lower = naming.name.toLowerCase();
    const named = view.text.slice(naming.start, naming.end);
    const rule =
      lower === "type" && named.toLowerCase() === "password"
        ? ({ kind: "password", grade: "any" } as const)
        : NAMING.has(lower)
          ? judgeField(search, named)
          : undefined;
    if (rule !== undefined) cut(search, view, holder.start, holder.end, rule);
  }
}

const NAMING_ELEMENTS: ReadonlySet<string> = new Set("key name field param".split(" "));

/** `<key>apiKey</key><string>…</string>` and `<name>apiKey</name><value>…</value>`: the next element holds the value. */
function findInNextElement(search: Search, view: View, tagName: string, from: number): void {
  if (!NAMING_ELEMENTS.has(tagName.toLowerCase())) return;
  const next = /^([^<]{1,120})<\/[\w:.-]{1,40}>\s{0,200}<[\w:.-]{1,40}>([^<]{1,4000})<\//.exec(
    view.text.slice(from, from + 4500),
  );
  const rule = next === null ? undefined : judgeField(search, (next[1] ?? "").trim());
  if (next === null || rule === undefined) return;
  const end = from + next[0].length - 2;
  cut(search, view, end - (next[2] ?? "").length, end, rule);
}

/** The text right behind a start tag: up to the next "<", or what a CDATA section holds. */
function findInElement(search: Search, view: View, tagName: string, from: number): void {
  const rule = judgeField(search, tagName.slice(tagName.lastIndexOf(":") + 1));
  if (rule === undefined) return;
  const { text } = view;
  const open = /^\s{0,200}<!\[CDATA\[/.exec(text.slice(from, from + 220));
  const start = open === null ? from : from + open[0].length;
  const close = text.indexOf(open === null ? "<" : "]]>", start);
  // Without its closing tag it is no element that holds text, unless a document was cut off there.
  // "Send Bearer <token> with each request" names a value; a document starts with a tag of its own.
  if (
    open === null &&
    (close === -1 ? !/^\s{0,200}<[^>]/.test(text.slice(0, from - tagName.length - 2)) : text.charAt(close + 1) !== "/")
  )
    return;
  cut(search, view, start, close === -1 ? text.length : close, rule);
}

/** XML, SOAP and HTML: elements and attributes with secret names, `<meta>`, `<input>` and `<add key= value=>` pairs. */
export function findInMarkup(search: Search, view: View, descend: Descend): void {
  const { text } = view;
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at + 1)) {
    const name = /^<([A-Za-z][\w:.-]{0,100})/.exec(text.slice(at, at + 104))?.[1];
    if (name === undefined) continue;
    const end = tagEnd(text, at);
    if (end === -1) continue;
    if (text.charAt(at + 1 + name.length) !== ">") findInTag(search, view, at + 1 + name.length, end, descend);
    if (text.charAt(end - 1) !== "/") {
      findInElement(search, view, name, end + 1);
      findInNextElement(search, view, name, end + 1);
    }
    at = end;
  }
}
