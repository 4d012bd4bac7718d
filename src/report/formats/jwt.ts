import { add, type Search } from "../find/search.ts";
import { textOfBase64 } from "../views/base64.ts";
import type { View } from "../views/view.ts";
import { withoutTrailing } from "../values/trailing.ts";
import { matchesOf } from "../views/matches.ts";

// A base64url JSON object starts with eyJ ({"). Three parts are a JWS, five a JWE (RFC 7515, RFC 7516); parts may be
// empty (alg none, direct encryption) and the last ones may have been cut off.
const CANDIDATE = /ey[JI][A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*){0,4}/g;

type Claims = Readonly<Record<string, unknown>>;

function readObject(part: string): Claims | undefined {
  const text = textOfBase64(part);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    // Cut off or not JSON: no facts.
    return undefined;
  }
}

function instant(seconds: unknown): string | undefined {
  if (typeof seconds !== "number" || !Number.isFinite(seconds) || seconds < 0 || seconds > 32_503_680_000)
    return undefined;
  return new Date(Math.floor(seconds) * 1000).toISOString().replace(".000Z", "Z");
}

/** What may be told of a token without telling the token: algorithm and times, as RFC 7519 section 4.1 names them. */
export function jwtFacts(token: string): string {
  const [head = "", payload = ""] = token.split(".");
  const header = readObject(head);
  const claims = readObject(payload);
  const facts: string[] = [];
  const algorithm = header?.["alg"];
  if (typeof algorithm === "string" && /^[A-Za-z0-9+-]{1,20}$/.test(algorithm)) facts.push(`alg=${algorithm}`);
  const expires = instant(claims?.["exp"]);
  if (expires !== undefined) facts.push(`exp=${expires}`);
  const issued = instant(claims?.["iat"]);
  if (issued !== undefined) facts.push(`iat=${issued}`);
  return facts.join(" ");
}

function isToken(parts: readonly string[], atEdge: boolean): boolean {
  const [head = "", second = "", third = ""] = parts;
  if (parts.length < 2) return false;
  const header = readObject(head);
  if (header !== undefined && ("alg" in header || "enc" in header)) return true;
  // A header that does not read (cut, invented for a sample) in the shape of a token: three parts, the second an object.
  return atEdge && parts.length >= 3 && (second.startsWith("ey") || (second.length >= 8 && third.length >= 8));
}

/** The payload and signature alone give a session away too; long ones are replaced wherever they stand by themselves. */
function readings(parts: readonly string[]): readonly string[] {
  return parts.slice(1).filter((part) => part.length >= 16);
}

/** A signed token; returns its decoded payload so that the claims (e-mail, session ids) can be searched too. */
export function findJwts(
  search: Search,
  view: View,
  claims: (payload: string, start: number, end: number) => void,
): void {
  for (const match of matchesOf(CANDIDATE, view.text)) {
    const bare = withoutTrailing(match[0], ".");
    const token = match[0].slice(0, bare.length + 1);
    const parts = token.split(".");
    if (parts.length > 1 && parts.at(-1) === "" && parts.length === 2) continue;
    if (!isToken(parts, !/[A-Za-z0-9]/.test(view.text.charAt(match.index - 1)))) continue;
    const end = match.index + token.length;
    add(search, view, match.index, end, { kind: "jwt", rule: "format", facts: jwtFacts(token), also: readings(parts) });
    const payload = textOfBase64(parts[1] ?? "");
    if (payload !== undefined && payload.length > 2) claims(payload, match.index, end);
  }
}
