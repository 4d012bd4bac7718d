import { gzipSync } from "node:zlib";
import type { CorpusEntry } from "../corpus/case.ts";

/**
 * A recording as the data files write it. Values are made from templates, so that no file holds what looks like a live
 * key: `{l40}` is 40 lower-case letters and digits. In texts `<<k>>` is a value by its name, `<<b64:…>>` an encoding.
 */
export type RecordingCase = {
  readonly kind: string;
  readonly name: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, string>>;
  readonly calls: readonly (Omit<CorpusEntry, "url" | "method"> & { readonly request: string })[];
};

/** A recording with every template filled in. */
export type Recording = {
  readonly secrets: readonly string[];
  readonly facts: readonly string[];
  readonly entries: readonly CorpusEntry[];
};

const LOWER = "abcdefghijkmnpqrstuvwxyz";
const ALPHABETS: Readonly<Record<string, string>> = {
  a: `ABCDEFGHJKLMNPQRSTUVWXYZ${LOWER}23456789`,
  A: `ABCDEFGHJKLMNPQRSTUVWXYZ${LOWER}`,
  b: `ABCDEFGHJKLMNPQRSTUVWXYZ${LOWER}0123456789-_`,
  B: `ABCDEFGHJKLMNPQRSTUVWXYZ${LOWER}0123456789+/`,
  d: "0123456789",
  l: `${LOWER}0123456789`,
  n: "qpzry9x8gf2tvdw0s3jn54khce6mua7l",
  N: "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
  U: "ABCDEFGHJKLMNPQRSTUVWXYZ23456789",
  u: "ABCDEFGHJKLMNPQRSTUVWXYZ23456789",
  x: "0123456789abcdef",
};

/** A generator of a fixed sequence for each seed: the same recording in every run. */
function sequence(seed: string): (below: number) => number {
  let state = [...seed].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7);
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function filled(template: string, seed: string): string {
  const next = sequence(seed);
  const run = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[next(alphabet.length)]).join("");
  return template
    .replaceAll("{uuid}", "{x8}-{x4}-4{x3}-a{x3}-{x12}")
    .replaceAll(/\{([A-Za-z])(\d+)\}/g, (_, alphabet: string, length: string) =>
      run(ALPHABETS[alphabet] ?? LOWER, Number(length)),
    );
}

const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  pct: encodeURIComponent,
  b64: (text) => Buffer.from(text).toString("base64"),
  gz64: (text) => gzipSync(text).toString("base64"),
  u16b64: (text) => Buffer.from(text, "utf16le").toString("base64"),
  qp: (text) => `${text.slice(0, 30)}=\n${text.slice(30)}`,
  wrap: (text) => text.replaceAll(/(.{40})/g, "$1\n"),
  tail20: (text) => text.slice(-20),
  sse: (text) =>
    (text.match(/.{1,5}/gs) ?? [])
      .map((piece) => `data: ${JSON.stringify({ choices: [{ delta: { content: piece } }] })}\n\n`)
      .join(""),
};

function expanded(text: string, values: ReadonlyMap<string, string>): string {
  let result = text;
  for (let depth = 0; depth < 4; depth++) {
    result = result.replaceAll(/<<(\w+)>>/g, (whole, name: string) => values.get(name) ?? whole);
    result = result.replaceAll(/<<(\w+):((?:(?!<<|>>)[^])*)>>/g, (whole, name: string, inner: string) => {
      const encode = ENCODINGS[name];
      return encode === undefined ? whole : encode(inner);
    });
  }
  return result;
}

/** Fills in a recording. */
export function recordingOf({ name, secrets, facts, calls }: RecordingCase): Recording {
  const values = new Map<string, string>();
  for (const [key, template] of [...Object.entries(facts), ...Object.entries(secrets)])
    values.set(key, filled(template, `${name} ${key}`));
  const text = (raw: string): string => expanded(raw, values);
  const pairs = (list: readonly (readonly [string, string])[] = []): readonly (readonly [string, string])[] =>
    list.map(([header, value]) => [header, text(value)] as const);
  return {
    secrets: Object.keys(secrets).map((key) => values.get(key) ?? ""),
    facts: Object.keys(facts).map((key) => values.get(key) ?? ""),
    entries: calls.map(({ request, ...call }) => {
      const space = request.indexOf(" ");
      return {
        ...call,
        method: request.slice(0, space),
        url: text(request.slice(space + 1)),
        requestHeaders: pairs(call.requestHeaders),
        responseHeaders: pairs(call.responseHeaders),
        ...(call.requestBody === undefined ? {} : { requestBody: text(call.requestBody) }),
        ...(call.body === undefined ? {} : { body: text(call.body) }),
      };
    }),
  };
}
