import { splitName } from "../names/split-name.ts";
import { isGenerated } from "../values/generated.ts";
import {
  isChainAddress,
  isHighEntropy,
  isKeyLike,
  isPlainWord,
  isPublicValue,
  isUuid,
  isWordCode,
} from "../values/shapes.ts";
import { decodePercent } from "../views/percent.ts";
import { decodedView, sliceView, type View } from "../views/view.ts";
import { judgeField } from "./judge.ts";
import type { Descend } from "./descend.ts";
import { findInPairs, splitPairs } from "./query.ts";
import { add, type Search } from "./search.ts";

/** Path segments after which a one-time token follows. */
const TOKEN_AFTER: ReadonlySet<string> = new Set(
  "reset reset-password password-reset resetpassword magic magic-link magiclink invite invites invitation invitations verify verify-email verification confirm confirmation activate activation unsubscribe shared share secret secrets token passwordless one-time otp login-link accept-invite recover recovery".split(
    " ",
  ),
);
/** Words in one of the two segments before a one-time token, whatever stands around them: "password_resets", "7". */
const TOKEN_WORDS: ReadonlySet<string> = new Set(
  "reset resets password verify confirm activate activation invite invites invitation accept join magic login signin unsubscribe feed feeds share shared ticket otp recover set".split(
    " ",
  ),
);
/** The same for what may also be an id: only a long value in no order counts, no UUID. */
const KEY_WORDS: ReadonlySet<string> = new Set(
  "key keys session sessions hook hooks webhook webhooks calendar ical ics push subscribe subscription".split(" "),
);
/** Hosts and paths of JSON-RPC nodes. */
const NODE_WORDS =
  /(?:^|[./_-])(?:rpc|node|nodes|mainnet|testnet|sepolia|ethereum|polygon|solana|bsc|arbitrum)(?:[./_-]|$)/i;
/** ASP.NET's session in the path: "/(S(id))/". */
const ASP_SESSION = /^\([A-Z]\([A-Za-z0-9]{12,80}\)\)$/;
/** Hosts that take a key as a path segment (RPC providers), and how long such a segment is at least. */
const KEY_HOSTS =
  /(?:^|\.)(?:infura\.io|alchemy\.com|alchemyapi\.io|quiknode\.pro|quicknode\.com|ankr\.com|chainstack\.com|blastapi\.io|getblock\.io|moralis-nodes\.com|drpc\.org|tenderly\.co|pokt\.network|nodereal\.io|helius-rpc\.com|blockpi\.network|allthatnode\.com|chainnodes\.org|rpcfast\.com)$/i;
const HOOK_HOSTS =
  /(?:^|\.)(?:hooks\.slack\.com|discord(?:app)?\.com|webhook\.office\.com|hooks\.zapier\.com|webhook\.site|api\.telegram\.org|maker\.ifttt\.com|open\.feishu\.cn|outlook\.office\.com|chat\.googleapis\.com|fcm\.googleapis\.com|push\.services\.mozilla\.com|push\.apple\.com|notify\.windows\.com)$/i;

type Layout = { readonly authority: number; readonly path: number; readonly query: number; readonly fragment: number };

/** Splits by hand: the text may be relative, malformed or cut, and must not be re-encoded. -1 marks a missing part. */
function layOut(text: string): Layout {
  const slashes = text.indexOf("://");
  const isAbsolute = slashes > 0 && slashes < 30 && /^[A-Za-z][A-Za-z0-9+.:-]*$/.test(text.slice(0, slashes));
  const authority = isAbsolute ? slashes + 3 : text.startsWith("//") ? 2 : -1;
  const from = Math.max(0, authority);
  const hash = text.indexOf("#", from);
  const end = hash === -1 ? text.length : hash;
  const mark = text.indexOf("?", from);
  const query = mark === -1 || mark > end ? -1 : mark;
  const pathEnd = query === -1 ? end : query;
  // Passwords of database addresses hold slashes; a web address cannot.
  const webby = !isAbsolute || /^(?:https?|wss?|ftp|file):/i.test(text);
  const at = webby ? -1 : text.slice(from, pathEnd).lastIndexOf("@");
  const searchFrom = from + Math.max(0, at);
  const slash = authority === -1 ? 0 : text.slice(searchFrom, pathEnd).search(/[/\\]/);
  return { authority, path: authority === -1 ? 0 : slash === -1 ? pathEnd : searchFrom + slash, query, fragment: hash };
}

