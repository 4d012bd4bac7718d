import { judgeWords } from "../names/secret-name.ts";
import { splitName } from "../names/split-name.ts";
import type { NameRule } from "../names/secret-words.ts";
import { isPlaceholder } from "../values/placeholders.ts";
import { isCode, isProseWord } from "../values/prose.ts";
import { isKeyLike, isPlainWord, isWordCode } from "../values/shapes.ts";
import { withoutTrailing } from "../values/trailing.ts";
import { sliceView, type View } from "../views/view.ts";
import { findAuthorization } from "./authorization.ts";
import { findCookiePairs, findSetCookies } from "./cookie.ts";
import { isSecretValue, judgeField } from "./judge.ts";
import { add, type Search } from "./search.ts";
import type { Stretch } from "./url.ts";
import { endOfRun, readLineValue, readListItems, readTextValue, type TextValue } from "./text-value.ts";
import { matchesOf } from "../views/matches.ts";

/** Endings of names that can be secret; found first, because they are rare and separators are not. */
export const TRIGGER =
  /passw(?:ord|d|ort)s?|pass(?:phrase|code|wort)?|pwd|pswd|secrets?|tokens?|keys?|auth(?:orization)?|credentials?|creds|cookies?|sid|session(?:[ _-]?id)?|otp|pin|cvv|cvc|jwt|bearer|signature|sig|seed(?:[ _-]?phrase)?|(?:recovery|secret)[ _-]phrase|mnemonic|csrf|xsrf|wif|xprv|senha|kennwort|wachtwoord|clave|parola|haslo|hasło|adgangskode|salasana|jelsz(?:o|ó)|heslo|lozinka|sifre|şifre|contrase(?:n|ñ)a|пароль|密码|パスワード|licen[cs]e|ticket|plaintext|appid|dtsg|iban|code|response|verifier|confirmation|value|repeat/gi;
