import type { ReportExchange } from "../event-parts.ts";
import type { ReportBody, ReportHeader } from "../exchange-parts.ts";
import { queryOf } from "../../web/url.ts";
import type { ReportDocument } from "./document.ts";
import { instantText } from "./instant.ts";
import { visibleJson } from "./visible.ts";
import { describeWritten, DISCLAIMER, type Writer } from "./writer.ts";

type NameValue = { readonly name: string; readonly value: string };

function headersOf(headers: readonly ReportHeader[], writer: Writer): readonly NameValue[] {
  return headers.map(({ name, value }) => ({ name: writer.write(name), value: writer.write(value) }));
}

function cookiesOf(headers: readonly NameValue[], name: "cookie" | "set-cookie"): readonly NameValue[] {
  const values = headers
    .filter((header) => header.name.toLowerCase() === name)
    .flatMap((header) => header.value.split("\n"));
  return values.flatMap((value) => {
    const pairs = name === "cookie" ? value.split(";") : [value.split(";", 1)[0] ?? ""];
    return pairs.flatMap((pair) => {
      const equals = pair.indexOf("=");
      return equals === -1 ? [] : [{ name: pair.slice(0, equals).trim(), value: pair.slice(equals + 1).trim() }];
    });
  });
}

function postDataOf(body: ReportBody, mimeType: string, writer: Writer): Readonly<Record<string, unknown>> {
  switch (body.kind) {
    case "empty":
      return {};
    case "absent":
      return { postData: { mimeType, params: [], text: "", comment: `Body missing: ${body.note}` } };
    case "form":
      return {
        postData: {
          mimeType,
          params: body.fields.map(({ name, value }) => ({
            name: writer.write(name),
            ...(value === null ? {} : { value: writer.write(value) }),
          })),
          text: "",
          comment: body.note,
        },
      };
    case "text":
      return {
        postData: {
          mimeType,
          params: [],
          text: writer.write(body.text),
          ...(body.note === null ? {} : { comment: body.note }),
        },
      };
  }
}

function contentOf(report: ReportExchange, mimeType: string, writer: Writer): Readonly<Record<string, unknown>> {
  const { body } = report.response;
  const size = report.event.exchange.response.size ?? -1;
  if (body.kind === "text") {
    return { size, mimeType, text: writer.write(body.text), ...(body.note === null ? {} : { comment: body.note }) };
  }
  return { size, mimeType, ...(body.kind === "absent" ? { comment: `Body missing: ${body.note}` } : {}) };
}

function valueOf(headers: readonly NameValue[], name: string): string {
  return headers.find((header) => header.name.toLowerCase() === name)?.value ?? "";
}

/** One entry of a HAR, from the slots of its exchange. */
export function harEntryOf(report: ReportExchange, writer: Writer): Readonly<Record<string, unknown>> {
  const { exchange } = report.event;
  const { timings } = exchange;
  const url = writer.write(report.url);
  const requestHeaders = headersOf(report.request.headers, writer);
  const responseHeaders = headersOf(report.response.headers, writer);
  const started = instantText(exchange.startedAt);
  const error = report.error === null ? {} : { _error: writer.write(report.error) };
  return {
    startedDateTime: started === "unknown time" ? "1970-01-01T00:00:00.000Z" : started,
    time: exchange.durationMs,
    request: {
      method: writer.write(report.method),
      url,
      httpVersion: /^[\w./-]{0,16}$/.test(exchange.request.httpVersion) ? exchange.request.httpVersion : "",
      cookies: cookiesOf(requestHeaders, "cookie"),
      headers: requestHeaders,
      // HAR wants the parameters decoded; they are read from the redacted URL, so they hold nothing more.
      queryString: queryOf(url),
      ...postDataOf(report.request.body, valueOf(requestHeaders, "content-type"), writer),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: exchange.response.status,
      statusText: writer.write(report.statusText),
      httpVersion: /^[\w./-]{0,16}$/.test(exchange.response.httpVersion) ? exchange.response.httpVersion : "",
      cookies: cookiesOf(responseHeaders, "set-cookie"),
      headers: responseHeaders,
      content: contentOf(report, valueOf(responseHeaders, "content-type"), writer),
      redirectURL: report.redirectUrl === null ? "" : writer.write(report.redirectUrl),
      headersSize: -1,
      bodySize: -1,
      ...error,
    },
    cache: {},
    timings: {
      blocked: timings.blocked ?? -1,
      dns: timings.dns ?? -1,
      connect: timings.connect ?? -1,
      ssl: timings.ssl ?? -1,
      send: timings.send ?? 0,
      wait: timings.wait ?? exchange.durationMs,
      receive: timings.receive ?? 0,
    },
    ...(report.userNote === null ? {} : { comment: writer.write(report.userNote) }),
  };
}

/** HAR 1.2 rebuilt from what the report may show; nothing of the recorder's own fields is copied over. */
export function writeHar(document: ReportDocument, writer: Writer): string {
  const entries = document.events.map((report) => harEntryOf(report, writer));
  const comment = `${describeWritten(writer)} ${DISCLAIMER}`;
  return `${visibleJson({ log: { ...headOf(document.version), entries, comment } }, 2)}\n`;
}

function headOf(version: string): Readonly<Record<string, unknown>> {
  return { version: "1.2", creator: { name: "Faultline", version }, pages: [] };
}

/** What comes before the first entry of a HAR that is written entry by entry; the writer puts commas between them. */
export function harStart(version: string): string {
  return `${visibleJson({ log: headOf(version) }).slice(0, -2)},"entries":[\n`;
}

/** What comes after its last entry, with what was redacted in words. */
export function harEnd(described: string): string {
  return `\n],${visibleJson({ comment: `${described} ${DISCLAIMER}` }).slice(1)}}\n`;
}
