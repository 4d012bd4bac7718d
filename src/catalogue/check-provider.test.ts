import { expect, test } from "vitest";
import { checkProvider, type SampleFacts } from "./check-provider.ts";
import type { CodeEntry, Provider } from "./provider.ts";
import { aCodeEntry, aProvider } from "./testing/a-provider.ts";

const DOCS = "https://docs.example.test/errors";
const { status: _status, ...forbidden } = aCodeEntry({ docs: DOCS });
const sample: SampleFacts = { name: "forbidden", status: 403, code: "FORBIDDEN", envelope: "plain" };

function problems(entry: Partial<CodeEntry> = {}, members: Partial<Provider> = {}, samples = [sample]) {
  const codes = { FORBIDDEN: aCodeEntry({ docs: DOCS, ...entry }), ...members.codes };
  return checkProvider(aProvider({ statuses: { "403": forbidden }, ...members, codes }), samples);
}

const places = (found: ReturnType<typeof problems>) => found.map(({ path, expected }) => `${path} ${expected}`);

test("a complete document has no problem", () => {
  expect(problems()).toEqual([]);
});

test("a document that does not match the schema is named where it fails", () => {
  expect(checkProvider({ ...aProvider(), id: "?" }, [])).toMatchObject([{ path: "/id" }]);
});

test("a code without a sample is listed", () => {
  expect(places(problems({}, {}, [{ ...sample, code: "forbidden" }]))).toEqual([
    "/codes/FORBIDDEN at least one sample whose response has this code",
  ]);
});

test("an envelope that no sample shows is listed", () => {
  expect(places(problems({}, {}, [{ ...sample, envelope: null }]))).toEqual(['/envelopes/0 a sample read as "plain"']);
});

test("one sample must have the entry's status, except inside a success and where none is documented", () => {
  expect(problems({}, {}, [{ ...sample, status: 429 }])).toMatchObject([{ path: "/codes/FORBIDDEN/status" }]);
  expect(problems({}, {}, [{ ...sample, status: 429 }, sample])).toEqual([]);
  expect(problems({}, {}, [{ ...sample, status: 200 }])).toEqual([]);
  expect(problems({ status: null }, {}, [{ ...sample, status: 429 }])).toEqual([]);
});

test("a code's status must be explained by the document", () => {
  expect(problems({}, { statuses: {} })).toMatchObject([{ path: "/codes/FORBIDDEN/status", actual: "403" }]);
});

test("a code and a status without a retry word are listed", () => {
  const { retry: _code, ...silentCode } = aCodeEntry({ docs: DOCS });
  const { retry: _table, ...silentStatus } = forbidden;
  const document = aProvider({ codes: { FORBIDDEN: silentCode }, statuses: { "403": silentStatus } });
  expect(checkProvider(document, [sample]).map(({ path }) => path)).toEqual([
    "/codes/FORBIDDEN/retry",
    "/statuses/403/retry",
  ]);
});

test("a title that is a sentence or the code again is refused", () => {
  expect(problems({ title: "You may not do this." })).toMatchObject([{ path: "/codes/FORBIDDEN/title" }]);
  expect(problems({ title: "FORBIDDEN" })).toMatchObject([{ path: "/codes/FORBIDDEN/title" }]);
});

test("texts that are shown as sentences must be sentences", () => {
  expect(problems({ fixes: [{ text: "Use another scope", source: "seed" }] })).toMatchObject([
    { path: "/codes/FORBIDDEN/fixes/0/text", actual: "Use another scope" },
  ]);
});

test("an entry without a page to link to is listed", () => {
  const { docs: _docs, ...linkless } = aCodeEntry({ docs: DOCS });
  const document = aProvider({ statuses: { "403": forbidden }, codes: { FORBIDDEN: linkless } });
  expect(checkProvider(document, [sample])).toMatchObject([{ path: "/codes/FORBIDDEN/docs" }]);
});

test.each([
  ["organization-header-missing", undefined],
  ["jwt-expired", undefined],
  ["key-malformed", undefined],
  ["publishable-key-sent", undefined],
  ["idempotency-key-missing", undefined],
  ["limit-exhausted", undefined],
  ["file-too-large", "50 MB"],
  ["file-type-unsupported", "sol"],
  ["pagination-out-of-range", "100"],
] as const)("the check %s needs something this document lacks", (check, argument) => {
  const cause = { text: "So it is.", check, source: "seed" as const, ...(argument === undefined ? {} : { argument }) };
  expect(problems({ causes: [cause] })).toMatchObject([{ path: "/codes/FORBIDDEN/causes/0", actual: check }]);
});

test("checks that have what they need pass", () => {
  const cause = { text: "So it is.", source: "seed" as const };
  const causes = [
    { ...cause, check: "file-too-large" as const, argument: "50000000" },
    { ...cause, check: "file-type-unsupported" as const, argument: ".sol,.tar.gz" },
    { ...cause, check: "pagination-out-of-range" as const, argument: "1-100" },
    { ...cause, check: "bearer-missing" as const },
  ];
  expect(problems({ causes })).toEqual([]);
});

test("an argument without a check is a mistake", () => {
  expect(problems({ causes: [{ text: "So it is.", argument: "1", source: "seed" }] })).toMatchObject([
    { actual: "an argument without a check" },
  ]);
});

test("a synonym must name another code of the document", () => {
  expect(problems({ synonymOf: "GONE" })).toMatchObject([{ path: "/codes/FORBIDDEN/synonymOf" }]);
  expect(problems({ synonymOf: "FORBIDDEN" })).toMatchObject([{ path: "/codes/FORBIDDEN/synonymOf" }]);
});

test("codes that differ only in case must be declared the same", () => {
  const lower = { ...sample, code: "forbidden" };
  const silent = { codes: { forbidden: aCodeEntry({ docs: DOCS }) } };
  expect(problems({}, silent, [sample, lower])).toMatchObject([{ path: "/codes/forbidden" }]);
  const declared = { codes: { forbidden: aCodeEntry({ docs: DOCS, synonymOf: "FORBIDDEN" }) } };
  expect(problems({}, declared, [sample, lower])).toEqual([]);
});
