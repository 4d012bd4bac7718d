import { add, type Search } from "../find/search.ts";
import type { View } from "../views/view.ts";

/** File endings that follow an "@" in file names ("logo@2x.png") and package references, never a mail domain. */
const NOT_DOMAINS: ReadonlySet<string> = new Set(
  "png jpg jpeg gif svg webp avif ico css js mjs cjs ts tsx jsx json map html htm xml woff woff ttf mp mp4 webm pdf zip gz sol vy rs".split(
    " ",
  ),
);
const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;

function isLocal(unit: number): boolean {
  // Letters, digits and what mail systems really use of RFC 5322's atext; others end the address.
  if (isAlphanumeric(unit) || unit === 46 || unit === 95 || unit === 45 || unit === 43) return true;
  // What stands before the "@" may have been cut already: its mark is no name.
  return unit > 127 && unit !== 0xab && unit !== 0xbb;
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

function isDomain(unit: number): boolean {
  return isAlphanumeric(unit) || unit === 46 || unit === 45 || unit > 127;
}

/** "https://user:pass@host/" and "git@host:path": the part before "@" is found by the URL rules, the host stays. */
function isUserInformation(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  const slashes = before.lastIndexOf("://");
  if (slashes !== -1 && !/[\s/?#"'<>]/.test(before.slice(slashes + 3))) return true;
  return text.startsWith("git@", start) && text.charAt(end) === ":";
}

/** Finds e-mail addresses. Those that a provider documents as its contact stay. */
export function findEmails(search: Search, view: View): void {
  if (search.policy.keepEmails) return;
  const { text } = view;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > 0 && at - start < MAX_LOCAL && isLocal(text.charCodeAt(start - 1))) start -= 1;
    while (start < at && /[.+-]/.test(text.charAt(start))) start += 1;
    let end = at + 1;
    while (end < text.length && end - at <= MAX_DOMAIN && isDomain(text.charCodeAt(end))) end += 1;
    while (end > at + 1 && /[.-]/.test(text.charAt(end - 1))) end -= 1;
    if (start === at) continue;
    const domain = text.slice(at + 1, end);
    const last = domain.slice(domain.lastIndexOf(".") + 1);
    if (!domain.includes(".") || !/^[\p{L}]{2,24}$/u.test(last) || NOT_DOMAINS.has(last.toLowerCase())) continue;
    if (isUserInformation(text, start, end)) continue;
    const address = text.slice(start, end);
    if (search.rules.publicEmails.has(address.toLowerCase())) continue;
    add(search, view, start, end, { kind: "email", rule: "format" });
  }
}