/** `user:password@`: what stands before the last "@" of the authority. A key is often sent as the user. */
function findUserInformation(search: Search, view: View, layout: Layout): string {
  if (layout.authority === -1) return "";
  const authority = view.text.slice(layout.authority, layout.path);
  const at = authority.lastIndexOf("@");
  const host = authority.slice(at + 1).replace(/:\d{0,5}$/, "");
  if (at <= 0) return host;
  const colon = authority.indexOf(":");
  const hasPassword = colon !== -1 && colon < at;
  const user = authority.slice(0, hasPassword ? colon : at);
  // "git@host", "user@host": a name, no secret.
  if (!hasPassword && isPlainWord(user) && user.length <= 12) return host;
  const password = hasPassword ? authority.slice(colon + 1, at) : "";
  const readings = [user, password].map((raw) => decodePercent(raw, 0, raw.length, false)?.text ?? raw);
  add(search, view, layout.authority, layout.authority + at, {
    kind: "url-credentials",
    rule: "place",
    style: "url",
    also: readings.filter((reading, index) => reading.length >= 6 && (index === 1 || isKeyLike(reading))),
  });
  return host;
}

type PathContext = {
  /** The segment before, and the one before that, in lower case. */
  readonly previous: string;
  readonly earlier: string;
  readonly host: string;
  /** How many segments stand before. */
  readonly index: number;
};

function holdsWord(words: ReadonlySet<string>, segment: string): boolean {
  return segment.length <= 40 && splitName(segment).some((word) => words.has(word));
}

/** Under names that say so a long value in no order is a key or a one-time token; words with a number are a title. */
function isAfterWords(segment: string, { previous, earlier, host, index }: PathContext): boolean {
  if (!isGenerated(segment, 16)) return false;
  if (holdsWord(TOKEN_WORDS, previous)) return true;
  if (isUuid(segment) || segment.length < 20) return false;
  if (holdsWord(TOKEN_WORDS, earlier) || holdsWord(KEY_WORDS, previous) || holdsWord(KEY_WORDS, earlier)) return true;
  return index >= 1 && NODE_WORDS.test(host);
}

function isPathSecret(search: Search, segment: string, context: PathContext): boolean {
  const { previous, host, index } = context;
  if (ASP_SESSION.test(segment)) return true;
  if (/^bot\d{6,12}:/.test(segment)) return true;
  if (isChainAddress(segment) || isPublicValue(segment, search.rules.idPrefixes)) return false;
  if (TOKEN_AFTER.has(previous)) {
    return (
      isUuid(segment) ||
      isKeyLike(segment, 8) ||
      (segment.length >= 20 && !isWordCode(segment) && !isPlainWord(segment))
    );
  }
  if (KEY_HOSTS.test(host)) return segment.length >= 16 && (isUuid(segment) || isGenerated(segment, 16));
  if (HOOK_HOSTS.test(host)) return index >= 2 && (isUuid(segment) || isKeyLike(segment, 8));
  return isAfterWords(segment, context);
}

