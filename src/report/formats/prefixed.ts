import { add, type Search } from "../find/search.ts";
import { isGenerated } from "../values/generated.ts";
import { isHighEntropy, isUuid } from "../values/shapes.ts";
import type { View } from "../views/view.ts";

/** Words that vendors put before the generated part of a key. */
const KEY_WORDS: ReadonlySet<string> = new Set(
  "sk rk tk ak sec sct key keys apikey api secret token tok tkn pat oat rat auth access refresh admin root svc service priv private prv personal cred credential pw pwd pass password session sess bearer webhook whsec hook signing deploy bot user".split(
    " ",
  ),
);
/** They say that it is a key only beside another word: an id of an object has them, too. */
const MODES: ReadonlySet<string> = new Set(
  "live test prod production sandbox dev development stage staging".split(" "),
);
/** Prefixes of ids and of what is public. */
const PUBLIC: ReadonlySet<string> = new Set(
  "pi cus req resp msg evt cs ch sub si in il price prod seti src pm ba tok txn tr po re dp cn card acct org proj file run thread asst call chatcmpl batch step msgs toolu srvtoolu conv item id ids trace request span event order pub public publishable pk client app ref cursor build hash sha md digest etag rev commit chunk main index vendor bundle style app page image img asset cid tx block addr address arn uuid guid usr team ws job task node pod key_id version ver pkg lib dist module vol snap ami subnet sg vpc eni rtb igw instance i".split(
    " ",
  ),
);
const WIDE = /[A-Za-z0-9_-]/;
/** How far a token is followed to both sides. */
const FAR = 400;
/** Text that is sure to be no key: names of files and pictures. */
const FILE = /^\.(?:js|mjs|css|map|png|jpe?g|svg|gif|webp|woff2?|html?|json|txt|pdf|zip|wasm|chunk|min)\b/;

/**
 * Keys of vendors that are in no list: words such as "live", "api", "pat" joined by "_" or "-", then a long generated
 * part. Ids have the same build with other words ("cus_…", "req_…"), and stay.
 */
export function findPrefixed(search: Search, view: View, tails: readonly number[]): void {
  const { text } = view;
  let taken = 0;
  for (let at = 0; at < tails.length; at += 2) {
    const from = tails[at] ?? 0;
    if (from < taken) continue;
    let start = from;
    while (start > taken && from - start < FAR && WIDE.test(text.charAt(start - 1))) start -= 1;
    let end = tails[at + 1] ?? from;
    while (end < text.length && end - from < FAR && WIDE.test(text.charAt(end))) end += 1;
    taken = end;
    if (/[/.%\\&=]/.test(text.charAt(start - 1)) && text.charAt(start - 1) !== "=") continue;
    const token = text.slice(start, end);
    if (!isKey(search, token) || FILE.test(text.slice(end, end + 12))) continue;
    add(search, view, start, end, { kind: "api-key", rule: "format", facts: "" });
  }
}

function isKey(search: Search, token: string): boolean {
  const head = /^(?:[A-Za-z][A-Za-z0-9]{0,14}[_-]){1,4}/.exec(token)?.[0] ?? "";
  const words: string[] = [];
  let length = 0;
  for (const part of head.split(/(?<=[_-])/)) {
    const word = part.slice(0, -1);
    // A part with digits among letters belongs to what was generated.
    if (!/^[A-Za-z]+\d{0,2}$/.test(word)) break;
    words.push(word.toLowerCase().replace(/\d{1,2}$/, ""));
    length += part.length;
  }
  const [first = ""] = words;
  const tail = token.slice(length);
  if (words.length === 0 || tail.length < 16 || PUBLIC.has(first) || isUuid(tail)) return false;
  if (search.rules.idPrefixes.some((id) => token.startsWith(id))) return false;
  const says = words.some(
    (word) => KEY_WORDS.has(word) || [...KEY_WORDS].some((key) => key.length > 3 && word.endsWith(key)),
  );
  if (says && !words.some((word) => PUBLIC.has(word))) return isGenerated(tail, 16);
  if (words.length >= 2 && words.some((word) => MODES.has(word)) && !words.some((word) => PUBLIC.has(word)))
    return isGenerated(tail, 20);
  if (first.length <= 8 && tail.length >= 40 && !/^[0-9a-f]+$/i.test(tail) && isGenerated(tail, 40)) return true;
  // "gw_" and 40 characters of three kinds: no id is that long.
  return first.length <= 8 && tail.length >= 32 && isHighEntropy(tail);
}
