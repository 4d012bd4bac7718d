/** What a test says about a HAR entry; everything else is a JSON answer 200 to GET https://api.urblock.io/v1/tokens. */
export type EntryShape = {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  /** Response text; null leaves `content.text` out, as Chromium does for a body it does not have. */
  readonly body?: string | null;
  readonly mimeType?: string;
  readonly encoding?: string;
  readonly error?: string;
  readonly startedDateTime?: string;
  readonly time?: number;
  readonly fromCache?: string;
  readonly resourceType?: string;
};

function list(headers: Readonly<Record<string, string>>): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

function contentSize(body: string | null, encoding: string | undefined): number {
  if (body === null) return 0;
  return Buffer.from(body, encoding === "base64" ? "base64" : "utf8").length;
}

/** A HAR 1.2 entry as Chromium's DevTools gives it. */
export function anEntry(shape: EntryShape = {}): object {
  const {
    method = "GET",
    url = "https://api.urblock.io/v1/tokens",
    status = 200,
    requestHeaders = {},
    responseHeaders = {},
    body = "{}",
    mimeType = "application/json",
  } = shape;
  return {
    startedDateTime: shape.startedDateTime ?? "2026-01-14T10:30:00.000Z",
    time: shape.time ?? 100,
    _resourceType: shape.resourceType ?? "fetch",
    ...(shape.fromCache === undefined ? {} : { _fromCache: shape.fromCache }),
    request: {
      method,
      url,
      httpVersion: "http/2.0",
      headers: list(requestHeaders),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: shape.requestBody?.length ?? 0,
      ...(shape.requestBody === undefined
        ? {}
        : { postData: { mimeType: "application/json", text: shape.requestBody } }),
    },
    response: {
      status,
      statusText: "",
      httpVersion: "http/2.0",
      headers: list(responseHeaders),
      cookies: [],
      content: {
        size: contentSize(body, shape.encoding),
        mimeType,
        ...(body === null ? {} : { text: body }),
        ...(shape.encoding === undefined ? {} : { encoding: shape.encoding }),
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: body?.length ?? -1,
      _transferSize: 300,
      _error: shape.error ?? null,
    },
    cache: {},
    timings: { blocked: 1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 90, receive: 9 },
  };
}
