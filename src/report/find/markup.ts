import { decodeEntities } from "../views/entities.ts";
import { decodedView, sliceView, type View } from "../views/view.ts";
import type { Descend } from "./descend.ts";
import { judgeWords } from "../names/secret-name.ts";
import { splitName } from "../names/split-name.ts";
import { isProseWord } from "../values/prose.ts";
import { isKeyLike, isPlainWord, isWordCode } from "../values/shapes.ts";
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
  const next =
    /^([^<]{1,120})<\/[\w:.-]{1,40}>\s{0,200}<[\w:.-]{1,40}>(?:\s{0,20}<[\w:.-]{1,40}>){0,2}([^<]{1,4000})<\//.exec(
      view.text.slice(from, from + 4500),
    );
  const rule = next === null ? undefined : judgeField(search, (next[1] ?? "").trim());
  if (next === null || rule === undefined) return;
  const end = from + next[0].length - 2;
  cut(search, view, end - (next[2] ?? "").length, end, rule);
}

/** Elements whose text is a label; the next text, in whatever element, is its value. */
const LABELS: ReadonlySet<string> = new Set("td th dt b strong label span code em li p div h4 h5 h6 name".split(" "));
/** Tags and blanks between a label and its value, at most so many characters. */
const BETWEEN = /(?:<[^<>]{1,200}>|\s|&nbsp;|=>|=&gt;|[:="])+/y;
const LONGEST_LABEL = 80;

/** `<td>DB_PASSWORD</td><td>…</td>`, `<dt>`, `<b>API key:</b> …`, `Your password is: <b>…</b>`, dumps of debug pages. */
function findBesideLabel(search: Search, view: View, tagName: string, from: number): void {
  if (!LABELS.has(tagName.toLowerCase())) return;
  const { text } = view;
  const labelEnd = text.slice(from, from + LONGEST_LABEL + 1).indexOf("<");
  if (labelEnd < 2) return;
  const label = decodedText(text, from, from + labelEnd).replace(/^["'\s]{0,4}|[\s:="'?]{0,6}$/g, "");
  const name = label.replace(/\s(?:is|are|was)$/i, "");
  const rule = name.length < 2 ? undefined : (judgeField(search, name) ?? judgeWords(splitName(name)));
  if (rule === undefined || rule.kind === "personal") return;
  BETWEEN.lastIndex = from + labelEnd;
  const between = BETWEEN.exec(text.slice(0, from + labelEnd + 600));
  if (between === null) return;
  const start = from + labelEnd + between[0].length;
  const stop = text.slice(start, start + 4000).search(/[<\n]/);
  const end = stop === -1 ? Math.min(text.length, start + 4000) : start + stop;
  let raw = text.slice(start, end);
  const opening = /^(?:&#x27;|&quot;|&#39;|["'])/.exec(raw)?.[0] ?? "";
  raw = raw.slice(opening.length).replace(/(?:&#x27;|&quot;|&#39;|["'\s])$/, "");
  const value = decodedText(raw, 0, raw.length).trim();
  // The next label, or words about it.
  if (value.length < 4 || isPlainWord(value) || isWordCode(value) || isProseWord(value)) return;
  if (/\s/.test(value) && rule.kind !== "mnemonic") {
    const first = /^\S{4,}/.exec(value)?.[0] ?? "";
    if (!isKeyLike(first, 8)) return;
    cut(search, view, start + opening.length, start + opening.length + first.length, rule);
    return;
  }
  const lead = raw.length - raw.trimStart().length;
  cut(search, view, start + opening.length + lead, start + opening.length + raw.trimEnd().length, rule);
}

function decodedText(text: string, from: number, end: number): string {
  return decodeEntities(text, from, end)?.text ?? text.slice(from, end);
}

/** `<string name="api_key">…</string>`, `<entry key="smtp.password">…`: an attribute names what the element holds. */
function findInNamedElement(search: Search, view: View, attributesFrom: number, tagStop: number): void {
  const { text } = view;
  if (text.charAt(tagStop - 1) === "/") return;
  const naming = readAttributes(text, attributesFrom, tagStop).find(({ name }) =>
    CONTENT_NAMES.has(name.toLowerCase()),
  );
  if (naming === undefined) return;
  const rule = judgeField(search, text.slice(naming.start, naming.end));
  if (rule === undefined) return;
  const length = text.slice(tagStop + 1, tagStop + 4001).indexOf("<");
  if (length < 1) return;
  const value = text.slice(tagStop + 1, tagStop + 1 + length).trim();
  if (value === "" || isPlainWord(value) || /\s/.test(value)) return;
  cut(search, view, tagStop + 1, tagStop + 1 + length, rule);
}

const CONTENT_NAMES: ReadonlySet<string> = new Set(["name", "key", "id", "param", "field"]);

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
    if (text.charAt(at + 1 + name.length) !== ">") {
      findInTag(search, view, at + 1 + name.length, end, descend);
      findInNamedElement(search, view, at + 1 + name.length, end);
    }
    if (text.charAt(end - 1) !== "/") {
      findInElement(search, view, name, end + 1);
      findInNextElement(search, view, name, end + 1);
      findBesideLabel(search, view, name, end + 1);
    }
    at = end;
  }
}
