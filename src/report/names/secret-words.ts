/**
 * How sure a name makes us.
 * any: whatever stands there is secret. named: unless it is a public id, a symbol, an address or speaks of a state
 * ("expired"). token: as named, and plain words stay too. random: only where it looks like a key. entropy: only where it
 * can hardly be anything else. generated: only where it looks generated, with no capitals needed.
 */
export type Grade = "any" | "named" | "token" | "random" | "entropy" | "generated";

export type NameRule = { readonly kind: string; readonly grade: Grade };

function rules(kind: string, grade: Grade, words: string): readonly (readonly [string, NameRule])[] {
  return words.split(" ").map((word) => [word, { kind, grade }] as const);
}

/** Last words that say what the value is. Whole words only: "passwordless" and "author" are other words. */
export const LAST_WORDS: ReadonlyMap<string, NameRule> = new Map([
  ...rules(
    "password",
    "any",
    "password passwords passwd pwd passphrase passcode pswd psw pw passwort kennwort senha contrasena contraseña motdepasse userpass dbpass wachtwoord clave parola hasło haslo lösenord losenord adgangskode passord adgangsord salasana jelszó jelszo heslo geslo lozinka şifre sifre parool slaptažodis пароль пароля 密码 密碼 口令 パスワード 暗証番号 비밀번호 암호 סיסמה κωδικός",
  ),
  ...rules("password", "token", "pass"),
  ...rules("secret", "any", "secret secrets dtsg"),
  ...rules("api-key", "named", "hapikey rlkey appkey"),
  ...rules("api-key", "generated", "appid license licence sk devkey"),
  ...rules("private-key", "any", "psk symkey enckey presharedkey"),
  ...rules("credential", "named", "passkey"),
  ...rules("token", "generated", "ticket plaintext handle access refresh"),
  ...rules("credential", "any", "credential credentials creds"),
  ...rules("token", "token", "token tokens jwt bearer"),
  ...rules("otp", "any", "otp totp hotp tan"),
  ...rules("pin", "any", "pin pincode"),
  ...rules("card", "any", "cvv cvc csc cardnumber ccnumber"),
  ...rules("mnemonic", "any", "mnemonic mnemonics seedphrase"),
  ...rules("mnemonic", "random", "seed"),
  ...rules("cookie", "any", "cookie cookies"),
  ...rules("authorization", "any", "authorization authorisation"),
  ...rules("authorization", "random", "auth"),
  ...rules("session", "token", "sid sesid sessionid jsessionid phpsessid sessid aspsessionid session"),
  ...rules("signature", "token", "signature sig hmac"),
  ...rules("csrf", "token", "csrf xsrf"),
  ...rules("private-key", "any", "xprv wif privkey privatekey keypair"),
  ...rules("account-number", "any", "iban ssn"),
  ...rules("assertion", "random", "assertion"),
  ...rules("private-key", "random", "private priv entropy"),
  ...rules("api-key", "any", "apikey apikeys"),
]);

/** Last two words that say it together. */
export const LAST_PAIRS: ReadonlyMap<string, NameRule> = new Map([
  ...rules("token", "generated", "state/handle session/handle"),
  ...rules("api-key", "generated", "app/id license/key licence/key"),
  ...rules("private-key", "any", "client/key/data pre/shared"),
  ...rules("one-time-link", "any", "totp/uri otpauth/url otpauth/uri"),
  ...rules("session", "named", "session/id session/ids session/cookie session/ticket"),
  ...rules(
    "code",
    "named",
    "auth/code authorization/code device/code verification/code security/code sms/code recovery/code recovery/codes backup/code backup/codes access/code login/code otp/code confirmation/code reset/code invite/code mfa/code tfa/code fa/code time/code time/pin twofactor/code factor/code pin/code totp/code exchange/code user/code oob/code binding/code verify/code email/code phone/code pairing/code link/code activation/code join/code signin/code sign/code magic/code one/code passcode/code claim/code unlock/code",
  ),
  ...rules(
    "secret",
    "any",
    "code/verifier secret/salt token/salt mot/passe de/passe palavra/passe kata/sandi mật/khẩu codice/segreto security/answer secret/answer secret/id",
  ),
  ...rules("saml", "any", "saml/response saml/request"),
  ...rules(
    "password",
    "any",
    "pass/word pass/phrase pass/code connection/string connect/string password/hash passwd/hash pwd/hash password/digest password/salt",
  ),
  ...rules("card", "any", "card/number credit/card debit/card cc/number card/no card/num"),
  ...rules("account-number", "any", "account/iban social/security"),
  ...rules(
    "mnemonic",
    "any",
    "recovery/phrase seed/phrase secret/phrase mnemonic/phrase backup/phrase seed/words mnemonic/words master/seed wallet/seed hd/seed account/seed key/seed secret/seed",
  ),
  ...rules("private-key", "any", "secret/scalar"),
]);

/** Words before "key" that make it a secret one. */
export const KEY_QUALIFIERS: ReadonlySet<string> = new Set(
  "api private priv secret signing sign access encryption encrypt decryption decrypt auth authentication authorization master ssh session shared subscription storage account webhook service deploy deployment recovery client hmac aes rsa ecdsa gpg pgp license licence app application consumer developer dev admin root user server bot jwt token cookie crypto wallet functions function merchant publishable rpc infura alchemy etherscan moralis stripe openai anthropic google maps aws azure gcp sas sdk write backup raw signer validator node owner deployer minter operator relayer relay spend spending view integration project provider tenant team org account".split(
    " ",
  ),
);

/** Words that make a key public or no credential at all. */
export const KEY_VETOES: ReadonlySet<string> = new Set(
  "s object file image blob asset media item issue product event page record entity document bucket project registry memory query feature flag metric schema field form locale message error label option resource shard hash range data public pub idempotency idempotent primary foreign sort partition cache translation row object composite unique group dedup dedupe deduplication lookup routing parent natural hot arrow column dictionary map i18n surrogate verifying verification".split(
    " ",
  ),
);

/** Words that make "token" an asset, a counter or a place in a list. */
export const TOKEN_VETOES: ReadonlySet<string> = new Set(
  "next previous prev page pagination continuation continue resume sync cursor max min total num count number prompt completion input output reasoning cached remaining used usage estimated avg average limit base quote from to in out native reward rewards fee payment pay lp erc wrapped gas staking stake collateral underlying governance debt pool swap sell buy target destination asset nft fungible semi threat unexpected".split(
    " ",
  ),
);

/** First words that turn any name into a question or a count. */
export const FIRST_VETOES: ReadonlySet<string> = new Set(
  "has have is are was can should must max min total num count allow allows allowed require requires required supports show hide no without forgot".split(
    " ",
  ),
);

/** Last words that say nothing of their own: the words before them decide. */
export const TRANSPARENT: ReadonlySet<string> = new Set(
  "confirmation confirm confirmed check verify retype again repeat repeated again value values text string str plain plaintext raw hex base b64 encoded material header current new old input".split(
    " ",
  ),
);

/** Fields that hold a client's network address. */
export const ADDRESS_NAMES: ReadonlySet<string> = new Set([
  "ip",
  "ips",
  "ipv",
  "ipaddress",
  "ipaddr",
  "ip/address",
  "ip/addr",
  "remote/addr",
  "remote/address",
  "client/addr",
  "client/address",
  "client/host",
  "remote/host",
  "remote/ip",
  "x/forwarded/for",
  "forwarded/for",
  "peer/address",
  "source/address",
  "source/ip",
]);
