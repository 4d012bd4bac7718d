import { literalsOf } from "../formats/literals.ts";
import { startsBase64Text, startsHexText } from "../views/base64.ts";

/**
 * What every trigger of `findTextPairs` contains, and "Basic": a text without any of them has no pair, and one without
 * anything else of interest needs no other rule.
 */
export const TRIGGER_STEMS: readonly string[] =
  "pass pwd pswd secret token key auth cred cookie sid session otp pin cvv cvc jwt bearer sig seed phrase mnemonic csrf xsrf wif xprv senha kennwort iban code response verifier confirmation value repeat basic wachtwoord clave parola haslo contrase appid dtsg adgang salasana jelsz heslo lozinka sifre licen ticket plaintext @tcp( @unix( bind( :thin: mysql".split(
    " ",
  );

/** The same for words that are not ASCII: their rarest letters are looked for. */
export const FOREIGN_STEMS: readonly string[] = ["hasł", "şifre", "пароль", "密码", "パスワード"];
const FOREIGN: ReadonlySet<number> = new Set(Array.from("łşпП密パ", (letter) => letter.charCodeAt(0)));

/** "nothing": no rule for texts without a name finds anything. "pairs": only names and values in prose may be there. */
export type Interest = {
  readonly rules: "nothing" | "pairs" | "all";
  /** Separators, a run long enough to be encoded, or a sentence with a number in it. */
  readonly isWorthReading: boolean;
};

const NOTHING: Interest = { rules: "nothing", isWorthReading: false };
const NOTHING_WORTH: Interest = { rules: "nothing", isWorthReading: true };
const PAIRS: Interest = { rules: "pairs", isWorthReading: false };
const PAIRS_WORTH: Interest = { rules: "pairs", isWorthReading: true };
const ALL: Interest = { rules: "all", isWorthReading: false };
const ALL_WORTH: Interest = { rules: "all", isWorthReading: true };

const { next, accepting } = literalsOf(TRIGGER_STEMS, true);

/** Starts brackets, markup, an encoded character or another line. */
const STRUCTURE = 1;
const SEPARATOR = 2;
const RUN = 4;
const HEX = 8;
const HEX_SEPARATOR = 16;
const DIGIT = 32;
const WORD = 64;
const BLANK = 128;
const KIND = new Uint8Array(128);

function mark(characters: string, bits: number): void {
  for (const character of characters) KIND[character.charCodeAt(0)] = (KIND[character.charCodeAt(0)] ?? 0) | bits;
}

mark("[{<%&\\\n\r", STRUCTURE);
mark(":=@%&\\<{[", SEPARATOR);
mark("0123456789", RUN | HEX | DIGIT | WORD);
mark("abcdefABCDEF", RUN | HEX | WORD);
mark("ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ", RUN | WORD);
mark("+/_-", RUN);
mark(" ,:x", HEX_SEPARATOR);
mark(" \t\v\f\n\r", BLANK);

/** Shortest run that is read as base64 or hexadecimal. */
const ENCODED = 16;

/** Looks at `text[start, end)` once. */
export function interestOf(text: string, start: number, end: number): Interest {
  let state = 0;
  let isTriggered = false;
  let isStructured = false;
  let isWorth = false;
  let runStart = -1;
  let space = -1;
  let hexDigits = 0;
  let hexGap = 0;
  let hexIsSplit = false;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    const kind = unit < 128 ? (KIND[unit] ?? 0) : 0;
    state = unit < 128 ? (next[state * 128 + unit] ?? 0) : 0;
    if (state >= accepting || (unit >= 128 && FOREIGN.has(unit))) isTriggered = true;
    if ((kind & RUN) !== 0) {
      if (runStart < 0) runStart = index;
    } else if (runStart >= 0) {
      if (index - runStart >= ENCODED) {
        isWorth = true;
        if (mayBeEncoded(text, runStart, index)) isStructured = true;
      }
      runStart = -1;
    }
    if ((kind & HEX) !== 0) {
      hexGap = 0;
      hexDigits += 1;
      if (hexIsSplit && hexDigits >= ENCODED) isStructured = true;
      if ((kind & DIGIT) !== 0 && space >= 0 && index - space <= 31) isWorth = true;
      continue;
    }
    if ((kind & HEX_SEPARATOR) !== 0 && hexDigits > 0 && hexGap < 3) {
      hexGap += 1;
      // The "0x" that a run starts with splits nothing.
      if (unit !== 120 || hexDigits > 1) hexIsSplit = true;
    } else {
      hexDigits = 0;
      hexGap = 0;
      hexIsSplit = false;
    }
    if ((kind & SEPARATOR) !== 0) isWorth = true;
    if ((kind & STRUCTURE) !== 0) isStructured = true;
    else if (unit === 47 && text.charCodeAt(index - 1) === 58 && text.charCodeAt(index + 1) === 47) isStructured = true;
    else if (unit === 32) {
      space = index;
      if (text.charCodeAt(index + 1) === 45) isStructured = true;
    } else if ((kind & BLANK) !== 0 || isWideBlank(unit)) space = -1;
    if (isStructured && isWorth) return ALL_WORTH;
  }
  if (runStart >= 0 && end - runStart >= ENCODED) {
    isWorth = true;
    if (mayBeEncoded(text, runStart, end)) isStructured = true;
  }
  if (isStructured) return isWorth ? ALL_WORTH : ALL;
  if (isTriggered) return isWorth ? PAIRS_WORTH : PAIRS;
  return isWorth ? NOTHING_WORTH : NOTHING;
}

function isWideBlank(unit: number): boolean {
  return unit >= 0xa0 && /\s/.test(String.fromCharCode(unit));
}

/** Whether a run of at least 16 characters starts with text in base64, or a part of it with text in hexadecimal. */
function mayBeEncoded(text: string, start: number, end: number): boolean {
  if (startsBase64Text(text, start)) return true;
  // Hexadecimal digits follow anything but letters and digits: "-", "_", "+" and "/" among the rest.
  for (let from = start; from < end;) {
    const first = text.charCodeAt(from) === 48 && text.charCodeAt(from + 1) === 120 ? from + 2 : from;
    let to = first;
    while (to < end && ((KIND[text.charCodeAt(to)] ?? 0) & HEX) !== 0) to += 1;
    if (to - first >= ENCODED && startsHexText(text, first)) return true;
    while (to < end && ((KIND[text.charCodeAt(to)] ?? 0) & WORD) !== 0) to += 1;
    from = to + 1;
  }
  return false;
}
