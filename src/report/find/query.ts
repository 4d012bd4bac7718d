import { findScatteredPhrases, mnemonicIndex, type WordValue } from "../formats/mnemonic.ts";
import { judgeName } from "../names/secret-name.ts";
import { splitName } from "../names/split-name.ts";
import { isPlaceholder } from "../values/placeholders.ts";
import { isHighEntropy, isKeyLike, isPlainWord, isPublicValue, isUuid, isWordCode } from "../values/shapes.ts";
import { decodePercent } from "../views/percent.ts";
import { decodedView, sliceView, type View } from "../views/view.ts";
import { findAuthorization } from "./authorization.ts";
import type { Descend } from "./descend.ts";
import { isSecretValue, judgeField } from "./judge.ts";
import { add, type Search } from "./search.ts";

/** Parameters of presigned URLs (AWS, Google, Azure, CloudFront, Alibaba) and single letters, all secret by place. */
const QUERY_NAMES: ReadonlySet<string> = new Set(
  "awsaccesskeyid signature sig sign x-amz-signature x-amz-credential x-amz-security-token x-goog-signature x-goog-credential key-pair-id ossaccesskeyid googleaccessid se_sig hmac hdnea hdnts __token__ auth authkey samlresponse samlrequest relaystate ticket jwt assertion client_assertion code_verifier id_token_hint login_token".split(
    " ",
  ),
);
/** Last words of parameters whose random-looking values are ids, places in a list or digests. */
export const RANDOM_PARAMETERS: ReadonlySet<string> = new Set(
  "id ids uuid guid cursor after before page offset hash digest etag version v rev sha checksum trace span request correlation address entity contract wallet account owner to from tx transaction block mint topic data calldata input abi slug ref commit fingerprint nonce timestamp time date chain network url uri redirect return next q query search filter fields sort order key cid pubkey publickey owner program validator delegate authority spender holder sender recipient receiver beneficiary collection pool pair asset gclid revision release build".split(
    " ",
  ),
);

export type Pair = { readonly name: string; readonly start: number; readonly end: number };

/** Splits `a=1&b=2` (also with ";") into pairs; names are decoded, positions are of the raw values. */
export function splitPairs(text: string, from: number, end: number, separators: string): readonly Pair[] {
  const pairs: Pair[] = [];
  let start = from;
  let equals = -1;
  for (let index = from; index <= end; index++) {
    const unit = text.charAt(index);
    if (index < end && unit === "=" && equals === -1) equals = index;
    if (index < end && !separators.includes(unit)) continue;
    if (index > start) {
      const rawName = text.slice(start, equals === -1 ? index : equals);
      const name = decodePercent(rawName, 0, rawName.length, true)?.text ?? rawName;
      pairs.push({ name, start: equals === -1 ? index : equals + 1, end: index });
    }
    start = index + 1;
    equals = -1;
  }
  return pairs;
}

/** "code" is an OAuth secret beside "state" or on a callback path, and otherwise an error code or a country. */
function isOAuthCode(pair: Pair, value: string, siblings: readonly Pair[], path: string): boolean {
  const name = pair.name.toLowerCase();
  if (name !== "code" && name !== "state" && name !== "session_state") return false;
  if (isWordCode(value) || isPlainWord(value) || value.length <= 3) return false;
  const names = siblings.map((sibling) => sibling.name.toLowerCase());
  const isFlow =
    (names.includes("code") && names.includes("state")) ||
    names.includes("grant_type") ||
    names.includes("redirect_uri") ||
    names.includes("code_verifier");
  return isFlow || (name === "code" && (/callback|oauth|auth|login|sso|connect/i.test(path) || isKeyLike(value, 16)));
}

function kindOfPair(
  search: Search,
  pair: Pair,
  value: string,
  siblings: readonly Pair[],
  path: string,
): string | undefined {
  const lower = pair.name.toLowerCase();
  if (search.rules.idempotencyNames.has(lower)) return undefined;
  if (search.rules.secretQuery.has(lower)) {
    return isPublicValue(value, search.rules.idPrefixes) ? undefined : (judgeName(pair.name)?.kind ?? "token");
  }
  if (QUERY_NAMES.has(lower)) return lower.includes("sig") ? "signature" : "credential";
  const rule = judgeField(search, pair.name);
  if (rule !== undefined)
    return isSecretValue(search, rule, value, { quoted: true, errorish: false }) ? rule.kind : undefined;
  if (isOAuthCode(pair, value, siblings, path)) return lower === "code" ? "code" : "state";
  if (lower === "key" || lower === "k")
    return isKeyLike(value, 12) && !isPublicValue(value, search.rules.idPrefixes) ? "api-key" : undefined;
  return undefined;
}

function isUnknownRandom(search: Search, name: string, value: string): boolean {
  if (splitName(name).some((word) => RANDOM_PARAMETERS.has(word) || /^[a-z]{2,}id$/.test(word))) return false;
  // A query in a query is read pair by pair; "%u5F71" is a letter.
  if (/[=&;](?=[^=])|%u[0-9A-Fa-f]{4}/.test(value) && !/^[A-Za-z0-9+/]{24,}={1,2}$/.test(value)) return false;
  if (!isHighEntropy(value) || isUuid(value) || isPublicValue(value, search.rules.idPrefixes)) return false;
  return !/^0x[0-9a-fA-F]+$/.test(value) && !/^ey[IJ]/.test(value) && !value.includes("/");
}

/**
 * Judges the parameters of a query or form. `unknown`: random-looking values under names that say nothing go as well
 * (redaction design: uncertain items in a query are cut).
 */
export function findInPairs(
  search: Search,
  view: View,
  pairs: readonly Pair[],
  options: { readonly plus: boolean; readonly unknown: boolean; readonly path: string },
  descend: Descend,
): void {
  const words: WordValue[] = [];
  for (const pair of pairs) {
    if (pair.end <= pair.start) continue;
    const decoded = decodePercent(view.text, pair.start, pair.end, options.plus);
    const value = decoded?.text ?? view.text.slice(pair.start, pair.end);
    if (isPlaceholder(value)) continue;
    const index = value.length <= 8 ? mnemonicIndex(value) : undefined;
    if (index !== undefined) words.push({ start: pair.start, end: pair.end, index });
    const kind = kindOfPair(search, pair, value, pairs, options.path);
    const inner =
      decoded === undefined ? sliceView(view, pair.start, pair.end, "url") : decodedView(view, decoded, "url");
    if (kind === "authorization") findAuthorization(search, inner, "name");
    else if (kind !== undefined) add(search, view, pair.start, pair.end, { kind, rule: "name", style: "url", value });
    else if (options.unknown && isUnknownRandom(search, pair.name, value)) {
      add(search, view, pair.start, pair.end, { kind: "unknown", rule: "place", style: "url", value });
    }
    if (value.length >= 6) descend(inner, { formats: decoded !== undefined, name: pair.name });
  }
  findScatteredPhrases(search, view, words);
}
