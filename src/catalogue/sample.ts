import * as v from "valibot";

/*
 * Samples of a document: recorded responses, each with the event it must become. Described in docs/adding-a-provider.md.
 */

const about = v.pipe(v.string(), v.nonEmpty());
const source = v.pipe(
  v.string(),
  v.regex(/^(seed|made for the check|https:\/\/\S+)$/, 'must be a page\'s https address, or "made for the check"'),
);
const event = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check((expected) => Object.keys(expected).length > 0, "says nothing"),
);
const headers = v.record(v.string(), v.string());

/** A whole HAR entry and a part of the expected `ApiEvent`. */
const longSample = v.strictObject({
  about,
  source,
  entry: v.looseObject({ startedDateTime: v.string(), request: v.looseObject({}), response: v.looseObject({}) }),
  event,
});

const request = v.strictObject({
  method: v.optional(v.string()),
  url: v.optional(v.string()),
  headers: v.optional(headers),
  /** A text as it is; anything else is sent as JSON. */
  body: v.optional(v.unknown()),
});
const response = v.strictObject({
  status: v.optional(v.number()),
  headers: v.optional(headers),
  body: v.optional(v.unknown()),
  /** What the browser reports instead of an answer, such as "net::ERR_FAILED". */
  error: v.optional(v.string()),
});

/** Many samples in one file; what they share is said once. */
const shortSamples = v.strictObject({
  $schema: v.optional(v.string()),
  source,
  request: v.optional(request),
  response: v.optional(response),
  samples: v.pipe(
    v.array(
      v.strictObject({
        about,
        source: v.optional(source),
        request: v.optional(request),
        response: v.optional(response),
        event,
      }),
    ),
    v.minLength(1),
  ),
});

/** One sample: `entry` is for `readEntry`. */
export type Sample = {
  readonly about: string;
  readonly source: string;
  readonly entry: unknown;
  readonly event: Readonly<Record<string, unknown>>;
};

/** The samples of a file, or what is wrong with it in one sentence each. */
export function readSamples(
  value: unknown,
):
  | { readonly ok: true; readonly samples: readonly Sample[] }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const isLong = typeof value === "object" && value !== null && Object.hasOwn(value, "entry");
  if (isLong) {
    const read = v.safeParse(longSample, value);
    return read.success ? { ok: true, samples: [read.output] } : { ok: false, problems: read.issues.map(sentence) };
  }
  const read = v.safeParse(shortSamples, value);
  if (!read.success) return { ok: false, problems: read.issues.map(sentence) };
  const { output } = read;
  const samples = output.samples.map((sample) => ({
    about: sample.about,
    source: sample.source ?? output.source,
    entry: entryOf(
      { ...output.request, ...sample.request, headers: { ...output.request?.headers, ...sample.request?.headers } },
      { ...output.response, ...sample.response, headers: { ...output.response?.headers, ...sample.response?.headers } },
    ),
    event: sample.event,
  }));
  return { ok: true, samples };
}

function sentence(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? "the file"}: ${issue.message}`;
}

type Request = v.InferOutput<typeof request>;
type Response = v.InferOutput<typeof response>;

/** Samples are answered at 10:30:00 UTC by both clocks. */
const STARTED = "2026-01-14T10:30:00.000Z";
const DATE = "Wed, 14 Jan 2026 10:30:00 GMT";

/** A HAR 1.2 entry as Chromium's DevTools gives it. */
function entryOf(sent: Request, received: Response): object {
  const sentText = textOf(sent.body);
  const receivedText = textOf(received.body);
  const status = received.error === undefined ? (received.status ?? 200) : (received.status ?? 0);
  const requestHeaders = withDefaults(sent.headers ?? {}, sentText === "" ? {} : { "content-type": typeOf(sent.body) });
  const responseHeaders = withDefaults(
    received.headers ?? {},
    status === 0 ? {} : { date: DATE, "content-type": typeOf(received.body) },
  );
  const mimeType = responseHeaders.find(({ name }) => name.toLowerCase() === "content-type")?.value ?? "";
  return {
    startedDateTime: STARTED,
    time: 0,
    _resourceType: "fetch",
    request: {
      method: sent.method ?? "GET",
      url: sent.url ?? "",
      httpVersion: "http/2.0",
      headers: requestHeaders,
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: sentText.length,
      ...(sentText === "" ? {} : { postData: { mimeType: typeOf(sent.body), text: sentText } }),
    },
    response: {
      status,
      statusText: "",
      httpVersion: "http/2.0",
      headers: responseHeaders,
      cookies: [],
      content: { size: receivedText.length, mimeType, text: receivedText },
      redirectURL: "",
      headersSize: -1,
      bodySize: receivedText.length,
      _transferSize: 300,
      _error: received.error ?? null,
    },
    cache: {},
    timings: { blocked: 0, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0 },
  };
}

function textOf(body: unknown): string {
  return body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
}

function typeOf(body: unknown): string {
  return typeof body === "string" ? "text/plain" : "application/json";
}

/** As a list of name and value; a default gives way to the same name in any case. */
function withDefaults(
  given: Readonly<Record<string, string>>,
  defaults: Readonly<Record<string, string>>,
): { readonly name: string; readonly value: string }[] {
  const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const missing = Object.entries(defaults).filter(([name]) => !names.has(name));
  return [...Object.entries(given), ...missing].map(([name, value]) => ({ name, value }));
}
