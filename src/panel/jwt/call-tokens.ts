import type { Exchange, Header } from "../../exchange/exchange.ts";
import type { BodyPick } from "../../report/output/body-pick.ts";
import { findJwts, type Jwt } from "./read-jwt.ts";
import { tokenWords } from "../words/english/tokens.ts";

/** A token of a call, and where it stands, in words. */
export type CallToken = { readonly where: string; readonly jwt: Jwt };

const COOKIE_HEADERS: ReadonlySet<string> = new Set(["cookie", "set-cookie"]);

/** The tokens of one part of a call, and how many more there are than are listed. */
export type CallTokens = { readonly tokens: readonly CallToken[]; readonly more: number };

function tokensIn(text: string, where: (start: number) => string): CallTokens {
  const { tokens, more } = findJwts(text);
  return { tokens: tokens.map(({ start, jwt }) => ({ where: where(start), jwt })), more };
}

/** Several parts of a call as one. */
export function joinTokens(parts: readonly CallTokens[]): CallTokens {
  return { tokens: parts.flatMap(({ tokens }) => tokens), more: parts.reduce((sum, { more }) => sum + more, 0) };
}

/** The tokens in the headers of a call: Authorization, cookies, and whatever else carries one. */
export function tokensInHeaders({ request, response }: Exchange): CallTokens {
  return joinTokens([
    ...request.headers.map((header) => tokensInHeader(header, tokenWords.jwtRequestHeader(header.name))),
    ...response.headers.map((header) => tokensInHeader(header, tokenWords.jwtResponseHeader(header.name))),
  ]);
}

function tokensInHeader({ name, value }: Header, where: string): CallTokens {
  const isCookie = COOKIE_HEADERS.has(name.toLowerCase());
  return tokensIn(value, (start) => {
    const cookie = isCookie ? cookieAt(value, start) : "";
    return cookie === "" ? where : `${where}, ${tokenWords.jwtCookie(cookie)}`;
  });
}

/** The name of the cookie whose value stands there; "" where there is none. */
function cookieAt(value: string, at: number): string {
  const pair = value.slice(Math.max(value.lastIndexOf(";", at), value.lastIndexOf("\n", at)) + 1, at);
  return pair.slice(0, Math.max(0, pair.indexOf("="))).trim();
}

/** The tokens in a call's address. */
export function tokensInUrl({ request }: Exchange): CallTokens {
  return tokensIn(request.url, () => tokenWords.jwtUrl);
}

/** The tokens in one of a call's bodies. */
export function tokensInBody(exchange: Exchange, side: BodyPick["side"]): CallTokens {
  const { body } = exchange[side];
  if (body.kind !== "text") return { tokens: [], more: 0 };
  return tokensIn(body.text, () => (side === "request" ? tokenWords.jwtRequestBody : tokenWords.jwtResponseBody));
}
