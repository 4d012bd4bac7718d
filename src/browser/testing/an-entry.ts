export type EntryParts = {
  readonly url?: string;
  readonly method?: string;
  readonly resourceType?: string;
  readonly status?: number;
  readonly startedAt?: number;
  readonly timeMs?: number;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly postText?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly mimeType?: string;
  readonly encoding?: string;
  readonly size?: number;
  readonly error?: string;
  readonly redirectUrl?: string;
};

/** A finished request as `devtools.network` hands it over: by default a failed GET to api.example.test. */
export function anEntry(parts: EntryParts = {}): unknown {
  const lines = (headers: Readonly<Record<string, string>> = {}) =>
    Object.entries(headers).map(([name, value]) => ({ name, value }));
  return {
    startedDateTime: new Date(parts.startedAt ?? 1_000_000).toISOString(),
    time: parts.timeMs ?? 12,
    _resourceType: parts.resourceType ?? "fetch",
    request: {
      method: parts.method ?? "GET",
      url: parts.url ?? "https://api.example.test/v1/things",
      httpVersion: "http/2.0",
      headers: lines(parts.requestHeaders),
      bodySize: parts.postText?.length ?? 0,
      ...(parts.postText === undefined ? {} : { postData: { mimeType: "application/json", text: parts.postText } }),
    },
    response: {
      status: parts.status ?? 404,
      statusText: "",
      httpVersion: "http/2.0",
      headers: lines(parts.headers),
      content: {
        size: parts.size ?? 20,
        mimeType: parts.mimeType ?? "application/json",
        ...(parts.encoding === undefined ? {} : { encoding: parts.encoding }),
      },
      redirectURL: parts.redirectUrl ?? "",
      _error: parts.error ?? null,
      bodySize: parts.size ?? 20,
    },
    timings: { blocked: 0, dns: -1, connect: -1, ssl: -1, send: 0, wait: 10, receive: 2 },
  };
}
