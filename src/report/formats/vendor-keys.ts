import { add, type Search } from "../find/search.ts";
import { isPlaceholder } from "../values/placeholders.ts";
import { withoutTrailing } from "../values/trailing.ts";
import type { View } from "../views/view.ts";
import type { Clue, FormatTraits } from "./format-literals.ts";
import { type Alphabet, ALPHABETS, KEY_FORMATS, SHORT_PREFIXES } from "./key-formats.ts";

/** Generated parts of this length have digits or letters of both cases. */
const LONG_TAIL = 16;
const WORDS = /^(?:[a-z_.-]+|[A-Z_.-]+)$/;

/** Distinctive prefixes count anywhere; shorter ones only at the start of a word. */
const DISTINCTIVE = 6;

const MASKS: ReadonlyMap<Alphabet, Uint8Array> = new Map(
  Object.entries(ALPHABETS).flatMap(([name, characters]) => {
    const mask = new Uint8Array(128);
    for (const character of characters) mask[character.charCodeAt(0)] = 1;
    return isAlphabet(name) ? [[name, mask] as const] : [];
  }),
);

function isAlphabet(name: string): name is Alphabet {
  return name in ALPHABETS;
}

/** Where the run of an alphabet's characters from `from` on ends. */
function runEnd(text: string, from: number, alphabet: Alphabet): number {
  const mask = MASKS.get(alphabet);
  let end = from;
  while (mask?.[text.charCodeAt(end)] === 1) end += 1;
  return end;
}

function isInWord(text: string, at: number): boolean {
  return at > 0 && /[A-Za-z0-9_]/.test(text.charAt(at - 1));
}

/** The part after a prefix that documents print instead of a key: all x, "your_key_here", nothing. */
function isSampleTail(tail: string): boolean {
  return isPlaceholder(tail) || /^(?:x{3,}|X{3,}|\.+|_+|-+)$/.test(tail) || /^(?:your|YOUR)[_-]/.test(tail);
}

function found(search: Search, view: View, start: number, key: string, prefix: string, kind: string): void {
  if (isSampleTail(key.slice(prefix.length))) return;
  add(search, view, start, start + key.length, { kind, rule: "format", facts: prefix });
}

function findKeys(search: Search, view: View, traits: FormatTraits): void {
  const { text } = view;
  let taken = 0;
  for (const { start, end, index } of traits.keys) {
    const format = KEY_FORMATS[index];
    if (format === undefined || start < taken) continue;
    const { prefix, alphabet, least, kind = "api-key", verify } = format;
    if (prefix.length < DISTINCTIVE && isInWord(text, start)) continue;
    const keyEnd = runEnd(text, end, alphabet);
    if (keyEnd - end < least) continue;
    const key = withoutTrailing(text.slice(start, keyEnd), ".,;:!)'");
    if (verify?.(key) === false) continue;
    // "live_streaming_configuration_enabled": a long run of letters of one case is a name.
    if (least >= LONG_TAIL && WORDS.test(key.slice(prefix.length))) continue;
    taken = keyEnd;
    if (isSampleTail(key.slice(prefix.length))) continue;
    add(search, view, start, start + key.length, { kind, rule: "format", facts: format.facts ?? prefix });
  }
}

function kindOf(prefix: string): string {
  return prefix === "rt_" ? "refresh-token" : "api-key";
}

const PREFIXES: ReadonlySet<string> = new Set(KEY_FORMATS.map(({ prefix }) => prefix));
/** Key formats that begin like a short prefix; they have a rule of their own. */
const LONGER = [...PREFIXES].filter((prefix) => SHORT_PREFIXES.some((short) => prefix.startsWith(short)));

/** A capital or a digit in the tail: only what looks generated, no language tag such as sk_SK. */
const GENERATED = /[A-Z0-9]/;

function findShort(search: Search, view: View, traits: FormatTraits): void {
  const { text } = view;
  let taken = 0;
  for (const { start, end, index } of traits.short) {
    if (start < taken || isInWord(text, start)) continue;
    const keyEnd = runEnd(text, end, "wide");
    if (keyEnd - end < 6) continue;
    taken = keyEnd;
    const key = text.slice(start, keyEnd);
    if (!GENERATED.test(key.slice(end - start))) continue;
    if (LONGER.some((known) => key.startsWith(known))) continue;
    if (search.rules.idPrefixes.some((id) => key.startsWith(id))) continue;
    const prefix = SHORT_PREFIXES[index] ?? "";
    found(search, view, start, key, prefix, kindOf(prefix));
  }
}

