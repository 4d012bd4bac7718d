/** Blocks of one reported call: the message as HTTP lines, then its body where there is one. */
type Call = {
  at: string;
  durationMs: number;
  error: string | null;
  readonly request: string[];
  readonly response: string[];
};

const REQUEST = "### Request";
const RESPONSE = "### Response";

/**
 * A Markdown report of Faultline as HAR entries, from which the same rows are decoded; undefined where the text is no
 * such report. Reads what the report states of time, request and response; what was redacted stays redacted.
 */
export function entriesOfMarkdownReport(markdown: string): readonly unknown[] | undefined {
  const calls: Call[] = [];
  let blocks: string[] | undefined;
  let fence: string | undefined;
  let block: string[] = [];
  for (const line of markdown.split(/\r?\n/)) {
    const call = calls.at(-1);
    if (fence !== undefined) {
      if (line === fence) {
        blocks?.push(block.join("\n"));
        fence = undefined;
      } else block.push(line);
    } else if (line.startsWith("```")) {
      fence = /^`+/.exec(line)?.[0];
      block = [];
    } else if (line.startsWith("## ")) {
      calls.push({ at: "", durationMs: 0, error: null, request: [], response: [] });
      blocks = undefined;
    } else if (line.startsWith("### "))
      blocks = line === REQUEST ? call?.request : line === RESPONSE ? call?.response : undefined;
    else if (call !== undefined && blocks === undefined) readFact(call, line);
  }
  const entries = calls.flatMap(entryOf);
  return entries.length === 0 ? undefined : entries;
}

function readFact(call: Call, line: string): void {
  if (line.startsWith("- Time: ")) call.at = line.slice("- Time: ".length).trim();
  else if (line.startsWith("- Duration: ")) call.durationMs = readDuration(line.slice("- Duration: ".length).trim());
  else if (line.startsWith("- Network error: "))
    call.error = line.slice("- Network error: ".length).replaceAll("`", "");
}

function readDuration(text: string): number {
  const [, number, unit] = /^(\d{1,12}(?:\.\d{1,3})?) (ms|s)$/.exec(text) ?? [];
  return number === undefined ? 0 : Number(number) * (unit === "s" ? 1000 : 1);
}

function entryOf(call: Call): readonly unknown[] {
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
