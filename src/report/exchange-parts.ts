import type { Provider, Providers } from "../catalogue/provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import { pathOf } from "../web/url.ts";
import { describeAbsence } from "../exchange/absence.ts";
import type { Body, ExchangeRequest, Header, HeaderList } from "../exchange/exchange.ts";
import { multipartDelimiter, readMultipart } from "./find/multipart.ts";
import type { ProviderRules } from "./find/search.ts";
import type { RedactionPolicy } from "./policy.ts";
import type { Part, Place } from "./redact/part.ts";
import type { Redacted } from "./redact/mark.ts";

/** Collects the texts of a report; each call gives back a slot that is filled once all parts are redacted together. */
export type Collector = {
  /** `where` names the text for people: "request body". */
  readonly add: (place: Place, text: string, where: string) => Slot;
  readonly parts: Part[];
};
export type Slot = (redacted: readonly Redacted[]) => Redacted;

/** `call` opens the name of every text: "" for the reported call. */
export function collector(parts: Part[], rules: ProviderRules, call: string): Collector {
  return {
    parts,
    add: (place, text, where) => {
      const index = parts.length;
      parts.push({ place, text, rules, where: `${call}${where}` });
      return (redacted) => redacted[index] ?? [];
    },
  };
}

/** A body as the report shows it. What is not there is named with its reason, never silently empty. */
export type ReportBody =
  | { readonly kind: "text"; readonly text: Slot; readonly mimeType: string; readonly note: string | null }
  | { readonly kind: "form"; readonly fields: readonly ReportField[]; readonly note: string }
  | { readonly kind: "absent"; readonly note: string }
  | { readonly kind: "empty" };
export type ReportField = { readonly name: Slot; readonly value: Slot | null; readonly file: string | null };
export type ReportHeader = { readonly name: Slot; readonly value: Slot; readonly plainName: string };

/** One side of an exchange, in slots. */
export type ReportMessage = { readonly headers: readonly ReportHeader[]; readonly body: ReportBody };

/** Longer bodies are cut before they are searched, at a place where no word is torn. */
export const MAX_BODY = 6_000_000;

/** One side of the exchange. */
type Side = "request" | "response";

export function collectHeaders(collect: Collector, headers: HeaderList, side: Side): readonly ReportHeader[] {
  return headers.map((header: Header) => ({
    name: collect.add({ kind: "text", name: "" }, header.name, `name of a ${side} header`),
    value: collect.add({ kind: "header", name: header.name }, header.value, `${side} header ${header.name}`),
    plainName: header.name,
  }));
}

type BodyPlace = Extract<Place, { kind: "body" }>;

function cutLong(text: string): { readonly text: string; readonly note: string | null } {
  if (text.length <= MAX_BODY) return { text, note: null };
  const start = beginningOf(text, MAX_BODY);
  return { text: start, note: `Cut by Faultline after ${start.length} of ${text.length} characters.` };
}

/** At most `most` characters of the beginning, cut between words: no rule would know half a key. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = most;
  while (end > most - 8192 && /[^\s"',;<>]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function truncationNote(body: Extract<Body, { kind: "text" }>): string | null {
  if (body.truncated === undefined) return null;
  const { by, totalBytes } = body.truncated;
  const who = by === "browser" ? "the browser" : by === "network" ? "the network" : "Faultline";
  return `Cut by ${who}${totalBytes === undefined ? "" : `; the whole body has ${totalBytes} bytes`}.`;
}

function joined(...notes: readonly (string | null)[]): string | null {
  const said = notes.filter((note) => note !== null);
  return said.length === 0 ? null : said.join(" ");
}

/** Bytes of a form with uploads: one unit a byte, so that its parts can be told apart. */
function binaryAsText(base64: string): string | undefined {
  try {
    return atob(base64);
  } catch {
    return undefined;
  }
}

function base64Bytes(base64: string): number {
  return Math.floor((base64.replace(/[^A-Za-z0-9+/_-]/g, "").length * 3) / 4);
}

