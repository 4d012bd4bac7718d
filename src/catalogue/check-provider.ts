import { pointerTo } from "../web/json-pointer.ts";
import type { CatalogueProblem } from "./catalogue-problem.ts";
import { checkCause } from "./check-cause.ts";
import { withVariant } from "./find-code.ts";
import type { CodeEntry, Provider, StatusEntry } from "./provider.ts";
import { readProvider } from "./read-provider.ts";

/** The tables of codes. */
type Table = "codes" | "subcodes";

/** What decoding a sample of the provider gave. */
export type SampleFacts = {
  readonly name: string;
  readonly status: number;
  readonly code: string | null;
  readonly subcode?: string;
  /** Name of the envelope shape that was read. */
  readonly envelope: string | null;
};

/**
 * Everything the schema cannot say of a document: each code has a sample and a retry word, titles are verdicts, checks
 * have what they need, statuses agree. Problems of the schema come alone, because the rest could not be read. Of a
 * document that extends another one, `own` is what it writes itself: only that is checked.
 */
export function checkProvider(
  document: unknown,
  samples: readonly SampleFacts[],
  own: OwnPart = {},
): readonly CatalogueProblem[] {
  const read = readProvider(document);
  if (!read.ok) return read.problems.map(schemaProblem);
  const provider = ownPartOf(read.provider, own);
  const finer = samples.map((sample) => ({ ...sample, code: sample.subcode ?? null }));
  return [
    ...Object.entries(provider.codes).flatMap(([code, entry]) => checkSamples("codes", code, entry, samples)),
    ...Object.entries(provider.subcodes ?? {}).flatMap(([code, entry]) => checkSamples("subcodes", code, entry, finer)),
    ...provider.envelopes.flatMap(({ name }, index) => checkEnvelope(name, index, samples)),
    ...checkTexts(provider, read.provider),
  ];
}

/** The members that decide what of an extended document is its own. */
export type OwnPart = {
  readonly codes?: object;
  readonly subcodes?: object;
  readonly statuses?: object;
  readonly envelopes?: readonly unknown[];
};

function ownPartOf(provider: Provider, own: OwnPart): Provider {
  if (own.codes === undefined && own.envelopes === undefined) return provider;
  const inOwn = <Entry>(table: Readonly<Record<string, Entry>>, names: object = {}): Record<string, Entry> =>
    Object.fromEntries(Object.entries(table).filter(([name]) => Object.hasOwn(names, name)));
  return {
    ...provider,
    codes: inOwn(provider.codes, own.codes),
    subcodes: inOwn(provider.subcodes ?? {}, own.subcodes),
    statuses: inOwn(provider.statuses, own.statuses),
    envelopes: provider.envelopes.slice(0, own.envelopes?.length ?? 0),
  };
}

/**
 * The part of it that a document without samples can meet: what is asked of documents that users write. `whole` is what
 * the checks may rely on besides.
 */
export function checkTexts(provider: Provider, whole: Provider = provider): readonly CatalogueProblem[] {
  return [
    ...Object.entries(provider.codes).flatMap(([code, entry]) => checkCode(whole, "codes", code, entry)),
    ...Object.entries(provider.subcodes ?? {}).flatMap(([code, entry]) => checkCode(whole, "subcodes", code, entry)),
    ...Object.entries(provider.statuses).flatMap(([status, entry]) => checkEntry(whole, `/statuses/${status}`, entry)),
    ...checkSpellings(provider),
  ];
}

function schemaProblem({ path, message }: { readonly path: string; readonly message: string }): CatalogueProblem {
  return {
    path,
    actual: message,
    expected: "a document that matches the schema",
    tip: "See src/catalogue/provider.ts.",
  };
}

function checkSamples(
  table: Table,
  code: string,
  entry: CodeEntry,
  samples: readonly SampleFacts[],
): readonly CatalogueProblem[] {
  const path = pointerTo([table, code]);
  const problems: CatalogueProblem[] = [];
  const own = samples.filter((sample) => sample.code === code);
  if (own.length === 0) {
    problems.push({
      path,
      actual: "no sample",
      expected: "at least one sample whose response has this code",
      tip: "Add samples/<name>.json with a recorded response and the event it must become.",
    });
  }
  // A 200 may carry any code, where the body alone reports the failure; a sample may also show a mismatch on purpose.
  const seen = own.map((sample) => sample.status).filter((status) => status >= 400);
  if (entry.status !== null && seen.length > 0 && !seen.includes(entry.status)) {
    problems.push({
      path: `${path}/status`,
      actual: `${entry.status}, but ${seen.join(", ")} in its samples`,
      expected: "a sample with the documented status",
      tip: "Where no page states the status, write null and say so in unstated.",
    });
  }
  return problems;
}

