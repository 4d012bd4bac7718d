import { spawn, spawnSync } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { harEntry } from "../testing/corpus/case.ts";
import { eventOf, reportOf } from "../testing/formats.ts";

type Arrived = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

const arrived: Arrived[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    arrived.push({
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(chunks).toString("utf8"),
    });
    response.end("{}");
  });
});
beforeAll(() => new Promise<void>((done) => void server.listen(0, "127.0.0.1", done)));
afterAll(() => new Promise<void>((done) => void server.close(() => done())));

const hasCurl = spawnSync("curl", ["--version"]).status === 0;

function commandFor(entry: Parameters<typeof harEntry>[0]): string {
  const result = reportOf(eventOf(harEntry(entry)), { format: "curl", shell: "posix" });
  if (!result.ok) throw new Error(result.reason);
  return result.text;
}

/** Runs a script in a real shell, without blocking the server that it talks to. */
function run(script: string, env: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn("sh", ["-c", script.replace(/^curl /m, "curl -sS --noproxy '*' ")], {
      env: { PATH: process.env["PATH"] ?? "", ...env },
    });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`${errors}\n${script}`))));
  });
}

describe.skipIf(!hasCurl)("the command, run in a real shell against a server", () => {
  test("sends what was recorded, with the credentials from the environment", { timeout: 120_000 }, async () => {
    const { port } = server.address() as AddressInfo;
    const printable = fc.string({
      unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
      maxLength: 30,
    });
    const noted = printable.map((text) => `n ${text}`.trim());
    const body = fc
      .string({ unit: "grapheme", maxLength: 60 })
      .map((text) => JSON.stringify({ note: text, quote: 'it\'s $HOME `id` \\ "x"' }));
    await fc.assert(
      fc.asyncProperty(noted, body, fc.constantFrom("POST", "PUT", "PATCH", "DELETE"), async (note, sent, method) => {
        arrived.length = 0;
        const script = commandFor({
          method,
          url: `http://127.0.0.1:${port}/v1/a[1]/{b}?q=it's&x=%20`,
          requestHeaders: [
            ["authorization", "Bearer sk_test_EXAMPLE4eC39HqLyjWD"],
            ["content-type", "application/json"],
            ["x-note", note],
            ["x-empty", ""],
          ],
          requestBody: sent,
        });
        // Notes that happen to look like a secret are not what this is about.
        fc.pre(!script.includes("FAULTLINE_UNKNOWN") && !/REDACTED|FAULTLINE_(?!API_KEY\b)/.test(script));
        await run(script, { FAULTLINE_API_KEY: "sk_test_EXAMPLE4eC39HqLyjWD" });
        expect(arrived).toHaveLength(1);
        expect(arrived[0]).toMatchObject({ method, path: "/v1/a[1]/{b}?q=it's&x=%20", body: sent });
        expect(arrived[0]?.headers).toMatchObject({
          authorization: "Bearer sk_test_EXAMPLE4eC39HqLyjWD",
          "content-type": "application/json",
          "x-note": note,
          "x-empty": "",
        });
      }),
      { numRuns: 15 },
    );
  });
});

describe("the command", () => {
  test("leaves out pseudo headers and what curl computes itself", () => {
    const script = commandFor({
      requestHeaders: [
        [":authority", "api.urblock.io"],
        ["content-length", "12"],
        ["host", "x"],
        ["accept-encoding", "gzip"],
        ["x-kept", "1"],
      ],
    });
    expect(script).not.toMatch(/:authority|content-length|host:/);
    expect(script).toContain("--compressed");
    expect(script).toContain("'x-kept: 1'");
  });

  test("names a file of an upload and never its bytes", () => {
    const script = commandFor({
      requestType: "multipart/form-data; boundary=B",
      requestHeaders: [["content-type", "multipart/form-data; boundary=B"]],
      requestBody:
        '--B\r\nContent-Disposition: form-data; name="file"; filename="a\\"; rm.sol"\r\n\r\ncontract Secret {}\r\n--B--\r\n',
    });
    expect(script).not.toContain("contract");
    expect(script).toContain("-F 'file=@");
    expect(script).not.toContain("content-type: multipart");
  });

  test("says when a body is too long for a command line", () => {
    const script = commandFor({ requestBody: JSON.stringify({ text: "word ".repeat(40_000) }) });
    expect(script).not.toContain("--data-raw");
    expect(script).toContain("too many for a command line");
  });
});