function collectText(collect: Collector, text: string, place: BodyPlace, note: string | null, side: Side): ReportBody {
  const cut = cutLong(text);
  const dropNote =
    place.dropped === "no" ? null : "Bodies of this endpoint are withheld; the names of the fields stay.";
  return {
    kind: "text",
    text: collect.add(place, cut.text, `${side} body`),
    mimeType: place.mimeType,
    note: joined(note, cut.note, dropNote),
  };
}

function collectFields(collect: Collector, request: ExchangeRequest, dropped: boolean): ReportBody {
  const fields = request.params.map((param): ReportField => {
    const name = collect.add({ kind: "text", name: "" }, param.name, "name of a form field");
    if (param.fileName !== undefined) {
      const size = param.value === undefined ? "" : `, ${param.value.length} bytes`;
      const type = param.contentType === undefined ? "" : `, ${param.contentType}`;
      return {
        name,
        value: collect.add({ kind: "text", name: "" }, `file ${param.fileName}${type}${size}`, "name of an upload"),
        file: param.fileName,
      };
    }
    if (dropped || param.value === undefined) return { name, value: null, file: null };
    return {
      name,
      value: collect.add({ kind: "field", name: param.name }, param.value, `form field ${param.name}`),
      file: null,
    };
  });
  return { kind: "form", fields, note: "The recording lists the form's fields; it does not hold the body itself." };
}

/** The request body: its text, its form fields where the recording has only those, or why it is missing. */
export function collectRequestBody(
  collect: Collector,
  event: ApiEvent,
  place: BodyPlace,
  policy: RedactionPolicy,
): ReportBody {
  const { request, recorder } = event.exchange;
  const { body } = request;
  if (policy.dropRequestBodies) return { kind: "absent", note: "Left out: request bodies are switched off." };
  if (body.kind === "text") return collectText(collect, body.text, place, truncationNote(body), "request");
  if (body.kind === "binary") {
    const text = binaryAsText(body.base64);
    const delimiter = text === undefined ? undefined : multipartDelimiter(place.mimeType, text);
    if (text !== undefined && delimiter !== undefined && readMultipart(text, delimiter).length > 0) {
      return collectText(collect, text, place, null, "request");
    }
    return { kind: "absent", note: `Binary, ${base64Bytes(body.base64)} bytes, not included.` };
  }
  if (request.params.length > 0) return collectFields(collect, request, place.dropped !== "no");
  if (body.kind === "unavailable") return { kind: "absent", note: describeAbsence(body.reason, recorder) };
  return { kind: "empty" };
}

/** The response body, or why it is missing. */
export function collectResponseBody(
  collect: Collector,
  event: ApiEvent,
  place: BodyPlace,
  policy: RedactionPolicy,
): ReportBody {
  const { response, recorder } = event.exchange;
  const { body } = response;
  if (policy.dropResponseBodies) return { kind: "absent", note: "Left out: response bodies are switched off." };
  switch (body.kind) {
    case "text":
      return collectText(collect, body.text, place, truncationNote(body), "response");
    case "binary":
      return { kind: "absent", note: `Binary, ${base64Bytes(body.base64)} bytes, not included.` };
    case "unavailable":
      return { kind: "absent", note: describeAbsence(body.reason, recorder) };
    case "empty":
      return { kind: "empty" };
  }
}

/** Whether the provider document drops the bodies of this path: whole segments, "/v1/api-keys" not "/v1/api-keys-info". */
export function dropsBodies(provider: Provider | undefined, url: string): boolean {
  const path = pathOf(url).toLowerCase();
  return (provider?.redaction.dropBodies ?? []).some((prefix) => {
    const wanted = prefix.toLowerCase().replace(/\/$/, "");
    return path === wanted || path.startsWith(`${wanted}/`);
  });
}

export function providerOf(providers: Providers, event: ApiEvent): Provider | undefined {
  return providers.providers.find((provider) => provider.id === event.providerId);
}
