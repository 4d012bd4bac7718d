import { bearer, type Call, jsonObject, jsonReply, type Reply, textMember } from "./call.ts";
import { type Route, route } from "./routes.ts";
import { fail } from "./urblock-fail.ts";
import { type Accounts, readSessionToken, SESSION_SECONDS, sessionToken } from "./urblock-sessions.ts";

/** Sign-in and what belongs to it, under the unversioned `/auth`. */
export function authRoutes(accounts: Accounts): Route[] {
  function pair(email: string, now: number): Reply {
    const claims = { sub: email, tenant: "mintboard", role: "member", exp: Math.floor(now / 1000) + SESSION_SECONDS };
    const body = {
      access_token: sessionToken(claims),
      refresh_token: accounts.issueRefreshToken(email),
      expires_in: SESSION_SECONDS,
    };
    return jsonReply(200, body, {
      "set-cookie": "urblock_session=EXAMPLEsession0001; Path=/; HttpOnly; Secure; SameSite=None",
    });
  }

  function signIn(call: Call): Reply {
    const body = jsonObject(call) ?? {};
    const email = textMember(body, "email");
    if (email === "") return fail("missing_field", { field: "email", message: "The field email is needed." });
    const outcome = accounts.signIn(email, textMember(body, "password"), call.now);
    if (outcome === "locked") return fail("account_locked");
    return outcome === "accepted" ? pair(email, call.now) : fail("invalid_credentials");
  }

  return [
    route("POST /auth/login", signIn),
    route("POST /auth/register", (call) => {
      const email = textMember(jsonObject(call) ?? {}, "email");
      if (email === "") return fail("missing_field", { field: "email", message: "The field email is needed." });
      return accounts.register(email) ? jsonReply(201, { id: "usr_2", email }) : fail("email_already_exists");
    }),
    route("POST /auth/refresh", (call) => {
      const email = accounts.redeem(textMember(jsonObject(call) ?? {}, "refresh_token"));
      return email === null ? fail("invalid_refresh_token") : pair(email, call.now);
    }),
    route("POST /auth/logout", () => ({ status: 204, headers: {}, body: "" })),
    route("GET /auth/me", (call) => {
      const claims = readSessionToken(bearer(call) ?? "");
      return jsonReply(200, { id: "usr_1", email: claims?.sub, full_name: "A. Tester", company_name: "Mintboard" });
    }),
  ];
}