function checkCode(provider: Provider, table: Table, code: string, entry: CodeEntry): readonly CatalogueProblem[] {
  const path = pointerTo([table, code]);
  const problems = [...checkEntry(provider, path, entry)];
  if (entry.status !== null && !Object.hasOwn(provider.statuses, String(entry.status))) {
    problems.push({
      path: `${path}/status`,
      actual: String(entry.status),
      expected: "a status that the document's statuses explain",
      tip: "An unknown code with this status would otherwise be left to HTTP's own words.",
    });
  }
  if (
    entry.synonymOf !== undefined &&
    (entry.synonymOf === code || !Object.hasOwn(provider[table] ?? {}, entry.synonymOf))
  ) {
    problems.push({
      path: `${path}/synonymOf`,
      actual: entry.synonymOf,
      expected: "another code of this document",
      tip: "Correct the spelling or leave the member out.",
    });
  }
  return problems;
}

function checkEntry(provider: Provider, path: string, entry: CodeEntry | StatusEntry): readonly CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  if (entry.retry === undefined) {
    problems.push({
      path: `${path}/retry`,
      actual: "missing",
      expected: "a retry word with its reason",
      tip: 'Where no page says anything, decide from what the pages do say and write basis "derived".',
    });
  }
  if (/[.!?]$/.test(entry.title) || entry.title.toUpperCase() === entry.title) {
    problems.push({
      path: `${path}/title`,
      actual: entry.title,
      expected: "a verdict in words, without a full stop",
      tip: "Say what is wrong as to a colleague: not the code again, not a sentence.",
    });
  }
  for (const [member, text] of sentencesOf(entry)) {
    if (/[.!?]$/.test(text)) continue;
    problems.push({
      path: `${path}/${member}`,
      actual: text,
      expected: "whole sentences",
      tip: "End it with a full stop.",
    });
  }
  if (entry.docs === undefined && entry.source.every((source) => !source.startsWith("https:"))) {
    problems.push({
      path: `${path}/docs`,
      actual: "missing",
      expected: "the address of the page that documents this",
      tip: "The panel and the report link to it.",
    });
  }
  entry.causes.forEach((cause, index) => problems.push(...checkCause(provider, `${path}/causes/${index}`, cause)));
  entry.variants?.forEach((variant, index) => {
    const { variants: _variants, ...plain } = withVariant(entry, variant);
    const found = checkEntry(provider, `${path}/variants/${index}`, plain);
    // What the variant takes over from the entry is reported there.
    problems.push(...found.filter((problem) => member(problem.path, path) in variant));
  });
  return problems;
}

/** The variant's member that a problem's pointer leads to. */
function member(pointer: string, entryPath: string): string {
  return pointer.slice(entryPath.length).split("/")[3] ?? "";
}

function sentencesOf(entry: CodeEntry | StatusEntry): readonly (readonly [string, string])[] {
  return [
    ["meaning", entry.meaning],
    ...(entry.retry === undefined ? [] : ([["retry/reason", entry.retry.reason]] as const)),
    ...entry.causes.map((cause, index) => [`causes/${index}/text`, cause.text] as const),
    ...entry.fixes.map((fix, index) => [`fixes/${index}/text`, fix.text] as const),
    ...(entry.unstated ?? []).map((text, index) => [`unstated/${index}`, text] as const),
  ];
}

function checkEnvelope(name: string, index: number, samples: readonly SampleFacts[]): readonly CatalogueProblem[] {
  if (samples.some((sample) => sample.envelope === name)) return [];
  const tip = "Add a sample that has this shape; if none can, an earlier envelope hides it.";
  return [{ path: `/envelopes/${index}`, actual: "no sample", expected: `a sample read as "${name}"`, tip }];
}

/** Codes that differ only in case must say that they are one, or the second looks like a mistake. */
function checkSpellings(provider: Provider): readonly CatalogueProblem[] {
  const seen = new Map<string, string>();
  const problems: CatalogueProblem[] = [];
  for (const [code, entry] of Object.entries(provider.codes)) {
    const first = seen.get(code.toLowerCase());
    seen.set(code.toLowerCase(), first ?? code);
    if (first === undefined || entry.synonymOf === first || provider.codes[first]?.synonymOf === code) continue;
    const tip = "Codes are also matched without case; say that the two mean the same.";
    problems.push({
      path: pointerTo(["codes", code]),
      actual: `beside ${first}`,
      expected: `synonymOf: "${first}"`,
      tip,
    });
  }
  return problems;
}
