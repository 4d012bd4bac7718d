/** One call of a report in words: the messages as HTTP lines, each followed by its body if there is one. */
export type ReportedCall = {
  at: string;
  durationMs: number;
  error: string | null;
  readonly request: string[];
  readonly response: string[];
};

export function emptyCall(): ReportedCall {
  return { at: "", durationMs: 0, error: null, request: [], response: [] };
}

/** Takes a line "Label: value" if it is about the call's time or its failure. */
export function readFact(call: ReportedCall, line: string): void {
  if (line.startsWith("Time: ")) call.at = line.slice("Time: ".length).trim();
  else if (line.startsWith("Duration: ")) call.durationMs = readDuration(line.slice("Duration: ".length).trim());
  else if (line.startsWith("Network error: ")) call.error = line.slice("Network error: ".length).replaceAll("`", "");
}

function readDuration(text: string): number {
  const [, number, unit] = /^(\d{1,12}(?:\.\d{1,3})?) (ms|s)$/.exec(text) ?? [];
  return number === undefined ? 0 : Number(number) * (unit === "s" ? 1000 : 1);
}

/** The call as a HAR entry; undefined if the report does not name it. */
export function entryOfCall(call: ReportedCall): readonly unknown[] {
  const [request = "", sent] = call.request;
  const [response = "", received] = call.response;
  const [requestLine = "", ...requestHeaders] = request.split("\n");
  const [method, url, httpVersion = ""] = requestLine.split(" ");
  if (method === undefined || url === undefined) return [];
  const [statusLine = "", ...responseHeaders] = response.split("\n");
  const [, status, statusText = ""] = /^(\d{3})(?: (.*))?$/.exec(statusLine) ?? [];
  return [
    {
      startedDateTime: call.at,
      time: call.durationMs,
      request: {
        method,
        url,
        httpVersion,
        headers: readHeaders(requestHeaders),
        ...(sent === undefined ? {} : { postData: { text: sent } }),
      },
      response: {
        status: Number(status ?? 0),
        statusText,
        httpVersion,
        headers: readHeaders(responseHeaders),
        content: received === undefined ? { size: -1 } : { text: received },
        _error: call.error,
      },
    },
  ];
}

/** "Name: value" lines; one that is indented goes on with the value before it. Names may begin with a colon (HTTP/2). */
function readHeaders(lines: readonly string[]): readonly { readonly name: string; readonly value: string }[] {
  const headers: { name: string; value: string }[] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    const colon = line.indexOf(": ", 1);
    if (line.startsWith("  ") && last !== undefined) last.value += `\n${line.slice(2)}`;
    else if (colon !== -1) headers.push({ name: line.slice(0, colon), value: line.slice(colon + 2) });
  }
  return headers;
}
