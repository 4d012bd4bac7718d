import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { harEntry, type CorpusEntry } from "../testing/corpus/case.ts";
import { eventOf, reportOf } from "../testing/formats.ts";
import { HIDDEN } from "../testing/shells/hostile-text.ts";
import type { Shell } from "./shell.ts";
import { HIDDEN_CHARACTERS } from "./visible.ts";

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

const NAMED_UPLOADS = [
  ["a", "/etc/hostname"],
  ["b=@/etc/shells;x", "srv.py"],
  ["c", "-"],
  ["d;type=text/html", "../../.env"],
  ["e", 'x";filename="y'],
  ["f<", "holiday 2.PNG"],
  ["g\u202e", "a\u200bb.png"],
  ["files[0].$key", "C:\\Users\\me\\a.pdf"],
] as const;

/** A body with uploads under these names, and a text field under each. */
function uploads(names: readonly (readonly [string, string])[]): CorpusEntry {
  const parts = names.flatMap(([name, fileName]) => [
    `--B\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: text/plain\r\n\r\nSECRET BYTES\r\n`,
    `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n@/etc/passwd;type=text/html\r\n`,
  ]);
  const type = "multipart/form-data; boundary=B";
  return { requestType: type, requestHeaders: [["content-type", type]], requestBody: `${parts.join("")}--B--\r\n` };
}

const hasCurl = spawnSync("curl", ["--version"]).status === 0;

function commandFor(entry: Parameters<typeof harEntry>[0], shell: Shell = "posix"): string {
  const result = reportOf(eventOf(harEntry(entry)), { format: "curl", shell });
  if (!result.ok) throw new Error(result.reason);
  return result.text;
}