function findInPath(search: Search, view: View, layout: Layout, host: string, descend: Descend): void {
  const pathEnd = layout.query !== -1 ? layout.query : layout.fragment !== -1 ? layout.fragment : view.text.length;
  let previous = "";
  let earlier = "";
  let start = layout.path;
  for (let index = layout.path, count = 0; index <= pathEnd; index++) {
    if (index < pathEnd && view.text.charAt(index) !== "/") continue;
    const semicolon = view.text.slice(start, index).indexOf(";");
    const end = semicolon === -1 ? index : start + semicolon;
    const decoded = decodePercent(view.text, start, end, false);
    const segment = decoded?.text ?? view.text.slice(start, end);
    if (segment !== "" && isPathSecret(search, segment, { previous, earlier, host, index: count })) {
      add(search, view, start, end, { kind: "path-token", rule: "place", style: "url", value: segment });
    }
    if (end < index) {
      // Matrix parameters (RFC 3986 section 3.3): ";jsessionid=…".
      const pairs = splitPairs(view.text, end + 1, index, ";");
      findInPairs(search, view, pairs, { plus: false, unknown: false, path: "" }, descend);
    }
    if (segment.length >= 6 && (decoded !== undefined || segment.length >= 16)) {
      const inner = decoded === undefined ? sliceView(view, start, end, "url") : decodedView(view, decoded, "url");
      descend(inner, { formats: decoded !== undefined, name: "" });
    }
    if (segment !== "") {
      earlier = previous;
      previous = segment.toLowerCase();
      count += 1;
    }
    start = index + 1;
  }
}

/**
 * Finds what a URL must not tell: user information, one-time tokens and keys in the path, matrix parameters, query and
 * fragment. `whole` is the view of exactly one URL or path.
 */
export function findInUrl(search: Search, whole: View, descend: Descend): void {
  const view = sliceView(whole, 0, whole.text.length, "url");
  const { text } = view;
  const layout = layOut(text);
  const host = findUserInformation(search, view, layout);
  findInPath(search, view, layout, host, descend);
  const path = text.slice(layout.path, layout.query === -1 ? text.length : layout.query);
  if (layout.query !== -1) {
    const end = layout.fragment === -1 ? text.length : layout.fragment;
    const pairs = splitPairs(text, layout.query + 1, end, "&;?");
    findInPairs(search, view, pairs, { plus: true, unknown: true, path }, descend);
  }
  if (layout.fragment !== -1) {
    // OAuth's implicit grant and single-page routers: "#access_token=…", "#/reset?token=…".
    const inner = Math.max(layout.fragment, text.indexOf("?", layout.fragment));
    const pairs = splitPairs(text, inner + 1, text.length, "&;");
    findInPairs(search, view, pairs, { plus: true, unknown: true, path }, descend);
    const only = pairs.length === 1 ? pairs[0] : undefined;
    if (
      only !== undefined &&
      only.start === only.end &&
      isHighEntropy(only.name) &&
      judgeField(search, only.name) === undefined
    ) {
      add(search, view, inner + 1, text.length, { kind: "unknown", rule: "place", style: "url" });
    }
  }
}

export type Stretch = { readonly start: number; readonly end: number };

/** A value that is one address; an apostrophe in it is its own, unlike in running text. */
const WHOLE_URL = /^[A-Za-z][A-Za-z0-9+.-]{0,28}:\/\/[^\s"<>]*$/;
const URL_END = /[\s"'<>`\\^{}|]/;

/** Finds the URLs in running text and searches each; returns where they stand, in order. */
export function findUrls(search: Search, view: View, descend: Descend): readonly Stretch[] {
  const { text } = view;
  const found: Stretch[] = [];
  for (let at = text.indexOf("://"); at !== -1;) {
    let start = at;
    while (start > 0 && at - start < 30 && /[A-Za-z0-9+.:-]/.test(text.charAt(start - 1))) start -= 1;
    while (start < at && !/[A-Za-z]/.test(text.charAt(start))) start += 1;
    let end = at + 3;
    if (start === 0 && WHOLE_URL.test(text)) end = text.length;
    while (end < text.length && !URL_END.test(text.charAt(end))) end += 1;
    if (end < text.length) {
      // A sentence's own punctuation is no part of the address.
      while (end > at + 3 && /[.,;:!?)\]]/.test(text.charAt(end - 1))) end -= 1;
    }
    if (end > at + 3) {
      findInUrl(search, sliceView(view, start, end, "url"), descend);
      found.push({ start, end });
    }
    at = text.indexOf("://", Math.max(end, at + 3));
  }
  return found;
}
