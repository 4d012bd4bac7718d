import { isObject } from "./call.ts";

/** Tokens of the stand-in: real in shape, signed with a word. */
export type Claims = { readonly sub: string; readonly tenant: string; readonly role: string; readonly exp: number };

export const SESSION_SECONDS = 3600;
const FAILURES_BEFORE_LOCK = 5;
const KNOWN_PASSWORD = "EXAMPLE-pass";

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** A JWT (RFC 7519) with these claims. Its signature is no signature. */
export function sessionToken(claims: Claims): string {
  return `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}.EXAMPLEsignature`;
}

/** The claims of a token of ours; null for anything else. */
export function readSessionToken(token: string): Claims | null {
  const middle = token.split(".")[1];
  if (!token.startsWith("eyJ") || middle === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(middle, "base64url").toString("utf8"));
    if (!isObject(claims)) return null;
    const { sub, tenant, role, exp } = claims;
    if (typeof sub !== "string" || typeof exp !== "number") return null;
    return {
      sub,
      exp,
      tenant: typeof tenant === "string" ? tenant : "",
      role: typeof role === "string" ? role : "member",
    };
  } catch {
    return null;
  }
}

/** "locked" after five wrong passwords in a row, for as long as `lockSeconds` says. */
export type SignIn = "accepted" | "refused" | "locked";

export type Accounts = {
  readonly signIn: (email: string, password: string, now: number) => SignIn;
  /** False where the address is taken. */
  readonly register: (email: string) => boolean;
  readonly issueRefreshToken: (email: string) => string;
  /** The account of a refresh token, which is used up by this; null where it is not valid. */
  readonly redeem: (refreshToken: string) => string | null;
  readonly clear: () => void;
};

/** The accounts of Urblock's dashboard; `dev@mintboard.example` is there from the start. */
export function createAccounts(lockSeconds: number): Accounts {
  const failures = new Map<string, { count: number; lastAt: number }>();
  const refreshTokens = new Map<string, string>();
  const registered = new Set(["dev@mintboard.example"]);
  let issued = 0;
  return {
    signIn(email, password, now) {
      const failed = failures.get(email);
      const counts = failed !== undefined && now < failed.lastAt + lockSeconds * 1000 ? failed.count : 0;
      if (counts >= FAILURES_BEFORE_LOCK) return "locked";
      if (password === KNOWN_PASSWORD) {
        failures.delete(email);
        return "accepted";
      }
      failures.set(email, { count: counts + 1, lastAt: now });
      return "refused";
    },
    register(email) {
      if (registered.has(email)) return false;
      registered.add(email);
      return true;
    },
    issueRefreshToken(email) {
      issued += 1;
      const token = `rt_EXAMPLE${String(issued).padStart(6, "0")}`;
      refreshTokens.set(token, email);
      return token;
    },
    redeem(refreshToken) {
      const email = refreshTokens.get(refreshToken) ?? null;
      refreshTokens.delete(refreshToken);
      return email;
    },
    clear() {
      failures.clear();
      refreshTokens.clear();
    },
  };
}
