import type { CorpusCase, CorpusEntry } from "../case.ts";

type Texts = readonly string[];

/** A case whose entry is written out. */
export function entry(name: string, of: CorpusEntry, secrets: Texts, keeps: Texts = []): CorpusCase {
  const inResponse = of.url === undefined && of.requestBody === undefined && of.requestHeaders === undefined;
  return { name, entry: of, secrets, ...(inResponse ? { keepsInResponse: keeps } : { keeps }) };
}

/** The address of the call. */
export function address(url: string, secrets: Texts, keeps: Texts = []): CorpusCase {
  return { name: `address ${url.slice(0, 90)}`, entry: { url }, secrets, keeps };
}

/** A header of the request. */
export function sent(name: string, value: string, secrets: Texts, keeps: Texts = []): CorpusCase {
  return { name: `sent ${name}: ${value.slice(0, 60)}`, entry: { requestHeaders: [[name, value]] }, secrets, keeps };
}

/** A header of the response. */
export function answered(name: string, value: string, secrets: Texts, keeps: Texts = []): CorpusCase {
  return {
    name: `answered ${name}: ${value.slice(0, 60)}`,
    entry: { responseHeaders: [[name, value]], body: "{}" },
    secrets,
    keepsInResponse: keeps,
  };
}

/** The same body once sent and once received. */
export function body(
  name: string,
  text: string,
  type: string,
  secrets: Texts,
  keeps: Texts = [],
): readonly CorpusCase[] {
  return [
    {
      name: `sent body: ${name}`,
      entry: { requestBody: text, requestType: type, requestHeaders: [["content-type", type]] },
      secrets,
      keeps,
    },
    { name: `received body: ${name}`, entry: { body: text, type }, secrets, keepsInResponse: keeps },
  ];
}

/** A JSON body, sent and received. */
export function json(name: string, value: unknown, secrets: Texts, keeps: Texts = []): readonly CorpusCase[] {
  return body(name, typeof value === "string" ? value : JSON.stringify(value), "application/json", secrets, keeps);
}

/** Text without structure, received only. */
export function text(
  name: string,
  received: string,
  secrets: Texts,
  keeps: Texts = [],
  type = "text/plain",
): CorpusCase {
  return { name: `text: ${name}`, entry: { body: received, type, status: 500 }, secrets, keepsInResponse: keeps };
}

/** An error envelope of Urblock with this message. */
export function message(said: string, secrets: Texts, keeps: Texts = []): CorpusCase {
  const received = JSON.stringify({ error: { type: "invalid_request_error", code: "invalid_field", message: said } });
  return {
    name: `message: ${said.slice(0, 80)}`,
    entry: { body: received, status: 400 },
    secrets,
    keepsInResponse: ["invalid_field", ...keeps],
  };
}

export const base64 = (plain: string): string => Buffer.from(plain).toString("base64");
export const base64url = (plain: string): string => Buffer.from(plain).toString("base64url");
export const hex = (plain: string): string => Buffer.from(plain).toString("hex");
export const percent = (plain: string): string => encodeURIComponent(plain);
