import type { Provider } from "../provider.ts";
import { type Fields, fieldsOf, memberOf, resolved, textOf } from "./open-api.ts";

/** Where a document says that credentials go; a document without any takes `Authorization` and says so in `missing`. */
export type Security = {
  readonly authentication: Provider["authentication"];
  readonly missing: readonly string[];
};

/** Reads the security schemes (OpenAPI 3.1 section 4.8.27). Cookies are left out: the redactor knows them all. */
export function securityOf(root: Fields): Security {
  const schemes = Object.values(fieldsOf(memberOf(memberOf(root, "components"), "securitySchemes")));
  const headers = new Map<string, Provider["authentication"]["headers"][number]>();
  const query = new Map<string, { readonly name: string; readonly source: string }>();
  let jwt = false;
  for (const value of schemes.slice(0, 50)) {
    const scheme = resolved(root, value);
    const kind = textOf(memberOf(scheme, "type"));
    const name = textOf(memberOf(scheme, "name"));
    const place = memberOf(scheme, "in");
    if (kind === "apiKey" && name !== undefined && name.length <= 100) {
      if (place === "header") headers.set(name.toLowerCase(), { name, source: "seed" });
      if (place === "query") query.set(name, { name, source: "seed" });
    }
    if (kind === "http" || kind === "oauth2" || kind === "openIdConnect") {
      const isBasic = textOf(memberOf(scheme, "scheme"))?.toLowerCase() === "basic";
      headers.set("authorization", { name: "Authorization", scheme: isBasic ? "Basic" : "Bearer", source: "seed" });
      jwt ||= /jwt/i.test(textOf(memberOf(scheme, "bearerFormat")) ?? "");
    }
  }
  const found = headers.size > 0 || query.size > 0;
  if (headers.size === 0) headers.set("authorization", { name: "Authorization", source: "seed" });
  return {
    authentication: {
      headers: [...headers.values()],
      ...(query.size === 0 ? {} : { query: [...query.values()] }),
      keys: [],
      ...(jwt ? { jwt } : {}),
    },
    missing: [
      ...(found ? [] : ["The document names no place for a key: check authentication.headers."]),
      "The form of keys (authentication.keys) is not part of an OpenAPI document.",
    ],
  };
}
