/** A HAR entry as the corpus writes it; what is left out is a JSON answer 200 of Urblock. */
export type CorpusEntry = {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly requestHeaders?: readonly (readonly [string, string])[];
  readonly requestBody?: string;
  readonly requestType?: string;
  readonly params?: readonly object[];
  readonly responseHeaders?: readonly (readonly [string, string])[];
  readonly body?: string;
  readonly type?: string;
  readonly encoding?: string;
  readonly redirectUrl?: string;
  readonly statusText?: string;
};

/** What must not be readable in any report of the entry, and what must. */
export type CorpusCase = {
  readonly name: string;
  readonly entry: CorpusEntry;
  readonly secrets: readonly string[];
  readonly keeps?: readonly string[];
  /** Facts that cURL, which shows the request alone, cannot hold. */
  readonly keepsInResponse?: readonly string[];
};

function headerList(headers: CorpusEntry["requestHeaders"] = []): readonly object[] {
  return headers.map(([name, value]) => ({ name, value }));
}

/** The entry as HAR. */
export function harEntry(entry: CorpusEntry): object {
  const { requestBody, params } = entry;
  const hasBody = requestBody !== undefined || params !== undefined;
  return {
    startedDateTime: "2026-01-14T10:30:00.000Z",
    time: 120,
    request: {
      method: entry.method ?? (hasBody ? "POST" : "GET"),
      url: entry.url ?? "https://api.urblock.io/v1/tokens",
      httpVersion: "h2",
      headers: headerList(entry.requestHeaders),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: requestBody?.length ?? 0,
      ...(hasBody
        ? {
            postData: {
              mimeType: entry.requestType ?? "application/json",
              ...(requestBody === undefined ? {} : { text: requestBody }),
              ...(params === undefined ? {} : { params }),
            },
          }
        : {}),
    },
    response: {
      status: entry.status ?? 400,
      statusText: entry.statusText ?? "",
      httpVersion: "h2",
      headers: headerList(entry.responseHeaders),
      cookies: [],
      content: {
        size: entry.body?.length ?? 0,
        mimeType: entry.type ?? "application/json",
        ...(entry.body === undefined ? {} : { text: entry.body }),
        ...(entry.encoding === undefined ? {} : { encoding: entry.encoding }),
      },
      redirectURL: entry.redirectUrl ?? "",
      headersSize: -1,
      bodySize: -1,
      _transferSize: 100,
    },
    cache: {},
    timings: { send: 0, wait: 100, receive: 20 },
  };
}
