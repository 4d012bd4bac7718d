import type { CorpusCase } from "./case.ts";
import { OPAQUE, PASSWORD, PRIVATE_KEY, PHRASE } from "./tokens.ts";

const upper = OPAQUE.toUpperCase();
/** Its braces look like JSON, at which a search for encoded stretches stops. */
const BRACES = "p4EXAMPLE0>x{}Z6B!Z";

/** One secret named once, and repeated without a name in another part of the exchange in every spelling. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ["raw", OPAQUE],
  ["in a sentence", `we got ${OPAQUE}.`],
  ["glued", `prefix${OPAQUE}suffix`],
  ["upper case", upper],
  ["percent", [...OPAQUE].map((character) => `%${character.charCodeAt(0).toString(16)}`).join("")],
  ["base64", Buffer.from(OPAQUE).toString("base64")],
  ["base64 inside, 1", Buffer.from(`x${OPAQUE}yz`).toString("base64")],
  ["base64 inside, 2", Buffer.from(`xx${OPAQUE}y`).toString("base64url")],
  ["hex", Buffer.from(OPAQUE).toString("hex")],
  ["upper hex", Buffer.from(OPAQUE).toString("hex").toUpperCase()],
  ["hex bytes", [...Buffer.from(OPAQUE)].map((byte) => byte.toString(16)).join(" ")],
  ["entities", [...OPAQUE].map((character) => `&#${character.charCodeAt(0)};`).join("")],
  [
    "JSON escapes",
    [...OPAQUE].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  ],
  ["cut off", `${OPAQUE.slice(0, 21)}...`],
];

export const ECHOES: readonly CorpusCase[] = [
  ...SPELLINGS.map(([name, spelling]) => ({
    name: `echo ${name}`,
    entry: {
      requestHeaders: [["authorization", `Bearer ${OPAQUE}`]] as const,
      responseHeaders: [["x-note", spelling]] as const,
      body: `{"error":{"code":"invalid_token","message":"made up"},"mirror":"${spelling}"}`,
    },
    secrets: name === "cut off" ? [OPAQUE.slice(0, 21)] : [OPAQUE],
    keepsInResponse: ["invalid_token", "made up"],
  })),
  {
    name: "password from the body in the path, form encoding and base64",
    entry: {
      url: `https://api.urblock.io/v1/x/${encodeURIComponent(PASSWORD)}`,
      requestBody: JSON.stringify({ password: PASSWORD }),
      body: `{"a":"${PASSWORD}","b":"${Buffer.from(PASSWORD).toString("base64")}"}`,
    },
    secrets: [PASSWORD],
  },
  ...(
    [
      ["character references", "&gt;"],
      ["a JSON escape", "\\u003e"],
    ] as const
  ).map(([name, written]) => ({
    name: `password with braces and ${name} in it`,
    entry: {
      requestBody: JSON.stringify({ password: BRACES }),
      body: JSON.stringify({ a: `got ${BRACES.replace(">", written)} here` }),
    },
    secrets: [BRACES, BRACES.replace(">", written)],
    keepsInResponse: ["got", "here"],
  })),
  {
    name: "hex key without and with 0x, upper case and base64",
    entry: {
      requestBody: JSON.stringify({ private_key: `0x${PRIVATE_KEY}` }),
      body: `{"a":"${PRIVATE_KEY.toUpperCase()}","b":"${Buffer.from(PRIVATE_KEY, "hex").toString("base64")}","c":"0x${PRIVATE_KEY}"}`,
    },
    secrets: [PRIVATE_KEY, Buffer.from(PRIVATE_KEY, "hex").toString("base64").slice(0, 40)],
  },
  {
    name: "phrase with other white space",
    entry: {
      requestBody: JSON.stringify({ mnemonic: PHRASE }),
      body: JSON.stringify({ a: PHRASE.replaceAll(" ", "\n"), b: PHRASE.replaceAll(" ", "+") }),
    },
    secrets: [PHRASE, PHRASE.replaceAll(" ", "\n"), PHRASE.replaceAll(" ", "+")],
  },
  {
    name: "cookie value in the body",
    entry: {
      requestHeaders: [["cookie", `sid=${OPAQUE}`]],
      body: JSON.stringify({ debug: { session: "x", raw: `sid ${OPAQUE}` } }),
    },
    secrets: [OPAQUE],
  },
  {
    name: "token in a response header and the status text",
    entry: { responseHeaders: [["x-access-token", OPAQUE]], statusText: `Bad ${OPAQUE}`, body: "{}" },
    secrets: [OPAQUE],
  },
];
