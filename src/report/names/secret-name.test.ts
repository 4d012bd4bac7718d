import { describe, expect, test } from "vitest";
import { isAddressName, judgeName } from "./secret-name.ts";
import { splitName } from "./split-name.ts";

describe("the words of a name", () => {
  test.each([
    ["apiKey", "api key"],
    ["APIKey", "api key"],
    ["x-api-key", "x api key"],
    ["user[password]", "user password"],
    ["SECRET_ACCESS_KEY", "secret access key"],
    ["OAuthToken", "o auth token"],
    ["password2", "password"],
    ["data.attributes.pin", "data attributes pin"],
  ])("%s reads as %s", (name, words) => {
    expect(splitName(name).join(" ")).toBe(words);
  });
});

describe("a name", () => {
  const SECRET =
    "password userPassword new_password Passwd DB_PASS client_secret api_key apikey X-Api-Key privateKey access_token refreshToken csrf-token sessionId connect.sid jwt otp pin mnemonic seedPhrase MASTER_SEED credentials signature dbpassword accesstoken passwordConfirmation secretValue cvv card_number code_verifier SAMLResponse password_hash";
  test.each(SECRET.split(" "))("%s holds a secret", (name) => {
    expect(judgeName(name)).toBeDefined();
  });

  const PUBLIC =
    "token_id tokenAddress tokenType token_count author authority passwordless password_policy passwordRequired has_password max_tokens total_tokens next_token nextPageToken key_id api_key_id public_key publicKey idempotency_key primary_key sort_key cache_key secret_name secret_type expires_in keyboard monkey secretary tokenization base_token quoteToken session_timeout cookie_policy pinned spin random_seed token_expires_at";
  test.each(PUBLIC.split(" "))("%s does not", (name) => {
    expect(judgeName(name)).toBeUndefined();
  });

  test.each(["ip", "client_ip", "remoteAddr", "ipAddress", "X-Forwarded-For"])(
    "%s holds a client's address",
    (name) => {
      expect(isAddressName(name)).toBe(true);
    },
  );
  test.each(["ship", "zip", "walletAddress", "description"])("%s does not hold a client's address", (name) => {
    expect(isAddressName(name)).toBe(false);
  });
});
