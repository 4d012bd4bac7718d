/*
 * Secrets of the corpus. None is real: keys say EXAMPLE, the phrase is a published test vector, the private key is the one
 * of the Ethereum documentation's samples with its digits in order.
 */

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

export const OWN_KEY = "bso_live_EXAMPLE7f3a9c1d5e8b2";
export const CG_KEY = "cg_test_EXAMPLE0123456789abcdefABCDEF01";
export const SK_KEY = "sk_test_EXAMPLE4eC39HqLyjWDarjtT1";
export const REFRESH = "rt_EXAMPLEa8Kd93jfLs02mXq";
export const WEBHOOK = "whsec_EXAMPLEk39fjSLdk3920";
export const OPAQUE = "q7Wm2ZxEXAMPLE94kTnB5vLp";
export const PASSWORD = "EXAMPLE-pass!42";
export const WEAK = "improve";
export const SESSION = "s%3AEXAMPLE9f8e7d6c5b4a.Kd83hfLQp2";
export const EMAIL = "eve.example@mail.example.test";
export const PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow";
export const PRIVATE_KEY = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
export const JWT = `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: "user-1", email: EMAIL, exp: 1768382100 })}.EXAMPLEsignature0123456789abcdefABCDEFGH`;
export const JWE = `${part({ alg: "dir", enc: "A256GCM" })}..EXAMPLEiv0123456.EXAMPLEciphertext0123456789.EXAMPLEtag012345678`;
export const PEM = [
  "-----BEGIN PRIVATE KEY-----",
  "MIIEvEXAMPLEkeyNotRealAtAll0123456789abcdefghijklmnopqrstuvwxyz",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZEXAMPLE0123456789abcdefghijklmnopqrst",
  "-----END PRIVATE KEY-----",
].join("\n");
export const PEM_LINE = "MIIEvEXAMPLEkeyNotRealAtAll0123456789abcdefghijklmnopqrstuvwxyz";
