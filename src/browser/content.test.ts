import { describe, expect, it } from "vitest";
import { bodyFromAnswer, declaredContent, readContent } from "./content.ts";
import { createDeadlines } from "./deadlines.ts";
import { readEntryParts } from "./entry-parts.ts";
import { anEntry } from "./testing/an-entry.ts";

const asText = { encoding: undefined, mimeType: "application/json", size: undefined };
const json = '{"error":"no content type"}';
const jsonInBase64 = "eyJlcnJvciI6Im5vIGNvbnRlbnQgdHlwZSJ9";

describe("the answer of getContent", () => {
  it.each([
    ["the polyfill's pair", [json, ""], asText],
    ["Firefox's pair, whose second value is a media type", [json, "application/json"], asText],
    ["Chromium's object", { content: json, encoding: "" }, asText],
    ["the polyfill's pair in base64", [jsonInBase64, "base64"], { ...asText, mimeType: "x-unknown" }],
    ["Chromium's object in base64", { content: jsonInBase64, encoding: "base64" }, asText],
    [
      "Firefox's pair in base64, declared only in the entry",
      [jsonInBase64, "application/x-unknown-content-type"],
      { ...asText, encoding: "base64", mimeType: "application/x-unknown-content-type" },
    ],
  ])("is read from %s", (_shape, answer, declared) => {
    expect(bodyFromAnswer(answer, declared)).toEqual({ kind: "text", text: json });
  });

  it("stays binary if the bytes are not text", () => {
    const answer = { content: "AP/+AQKAyA==", encoding: "base64" };
    expect(bodyFromAnswer(answer, { ...asText, mimeType: "application/octet-stream" })).toEqual({
      kind: "binary",
      base64: "AP/+AQKAyA==",
    });
  });

  it("is decoded from base64 in the charset that the type announces", () => {
    const declared = { ...asText, encoding: "base64", mimeType: "application/json; charset=iso-8859-1" };
    expect(bodyFromAnswer([btoa('{"error":"caf\u00e9"}'), ""], declared)).toEqual({
      kind: "text",
      text: '{"error":"caf\u00e9"}',
    });
  });

  it("is called cut where Firefox filled a long text up with NUL characters", () => {
    const kept = `{"message":"${"x".repeat(786_432)}`;
    const answer = [kept.padEnd(1_200_000, "\u0000"), "application/json"];
    expect(bodyFromAnswer(answer, { ...asText, size: 1_200_000 })).toEqual({
      kind: "text",
      text: kept,
      truncated: { by: "browser", totalBytes: 1_200_000 },
    });
  });

  it.each([
    ["an empty string is an empty body", ["", "application/json"], { kind: "empty" }],
    [
      "null says that the browser has none",
      { content: null, encoding: "" },
      { kind: "unavailable", reason: "not-given" },
    ],
    ["nothing at all says that DevTools refused", undefined, { kind: "unavailable", reason: "refused" }],
    [
      "a pair of nothing says that DevTools refused",
      [undefined, undefined],
      { kind: "unavailable", reason: "refused" },
    ],
    ["an error object says that DevTools refused", { isError: true }, { kind: "unavailable", reason: "refused" }],
  ])("%s", (_rule, answer, body) => {
    expect(bodyFromAnswer(answer, asText)).toEqual(body);
  });
});

describe("asking for the content", () => {
  it("gives the answer", async () => {
    expect(await readContent(async () => [json, ""], asText, createDeadlines(1000))).toEqual({
      kind: "text",
      text: json,
    });
  });

  it("survives a rejection", async () => {
    const ask = () => Promise.reject(new Error("Unexpected error while fetching response content"));
    expect(await readContent(ask, asText, createDeadlines(1000))).toEqual({ kind: "unavailable", reason: "failed" });
  });

  it("survives a throw", async () => {
    const ask = () => {
      throw new Error("Extension context invalidated.");
    };
    expect(await readContent(ask, asText, createDeadlines(1000))).toEqual({ kind: "unavailable", reason: "failed" });
  });

  it("does not wait for ever", async () => {
    const ask = () => new Promise(() => undefined);
    expect(await readContent(ask, asText, createDeadlines(1))).toEqual({ kind: "unavailable", reason: "timed-out" });
  });
});

it("reads what the entry declares about its content", () => {
  const { response } = readEntryParts(anEntry({ mimeType: "image/png", encoding: "base64" }));
  expect(declaredContent(response)).toEqual({ encoding: "base64", mimeType: "image/png", size: 20 });
  expect(declaredContent(undefined)).toEqual({ encoding: undefined, mimeType: "", size: undefined });
});