/** Runs a script in a real shell, without blocking the server that it talks to. */
function run(script: string, env: Readonly<Record<string, string>>, cwd?: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn("sh", ["-c", script.replace(/^curl /m, "curl -sS --noproxy '*' ")], {
      cwd,
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

  test("sends no file but those it names itself, whatever a page calls its uploads", { timeout: 60_000 }, async () => {
    const { port } = server.address() as AddressInfo;
    const cwd = mkdtempSync(join(tmpdir(), "uploads-"));
    try {
      const script = commandFor({ ...uploads(NAMED_UPLOADS), url: `http://127.0.0.1:${port}/v1/files` });
      const files = [...script.matchAll(/=@"([^"]*)"/g)].map((match) => match[1] ?? "");
      expect(files).toEqual(
        ["bin", "bin", "bin", "bin", "bin", "png", "png", "pdf"].map((end, at) => `upload-${at + 1}.${end}`),
      );
      for (const file of files) writeFileSync(join(cwd, file), `own ${file}`);
      arrived.length = 0;
      await run(script, {}, cwd);
      const body = arrived[0]?.body ?? "";
      const heads = [...body.matchAll(/Content-Disposition: form-data; (.*)\r\n/g)].map((match) => match[1]);
      expect(heads).toEqual([
        'name="a"; filename="upload-1.bin"',
        'name="a"',
        'name="part-3"; filename="srv.py"',
        'name="part-4"',
        'name="c"; filename="upload-3.bin"',
        'name="c"',
        'name="part-7"; filename="upload-4.bin"',
        'name="part-8"',
        // An unescaped quote ends the name in the recorded body, too.
        'name="e"; filename="x"',
        'name="e"',
        'name="part-11"; filename="holiday 2.PNG"',
        'name="part-12"',
        'name="part-13"; filename="upload-7.png"',
        'name="part-14"',
        'name="files[0].$key"; filename="upload-8.pdf"',
        'name="files[0].$key"',
      ]);
      expect([...body.matchAll(/own (upload-\S+)/g)].map((match) => match[1])).toEqual(files);
      expect(body.match(/@\/etc\/passwd;type=text\/html/g)).toHaveLength(NAMED_UPLOADS.length);
      expect(body).not.toMatch(/root:|SECRET/);
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });

  test("sends the very bytes of a body that no word can hold", { timeout: 60_000 }, async () => {
    const { port } = server.address() as AddressInfo;
    const sent = "x\u001b[201~\u0003\0\ntouch PWNED\n#%s\\ \u202e \u2764\ufe0f\n";
    arrived.length = 0;
    await run(commandFor({ url: `http://127.0.0.1:${port}/v1/x`, requestType: "text/plain", requestBody: sent }), {});
    expect(arrived[0]?.body).toBe(sent);
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

  test.each([
    "file:///etc/passwd?x=1",
    "gopher://api.urblock.io:25/_MAIL%0d%0a",
    "ftp://api.urblock.io/x",
    "wsx://api.urblock.io/x",
  ])("is not written for %s", (url) => {
    for (const shell of ["posix", "powershell", "cmd"] as const) {
      const script = commandFor({ url }, shell);
      expect(script).not.toContain("curl ");
      expect(script).toContain("There is no command: the address is not one of http or https.");
    }
  });

  test("asks for a WebSocket as the browser did, with a request of HTTP", () => {
    expect(commandFor({ url: "wss://api.urblock.io/v1/stream" })).toContain("--url 'https://api.urblock.io/v1/stream'");
  });

  test("lets curl speak no protocol but http and https", () => {
    expect(commandFor({})).toContain("--proto '=http,https'");
    expect(commandFor({}, "powershell")).toContain("--proto '=http,https'");
    expect(commandFor({}, "cmd")).toContain('--proto ^"^=http^,https^"');
  });

  test("has an address in ASCII, as browsers send it", () => {
    const script = commandFor({ url: "https://api.urblock.io/v1/x\rcalc\r\u202ey?q=\u00e9 \ud800" }, "cmd");
    expect(script).toContain('/v1/x^%^0Dcalc^%^0D^%^E2^%^80^%^AEy^?q^=^%^C3^%^A9^%^20^%^EF^%^BF^%^BD^"');
  });

  test("for cmd.exe says that it is not for a batch file", () => {
    expect(commandFor({}, "cmd")).toContain("rem For the prompt of cmd.exe, not for a batch file");
  });

  test("for cmd.exe writes JSON in ASCII, and leaves out what is not JSON and cannot be written", () => {
    const json = commandFor({ requestBody: '{\n\t"a": "\u201cx\u201d \u{1f600}\u202e"\n}' }, "cmd");
    expect(json).toContain('^{^\n\n ^\\^"a^\\^": ^\\^"^\\u201cx^\\u201d ^\\ud83d^\\ude00^\\u202e^\\^"');
    expect(json).toContain("rem Some characters of the body are written as JSON escapes");
    const text = commandFor({ requestType: "text/plain", requestBody: "\u201cx\u201d" }, "cmd");
    expect(text).not.toContain("--data-raw");
    expect(text).toContain(
      "rem The request body is left out: it holds characters that no command of this shell can hold.",
    );
  });

  test("for cmd.exe is never longer than it reads", () => {
    const body = commandFor({ requestType: "text/plain", requestBody: '"'.repeat(7000) }, "cmd");
    expect(body).not.toContain("--data-raw");
    expect(body).toContain("The request body is left out: with it, the command would be longer than this shell reads.");
    const header = commandFor({ requestHeaders: [["x-long", "a b ".repeat(3000)]] }, "cmd");
    expect(header).not.toMatch(/^curl/m);
    expect(header).toContain("There is no command: it would be longer than this shell reads.");
  });

  test("holds nothing that nobody sees, wherever it was recorded", () => {
    const hidden = HIDDEN.join("");
    const entry: CorpusEntry = {
      method: `PO${hidden}ST`,
      url: `https://api.urblock.io/v1/${hidden}?q=${hidden}`,
      requestHeaders: [
        ["x-a", `a${hidden}`],
        [`x-${hidden}`, "b"],
      ],
      requestBody: `a${hidden}`,
      requestType: "text/plain",
      body: JSON.stringify({ error: { code: `c${hidden}`, message: `m${hidden}` } }),
    };
    const { requestBody: _, ...rest } = entry;
    const params = [{ name: `n${hidden}`, value: `v${hidden}` }];
    const multipart = uploads([[`n${hidden}`, `f${hidden}.png`]]);
    for (const shell of ["posix", "powershell", "cmd"] as const)
      for (const one of [
        entry,
        { ...rest, params, requestType: "application/x-www-form-urlencoded" },
        { ...entry, ...multipart },
      ])
        expect(commandFor(one, shell).replaceAll("\n", "").match(HIDDEN_CHARACTERS) ?? []).toEqual([]);
  });
});
