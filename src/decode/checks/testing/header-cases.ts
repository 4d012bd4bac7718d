import type { EntryShape } from "../../../exchange/testing/an-entry.ts";
import type { Case } from "./case.ts";

const headers = (requestHeaders: Readonly<Record<string, string>>): EntryShape => ({ requestHeaders });
const unanswered = (shape: EntryShape): EntryShape => ({ status: 0, error: "net::ERR_FAILED", ...shape });

export const HEADER_CASES: readonly Case[] = [
  ["header-missing", "confirmed", "no such header", {}, { argument: "apikey" }],
  ["header-missing", "confirmed", "an empty one", headers({ apikey: " " }), { argument: "apikey" }],
  [
    "header-missing",
    "ruled-out",
    "the header in another case",
    headers({ ApiKey: "x_EXAMPLE" }),
    { argument: "apikey" },
  ],
  [
    "header-other-value",
    "confirmed",
    "an unknown version",
    headers({ "x-version": "3" }),
    { argument: "X-Version=1,2" },
  ],
  ["header-other-value", "ruled-out", "a known version", headers({ "x-version": "2" }), { argument: "X-Version=1,2" }],
  ["header-other-value", "ruled-out", "no header", {}, { argument: "X-Version=1,2" }],
  ["referer-missing", "confirmed", "no Referer", {}],
  ["referer-missing", "ruled-out", "a Referer", headers({ Referer: "https://app.example.test/" })],
  ["origin-is-local", "confirmed", "a page on localhost", headers({ Origin: "http://localhost:3000" })],
  ["origin-is-local", "ruled-out", "a page elsewhere", headers({ Referer: "https://app.example.test/" })],
  ["origin-is-local", "cannot-tell", "neither Origin nor Referer", {}],
  [
    "preflight-refused",
    "confirmed",
    "an OPTIONS that was refused",
    { method: "OPTIONS", status: 403, resourceType: "preflight" },
  ],
  [
    "preflight-refused",
    "ruled-out",
    "one that succeeded",
    { method: "OPTIONS", status: 204, resourceType: "preflight" },
  ],
  ["preflight-refused", "confirmed", "no answer and a header of its own", unanswered(headers({ apikey: "x_EXAMPLE" }))],
  ["preflight-refused", "ruled-out", "no answer to a call without a preflight", unanswered({ method: "GET" })],
  [
    "preflight-refused",
    "ruled-out",
    "another network failure",
    unanswered({ method: "PUT", error: "net::ERR_TIMED_OUT" }),
  ],
  ["preflight-refused", "ruled-out", "an answer", headers({ apikey: "x_EXAMPLE" })],
  ["field-missing", "confirmed", "a body without it", { requestBody: '{"a":1}' }, { argument: "redirect_uri" }],
  ["field-missing", "ruled-out", "a body with it", { requestBody: '{"a":{"b":1}}' }, { argument: "a.b" }],
  ["field-missing", "cannot-tell", "a body that is no JSON", { requestBody: "x" }, { argument: "a" }],
  ["body-too-large", "confirmed", "more bytes than allowed", { requestBody: "x".repeat(20) }, { argument: "10" }],
  ["body-too-large", "ruled-out", "fewer", { requestBody: "x" }, { argument: "10" }],
];
