import type { KeyFormat, Provider, Providers } from "../catalogue/provider.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { jwtClaims } from "../web/bytes.ts";
import { headerValue } from "../exchange/headers.ts";
import { queryOf } from "../web/url.ts";

/**
 * A credential a request carries. `token` is the secret itself: it is looked at here and never leaves the decoder;
 * only `place`, `scheme` and the known prefix may be shown.
 */
export type Credential = {
  readonly place: "header" | "query";
  /** Header or parameter name. */
  readonly name: string;
  /** "Bearer", "Basic"…; "" where the value is bare. */
  readonly scheme: string;
  readonly token: string;
};

/** Splits `scheme SP token` (RFC 9110 section 11.4); a value of one word is a bare token. */
export function readAuthorization(value: string): { readonly scheme: string; readonly token: string } {
  const match = /^([A-Za-z][A-Za-z0-9-]{0,30})[ \t]+(\S.*)$/.exec(value.trim());
  return match === null
    ? { scheme: "", token: value.trim() }
    : { scheme: match[1] ?? "", token: (match[2] ?? "").trim() };
}

/** The credentials of a request in the places the provider documents; empty values do not count. */
export function credentialsOf(exchange: Exchange, provider: Provider): readonly Credential[] {
  const found: Credential[] = [];
  const headers = new Set([
    "authorization",
    ...provider.authentication.headers.map((header) => header.name.toLowerCase()),
  ]);
  for (const name of headers) {
    const value = headerValue(exchange.request.headers, name);
    if (value === undefined || value.trim() === "") continue;
    found.push({
      place: "header",
      name,
      ...(name === "authorization" ? readAuthorization(value) : { scheme: "", token: value.trim() }),
    });
  }
  const names = new Set((provider.authentication.query ?? []).map((parameter) => parameter.name));
  for (const parameter of queryOf(exchange.request.url)) {
    if (names.has(parameter.name) && parameter.value !== "") {
      found.push({ place: "query", name: parameter.name, scheme: "", token: parameter.value });
    }
  }
  return found;
}

/** The format of a key, by its longest matching prefix. */
export function keyFormat(provider: Provider, token: string): KeyFormat | undefined {
  let best: KeyFormat | undefined;
  for (const format of provider.authentication.keys) {
    if (token.startsWith(format.prefix) && format.prefix.length > (best?.prefix.length ?? 0)) best = format;
  }
  return best;
}

/** What kind of key a token is, and how it shows. */
export type KeyKind = {
  readonly role: KeyFormat["role"];
  /** "secret key" */
  readonly label: string;
  /** "it begins with sk_", "its role claim says anon" */
  readonly shownBy: string;
};

/** The kind of a key, by its prefix or by a claim; undefined where the document knows no such key. */
export function keyKind(provider: Provider, token: string): KeyKind | undefined {
  const format = keyFormat(provider, token);
  if (format !== undefined)
    return { role: format.role, label: format.label, shownBy: `it begins with ${format.prefix}` };
  const { jwtKeys = [] } = provider.authentication;
  const claims = jwtKeys.length === 0 ? undefined : jwtClaims(token);
  const kind = jwtKeys.find(
    ({ claim, is }) => claims !== undefined && Object.hasOwn(claims, claim) && claims[claim] === is,
  );
  return kind === undefined
    ? undefined
    : { role: kind.role, label: kind.label, shownBy: `its ${kind.claim} claim says ${kind.is}` };
}

/** Another known API whose key format the token has and this API's documents do not. */
export function otherProviderOfKey(
  providers: Providers,
  provider: Provider,
  token: string,
): { readonly provider: Provider; readonly format: KeyFormat } | undefined {
  if (keyFormat(provider, token) !== undefined) return undefined;
  for (const other of providers.providers) {
    const format = other.id === provider.id ? undefined : keyFormat(other, token);
    if (format !== undefined) return { provider: other, format };
  }
  return undefined;
}
