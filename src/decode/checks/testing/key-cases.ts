import { aProvider } from "../../../catalogue/testing/a-provider.ts";
import { authorization, type Case, type Given, jwt, STARTED_SECONDS } from "./case.ts";

/** An API with a host per project, whose keys are JWTs. */
const PROVIDER = aProvider({
  hosts: [{ host: "*.projects.test", source: "seed" }],
  authentication: {
    headers: [
      { name: "Authorization", scheme: "Bearer", source: "seed" },
      { name: "apikey", source: "seed" },
    ],
    keys: [{ label: "secret key", prefix: "prj_secret_", role: "secret", source: "seed" }],
    jwtKeys: [
      { label: "anon key", claim: "role", is: "anon", role: "publishable", public: true, source: "seed" },
      { label: "service key", claim: "role", is: "service_role", role: "secret", source: "seed" },
    ],
    projectClaim: "ref",
  },
});
const url = "https://abc.projects.test/rest/v1";
const given: Given = { provider: PROVIDER };
const bearer = (claims: object) => ({ url, ...authorization(`Bearer ${jwt(claims)}`) });
const claim = (argument: string): Given => ({ provider: PROVIDER, argument });

export const KEY_CASES: readonly Case[] = [
  ["publishable-key-sent", "confirmed", "a JWT whose claim says so", bearer({ role: "anon" }), given],
  ["publishable-key-sent", "ruled-out", "a JWT of another kind", bearer({ role: "service_role" }), given],
  ["publishable-key-sent", "cannot-tell", "a JWT of no known kind", bearer({ role: "authenticated" }), given],
  ["secret-key-sent", "confirmed", "a prefix", { url, ...authorization("Bearer prj_secret_EXAMPLE") }, given],
  ["secret-key-sent", "confirmed", "a JWT whose claim says so", bearer({ role: "service_role" }), given],
  ["secret-key-sent", "ruled-out", "a publishable JWT", bearer({ role: "anon" }), given],
  [
    "secret-key-sent",
    "confirmed",
    "one of two keys",
    { url, requestHeaders: { Authorization: `Bearer ${jwt({ role: "anon" })}`, apikey: "prj_secret_EXAMPLE" } },
    given,
  ],
  ["key-malformed", "ruled-out", "a JWT where keys may be JWTs", bearer({ role: "anon" }), given],
  ["key-of-other-project", "confirmed", "another project's claim", bearer({ ref: "xyz" }), given],
  ["key-of-other-project", "ruled-out", "the project of the host", bearer({ ref: "abc" }), given],
  [
    "key-of-other-project",
    "ruled-out",
    "an address that names the host",
    bearer({ ref: "https://abc.projects.test/auth" }),
    given,
  ],
  ["key-of-other-project", "cannot-tell", "a JWT without the claim", bearer({}), given],
  [
    "key-of-other-project",
    "ruled-out",
    "a key that is no JWT",
    { url, ...authorization("Bearer prj_secret_EXAMPLE") },
    given,
  ],
  ["key-of-other-project", "cannot-tell", "no key", { url }, given],
  ["jwt-not-yet-valid", "confirmed", "nbf in the future", bearer({ nbf: STARTED_SECONDS + 600 }), given],
  ["jwt-not-yet-valid", "ruled-out", "iat in the past", bearer({ iat: STARTED_SECONDS - 600 }), given],
  ["jwt-not-yet-valid", "cannot-tell", "neither nbf nor iat", bearer({}), given],
  [
    "jwt-for-other-audience",
    "confirmed",
    "another aud",
    bearer({ aud: "https://other.test" }),
    claim("https://api.test"),
  ],
  [
    "jwt-for-other-audience",
    "ruled-out",
    "one aud of several",
    bearer({ aud: ["a", "https://api.test/"] }),
    claim("b, https://api.test"),
  ],
  ["jwt-for-other-audience", "cannot-tell", "no aud", bearer({}), claim("https://api.test")],
  ["jwt-claim", "confirmed", "the claim's value", bearer({ role: "anon" }), claim("role=anon")],
  ["jwt-claim", "confirmed", "one word of a scope", bearer({ scp: "read write" }), claim("scp=write")],
  ["jwt-claim", "ruled-out", "no such claim", bearer({}), claim("toString=anon")],
];