/** The rest of a name behind the trigger, its closing quote or bracket, and the separator. */
const SEPARATOR =
  /([\w.\]-]{0,40})\\?["'`\]]{0,2}[ \t]{0,8}(?:(=>)\s{0,40}(?:string\(\d{1,9}\)\s)?|(:=|->|={1,3}|:|\|)[ \t]{0,8})(?=\S)/y;
/** "API key provided: x", "password is x". */
const FILLER =
  /\s{1,2}(?:(?:provided|supplied|given|used|received|sent|value|header)\s{0,2}){0,2}(?::|\bis\b|\bwas\b|=)\s{1,3}/y;
/** "API key 'x' is invalid", "token x has expired". */
const APPOSITION = /\s{1,2}(?:(?=["'`][^\s"'`]{4})|(?=[([]?[A-Za-z0-9_\-+/=.]{10})|(?=\d{4,8}\b))/y;

type Named = { readonly words: readonly string[]; readonly start: number; readonly name: string };

/** The whole name around a trigger: identifier characters before it, and up to two words before those. */
function nameAround(text: string, start: number, end: number): Named {
  let from = start;
  while (from > 0 && start - from < 60 && /[\w.\-[$]/.test(text.charAt(from - 1))) from -= 1;
  const own = text.slice(from, end);
  const before = /(?:[A-Za-z][\w-]{0,24}[ ]){1,2}$/.exec(text.slice(Math.max(0, from - 52), from))?.[0] ?? "";
  return { words: [...splitName(before), ...splitName(own)], start: from, name: own };
}

function judge(search: Search, named: Named): NameRule | undefined {
  // Words of the sentence only add to the name ("API key"); they cannot turn a name into another.
  return judgeField(search, named.name) ?? judgeWords(named.words);
}

/** `Password "Hunter2!" is too weak`: what is quoted behind the name, unless it is a word or a name itself. */
function isQuotedSecret(rule: NameRule, raw: string): boolean {
  // "pass `allowAbsoluteUrls`": the verb.
  if (rule.grade === "token" && rule.kind === "password") return false;
  return isKeyLike(raw, 8) || (rule.grade === "any" && !isPlainWord(raw) && !isWordCode(raw) && /[^A-Za-z]/.test(raw));
}

/** What only names a value that looks like one: sentences, arrows, the cells of a table. */
const WEAK_SEPARATORS: ReadonlySet<string> = new Set(["filler", "apposition", "->", "|"]);
const CODES: ReadonlySet<string> = new Set(["otp", "pin", "code"]);

/** "OTP 493021", "Your PIN is 4931". */
function isShortCode(rule: NameRule, raw: string): boolean {
  return CODES.has(rule.kind) && /^\d{4,8}$/.test(raw);
}

/** In prose and code a value must earn it; in `key=value` it is one unless it is code. */
function countsAsValue(
  rule: NameRule,
  text: string,
  value: TextValue,
  separator: string,
  atLineStart: boolean,
): boolean {
  const raw = text.slice(value.start, value.end);
  if (value.quoted) return !isProseWord(raw) && (separator !== "apposition" || isQuotedSecret(rule, raw));
  if (separator === ":" && /^\$[A-Za-z_]\w{0,60}$/.test(raw)) return false;
  if (/^\$?\{\{/.test(raw) || isCode(raw) || text.charAt(value.end) === "(" || /^[[{(]/.test(raw)) return false;
  if (WEAK_SEPARATORS.has(separator)) return isKeyLike(raw, 8) || isShortCode(rule, raw);
  if (separator === "=" || separator === "=>" || separator === ":=") return true;
  if (isProseWord(raw)) return false;
  return ((rule.grade === "any" || rule.grade === "named") && atLineStart) || !(isPlainWord(raw) || isWordCode(raw));
}

/** Cuts a value where it is a secret; returns where the cut ends, 0 where nothing was cut. */
function cutValue(search: Search, view: View, rule: NameRule, value: TextValue): number {
  const raw = view.text.slice(value.start, value.end);
  if (isPlaceholder(raw) || !isSecretValue(search, rule, raw, { quoted: true, errorish: true })) return 0;
  const end = endOfRun(view.text, value);
  add(search, view, value.start, end, { kind: rule.kind, rule: "name" });
  return end;
}

/** How much of a line is looked at to tell a credential from a sentence. */
const LINE_LOOK = 4000;

function wordsOf(line: string): readonly string[] {
  return line
    .slice(0, LINE_LOOK)
    .trim()
    .split(/[\s,]+/);
}

function looksGenerated(word: string): boolean {
  return isKeyLike(word.replace(/^"|"$/g, ""), 8) || word.length >= 20;
}

/** "Authorization: header is missing" is a sentence, "Authorization: Bearer …" a credential. */
function holdsCredential(line: string): boolean {
  if (isCode(line.slice(0, 100)) || isPlaceholder(/^\S{0,400}/.exec(line)?.[0] ?? "")) return false;
  const words = wordsOf(line);
  const last = words.at(-1) ?? "";
  return words.some(looksGenerated) || (words.length <= 2 && !isProseWord(last) && !isPlainWord(last));
}

/** Authorization and Cookie lines in logs, curl commands and debug output: names and scheme stay. As `cutValue`. */
function cutHeaderLine(search: Search, view: View, rule: NameRule, named: Named, from: number): number {
  const quote = view.text.charAt(from);
  const isQuoted = quote === '"' || quote === "'";
  const mayBeLong = !isQuoted && rule.kind !== "cookie";
  const readLine = (limit: number): TextValue => readLineValue(view.text, from, named.start, limit);
  // A line is read whole only where something in it is cut: it may name the field a thousand times.
  if (mayBeLong && !holdsCredential(sliceView(view, from, readLine(LINE_LOOK).end).text)) return 0;
  const value = isQuoted ? readTextValue(view.text, from) : readLine(Infinity);
  if (value === undefined) return 0;
  const inner = sliceView(view, value.start, value.end);
  if (rule.kind === "cookie") {
    if (!inner.text.includes("=")) return cutValue(search, view, rule, value);
    if (/set-?cookie/i.test(named.name)) findSetCookies(search, inner);
    else findCookiePairs(search, inner);
    return value.end;
  }
  if (!holdsCredential(inner.text)) return 0;
  const words = wordsOf(inner.text);
  const credential = words.find(looksGenerated);
  const last =
    words.length > 3 && !inner.text.includes("=")
      ? inner.text.indexOf(credential ?? "") + (credential ?? "").length
      : inner.text.length;
  findAuthorization(search, sliceView(inner, 0, Math.max(last, 1)), "name");
  return value.start + last;
}

function separatorAt(text: string, at: number): { kind: string; tail: string; from: number } | undefined {
  SEPARATOR.lastIndex = at;
  const direct = SEPARATOR.exec(text);
  if (direct !== null) {
    const sign = direct[2] ?? direct[3] ?? "=";
    // A comparison is code; only what is plainly a value counts behind it.
    return { kind: sign.startsWith("==") ? ":" : sign, tail: direct[1] ?? "", from: SEPARATOR.lastIndex };
  }
  FILLER.lastIndex = at;
  if (FILLER.test(text)) return { kind: "filler", tail: "", from: FILLER.lastIndex };
  APPOSITION.lastIndex = at;
  return APPOSITION.test(text) ? { kind: "apposition", tail: "", from: APPOSITION.lastIndex } : undefined;
}

/**
 * Finds `name=value`, `name: value`, `"name": "value"` and sentences such as "API key abc… is invalid" in running text:
 * logs, YAML, environment files, GraphQL arguments, source code, error messages. `urls` are judged by their own rules.
 */
export function findTextPairs(search: Search, view: View, urls: readonly Stretch[]): void {
  const { text } = view;
  let url = 0;
  // What stands inside a value that was cut is cut with it.
  let cut = 0;
  for (const match of matchesOf(TRIGGER, text)) {
    while ((urls[url]?.end ?? Infinity) <= match.index) url += 1;
    if ((urls[url]?.start ?? Infinity) <= match.index) continue;
    if (match.index < cut) continue;
    const end = match.index + match[0].length;
    if (/redacted:[a-z-]{0,30}$/.test(text.slice(Math.max(0, match.index - 40), match.index))) continue;
    const separator = separatorAt(text, end);
    if (separator === undefined) continue;
    const named = nameAround(text, match.index, end + separator.tail.length);
    const rule = judge(search, named);
    if (rule === undefined) continue;
    if ((rule.kind === "authorization" && rule.grade === "any") || rule.kind === "cookie") {
      if (separator.kind.length <= 2) cut = cutHeaderLine(search, view, rule, named, separator.from);
      continue;
    }
    // Lists that programs print: "tokens=[a, b]".
    for (const item of readListItems(text, separator.from)) {
      if (isKeyLike(text.slice(item.start, item.end), 12)) cut = Math.max(cut, cutValue(search, view, rule, item));
    }
    const value = readTextValue(text, separator.from);
    if (value === undefined) continue;
    // "v1:tokens:page2": a name in a path of names.
    const isInPath = separator.kind === ":" && text.charAt(named.start - 1) === ":";
    // Names of resources are paths of words; a secret's name is not its value.
    if (isInPath && /\barn:[\w:*/-]{0,80}$/.test(text.slice(Math.max(0, named.start - 90), named.start))) continue;
    if (isInPath && !isKeyLike(text.slice(value.start, value.end), 12)) continue;
    const lineStart = /(?:^|\n)[ \t]*(?:[-#>*]{1,2}[ \t]{1,3}|export[ \t])?["']?$/.test(
      text.slice(Math.max(0, named.start - 40), named.start),
    );
    if (countsAsValue(rule, text, value, separator.kind, lineStart)) cut = cutValue(search, view, rule, value);
  }
  findBearers(search, view);
}

const BEARER = /\b(?:Bearer|Basic)[ +]{1,3}([A-Za-z0-9._~+/=-]{8,})/gi;

/** "Bearer …" and "Basic …" anywhere in text, without the field's name before it. */
function findBearers(search: Search, view: View): void {
  for (const match of matchesOf(BEARER, view.text)) {
    const value = withoutTrailing(match[1] ?? "", ".=,;");
    if (isPlainWord(value) || isWordCode(value) || /^[a-z_]+=/.test(match[1] ?? "")) continue;
    if (!isKeyLike(value, 8)) continue;
    const end = match.index + match[0].length;
    findAuthorization(search, sliceView(view, match.index, end), "format");
  }
}
