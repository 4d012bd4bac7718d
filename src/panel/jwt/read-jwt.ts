import { at, type JsonNodes, kindOf, readNodes } from "../json-tree/json-nodes.ts";
import { textOfBase64 } from "../../web/bytes.ts";
import { shownKey } from "../json-tree/token-text.ts";

/** A token as read, without its signature and without the token itself. */
export type Jwt = {
  readonly header: JsonNodes;
  /** Undefined where the claims are encrypted (JWE) or cannot be read. */
  readonly claims: JsonNodes | undefined;
  readonly isEncrypted: boolean;
};

/** Tokens are read up to this many of one text: a body may list thousands. */
export const MOST_TOKENS = 10;

/**
 * The tokens in a text, each once, in order, and how many more there are. A JWT begins with the base64url of `{"`, its
 * parts are joined by dots: two or three of a signed one (RFC 7515), five of an encrypted one (RFC 7516). Linear: each
 * run of token characters is looked at once.
 */
export function findJwts(text: string): {
  readonly tokens: readonly { readonly start: number; readonly jwt: Jwt }[];
  readonly more: number;
} {
  const tokens: { readonly start: number; readonly jwt: Jwt }[] = [];
  const seen = new Set<string>();
  let more = 0;
  for (let start = text.indexOf("eyJ"); start !== -1;) {
    let end = start;
    while (end < text.length && isTokenUnit(text.charCodeAt(end))) end += 1;
    const token = text.slice(start, end);
    if (token.includes(".") && !seen.has(token)) {
      seen.add(token);
      const jwt = tokens.length < MOST_TOKENS ? readJwt(token) : undefined;
      if (jwt !== undefined) tokens.push({ start, jwt });
      else if (tokens.length >= MOST_TOKENS) more += 1;
    }
    start = text.indexOf("eyJ", end);
  }
  return { tokens, more };
}

function isTokenUnit(unit: number): boolean {
  return (
    (unit >= 48 && unit <= 57) || // 0-9
    (unit >= 65 && unit <= 90) || // A-Z
    (unit >= 97 && unit <= 122) || // a-z
    unit === 45 || // -
    unit === 46 || // .
    unit === 95 // _
  );
}

function readJwt(token: string): Jwt | undefined {
  const parts = token.split(".", 6);
  const [head = "", payload = ""] = parts;
  const header = readPart(head);
  if (header === undefined || !["alg", "enc", "typ"].some((name) => memberOf(header, name) !== -1)) return undefined;
  const isEncrypted = parts.length === 5 || memberOf(header, "enc") !== -1;
  return { header, claims: isEncrypted ? undefined : readPart(payload), isEncrypted };
}

/** A part as the nodes of its JSON object: numbers stay as they were written. */
function readPart(part: string): JsonNodes | undefined {
  const text = textOfBase64(part);
  const nodes = text === undefined ? undefined : readNodes(text, false);
  return nodes !== undefined && kindOf(nodes, 0) === "object" ? nodes : undefined;
}

/** The members of an object at the top. */
export function membersOf(nodes: JsonNodes): readonly number[] {
  const members: number[] = [];
  for (let member = 1; member < nodes.count; member = at(nodes.next, member)) members.push(member);
  return members;
}

/** The top-level member of that name, the last one where it comes twice, as JSON.parse has it; -1 where there is none. */
function memberOf(nodes: JsonNodes, name: string): number {
  return membersOf(nodes).findLast((member) => shownKey(nodes, member) === name) ?? -1;
}
