import { sha256 } from "@noble/hashes/sha2.js";
import { add, type Search } from "../find/search.ts";
import type { View } from "../views/view.ts";
import { nameBefore } from "./name-before.ts";
import { matchesOf } from "../views/matches.ts";

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const WIF = /(?<![A-Za-z0-9])[5KLc9][1-9A-HJ-NP-Za-km-z]{50,51}(?![A-Za-z0-9])/y;
const EXTENDED = /(?<![A-Za-z0-9])[xyztuvYZUV]prv[1-9A-HJ-NP-Za-km-z]{60,120}/y;
const HEX = /(?<![0-9A-Za-z])(?:0x)?[0-9a-fA-F]{64}(?![0-9A-Za-z])/y;
const BASE58_SECRET = /(?<![A-Za-z0-9])[1-9A-HJ-NP-Za-km-z]{86,88}(?![A-Za-z0-9])/y;
const KEY_WORDS =
  /(?:private|priv|secret|signing|signer|deployer|wallet|sender)[ _-]{0,2}(?:key|hex)|privkey|\bpk\b|\bsk\b|secret[ _-]?(?:scalar|exponent)|keypair|master[ _-]?seed|\bseed\b/gi;
const OTHER_WORDS =
  /hash|\btx\b|transaction|block|root|topic|digest|checksum|sha256|keccak|public|signature|address|commit|merkle|salt|nonce|receipt/gi;
const REACH = 40;

/** Base58Check (Bitcoin's WIF, version byte and four bytes of double SHA-256). */
function hasBase58Check(text: string): boolean {
  const bytes: number[] = [];
  for (const character of text) {
    let carry = ALPHABET.indexOf(character);
    if (carry < 0) return false;
    for (let index = 0; index < bytes.length; index++) {
      carry += (bytes[index] ?? 0) * 58;
      bytes[index] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
  }
  const data = Uint8Array.from(bytes.toReversed());
  const sum = sha256(sha256(data.subarray(0, -4)));
  return data.length > 4 && data.subarray(-4).every((byte, index) => byte === sum[index]);
}

function lastMatch(pattern: RegExp, text: string): number {
  let last = -1;
  for (const match of matchesOf(pattern, text)) last = match.index;
  return last;
}

/**
 * Whether the words right before (or the field name) call the value a private key. 32 bytes in hexadecimal are nearly
 * always a hash, so the text alone never decides; of two hints the nearer one counts.
 */
function isCalledPrivate(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const key = lastMatch(KEY_WORDS, before);
  if (key < 0) return false;
  const name = nameBefore(text, start);
  if (name !== "" && !before.slice(key).includes(name.slice(-8)) && lastMatch(OTHER_WORDS, name) >= 0) return false;
  return lastMatch(OTHER_WORDS, before) < key;
}

/** The matches of a pattern that start at one of the runs: start and end, by turns. */
function matchesAt(pattern: RegExp, text: string, runs: readonly number[]): readonly RegExpExecArray[] {
  return runs.flatMap((start, index) => {
    if (index % 2 === 1) return [];
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    return match === null ? [] : [match];
  });
}

/** Private keys of chains, in `runs` of letters and digits: WIF by check sum, extended keys by prefix, 32-byte hex and Solana keys only by context. */
export function findChainKeys(search: Search, view: View, runs: readonly number[]): void {
  for (const match of matchesAt(EXTENDED, view.text, runs)) {
    add(search, view, match.index, match.index + match[0].length, {
      kind: "private-key",
      rule: "format",
      facts: match[0].slice(0, 4),
    });
  }
  for (const match of matchesAt(WIF, view.text, runs)) {
    if (!hasBase58Check(match[0])) continue;
    add(search, view, match.index, match.index + match[0].length, {
      kind: "private-key",
      rule: "format",
      facts: "WIF",
    });
  }
  for (const pattern of [HEX, BASE58_SECRET]) {
    for (const match of matchesAt(pattern, view.text, runs)) {
      if (!isCalledPrivate(view.text, match.index)) continue;
      add(search, view, match.index, match.index + match[0].length, { kind: "private-key", rule: "format" });
    }
  }
}