/** Own prefixes of provider documents, which users write too: matched literally, never as patterns. */
function findProviderKeys(search: Search, view: View, traits: FormatTraits): void {
  const { text } = view;
  for (const { start, end, index } of traits.ofProviders) {
    const prefix = search.rules.keyPrefixes[index] ?? "";
    if (PREFIXES.has(prefix) || (prefix.length < 7 && isInWord(text, start))) continue;
    const keyEnd = runEnd(text, end, "wide");
    const tail = text.slice(end, keyEnd);
    if (tail.length < 4 || (prefix.length < 7 && !GENERATED.test(tail))) continue;
    found(search, view, start, prefix + tail, prefix, kindOf(prefix));
  }
}

const TELEGRAM = /(?<![A-Za-z0-9])\d{8,10}:AA[A-Za-z0-9_-]{32,34}(?![A-Za-z0-9_-])/y;
const DISCORD = /(?<![A-Za-z0-9])[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}/y;
const MAILCHIMP = /(?<![0-9a-f])[0-9a-f]{32}-us\d{1,2}(?!\d)/y;
const TERRAFORM = /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{20,100}/y;
/** Crypt-style password hashes. */
const BCRYPT = /\$2[abxy]\$\d{2}\$[./A-Za-z0-9]{20,60}/y;
const ARGON = /\$argon2(?:id|i|d)\$[A-Za-z0-9$=,+/.-]{20,250}/y;
const CRYPT = /\$(?:scrypt|pbkdf2[a-z0-9-]{0,12}|5|6|7|y)\$[A-Za-z0-9$=,+/.:-]{20,200}/y;

function shapeOf(clue: Clue): { readonly pattern: RegExp; readonly kind: string } | undefined {
  if (clue === ":AA") return { pattern: TELEGRAM, kind: "token" };
  if (clue === ".atlasv1.") return { pattern: TERRAFORM, kind: "api-key" };
  if (clue === "-us") return { pattern: MAILCHIMP, kind: "api-key" };
  if (clue === "$argon2") return { pattern: ARGON, kind: "password-hash" };
  if (clue.startsWith("$2")) return { pattern: BCRYPT, kind: "password-hash" };
  return clue.startsWith("$") ? { pattern: CRYPT, kind: "password-hash" } : undefined;
}

/** Where a shape with this clue in its middle would start. */
function startBefore(text: string, clue: Clue, at: number): number {
  if (clue === "-us") return at - 32;
  if (clue === ".atlasv1.") return at - 14;
  let start = at;
  if (clue === ":AA") while (start > at - 10 && /\d/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function findShapes(search: Search, view: View, traits: FormatTraits): void {
  let taken = 0;
  const take = (pattern: RegExp, start: number, kind: string): boolean => {
    if (start < taken) return false;
    pattern.lastIndex = start;
    const match = pattern.exec(view.text);
    if (match === null) return false;
    taken = start + match[0].length;
    add(search, view, start, taken, { kind, rule: "format", facts: "" });
    return true;
  };
  for (const { clue, start } of traits.clues) {
    const shape = shapeOf(clue);
    if (shape !== undefined) take(shape.pattern, startBefore(view.text, clue, start), shape.kind);
  }
  taken = 0;
  // The first part of a bot token of Discord has 24 to 28 characters; the dots are seven apart.
  for (const dot of traits.spacedDots) {
    for (let start = dot - 7 - 28; start <= dot - 7 - 24; start++) if (take(DISCORD, start, "token")) break;
  }
}

const AIRTABLE = /(?<![A-Za-z0-9])pat[A-Za-z0-9]{14}\.$/;

/** Airtable's personal access tokens: "pat", an id of 14, a dot and 64 hexadecimal digits. */
function findAirtable(search: Search, view: View, runs: readonly number[]): void {
  for (let at = 0; at < runs.length; at += 2) {
    const from = runs[at] ?? 0;
    const end = runs[at + 1] ?? from;
    if (end - from !== 64 || !AIRTABLE.test(view.text.slice(Math.max(0, from - 19), from))) continue;
    add(search, view, from - 18, end, { kind: "api-key", rule: "format", facts: "" });
  }
}

/** Finds keys by their published shape anywhere in the text: the three APIs' own, and those of common vendors. */
export function findVendorKeys(search: Search, view: View, traits: FormatTraits): void {
  if (view.text.length < 8) return;
  if (traits.keys.length > 0) findKeys(search, view, traits);
  if (traits.short.length > 0) findShort(search, view, traits);
  if (traits.ofProviders.length > 0) findProviderKeys(search, view, traits);
  if (traits.longRuns.length > 0) findAirtable(search, view, traits.longRuns);
  if (traits.clues.length > 0 || traits.spacedDots.length > 0) findShapes(search, view, traits);
}
