import type { Filter, FilterTest, FilterToken } from "../filter.ts";
import { FILTER_KEYS, findKey, type FilterKey, type FilterOptions, type RowTest } from "./keys.ts";
import { compilePattern } from "./pattern/search.ts";
import { searchedText, textTest, type TextTest } from "./texts.ts";
import { readTokens, type RawToken } from "./token.ts";

/** Beyond this, a filter text is cut: it is typed by hand, and stored settings may hold anything. */
const MAX_FILTER_LENGTH = 2000;

/** The help of the filter field, one line a key. */
export const FILTER_HELP: readonly { readonly syntax: string; readonly help: string }[] = [
  { syntax: "text", help: "text anywhere in URL, status, code, message, type, request id or finding" },
  { syntax: '"two words"', help: "text with spaces" },
  {
    syntax: "/pattern/",
    help: "regular expression, in any case, without look-around and back-references; also after a key",
  },
  { syntax: "-word", help: "everything but this; works with every form: -status:404" },
  { syntax: "key:one,two", help: "either of several values" },
  { syntax: "key:=value", help: "just this value, where otherwise a part of it is enough" },
  ...FILTER_KEYS.map((key) => ({ syntax: `${key.name}:${key.example}`, help: key.help })),
];

/**
 * Reads filter text (see `FILTER_HELP`). Words are joined by "and", values behind one key and separated by commas by
 * "or". Never throws; errors are in `problems` with their places.
 */
export function parseFilter(text: string, options: Partial<FilterOptions> = {}): Filter {
  const settled: FilterOptions = { utcOffsetMinutes: options.utcOffsetMinutes ?? 0 };
  const tokens: FilterToken[] = [];
  const tests: FilterTest[] = [];
  for (const raw of readTokens(text.slice(0, MAX_FILTER_LENGTH))) {
    const key = raw.key === null ? undefined : findKey(raw.key);
    const read = readTest(raw, key, settled, text);
    const problem = "problem" in read ? read.problem : null;
    const { start, end, negated } = raw;
    const written = text.slice(start, end);
    if (!("problem" in read)) tests.push({ written, negated, ...read, contains: negated ? null : read.contains });
    tokens.push({ start, end, negated, key: key?.name ?? null, text: written, problem });
  }
  const problems = tokens.flatMap(({ start, end, problem }) => (problem === null ? [] : [{ start, end, problem }]));
  return { text, tokens, problems, isEmpty: tests.length === 0, tests };
}

type TestResult = Omit<FilterTest, "written" | "negated"> | { readonly problem: string };

function readTest(raw: RawToken, key: FilterKey | undefined, options: FilterOptions, text: string): TestResult {
  if (raw.form === "unclosed") return { problem: "The closing quotation mark is missing." };
  if (raw.key !== null && key === undefined) {
    if (looksLikeKey(raw))
      return { problem: `There is no filter “${raw.key}:”. Put the text in quotation marks to search for it.` };
    return freeText(containing(text.slice(raw.negated ? raw.start + 1 : raw.start, raw.end)));
  }
  if (raw.value === "" && raw.form !== "regex")
    return {
      problem:
        key === undefined ? "There is nothing to search for." : `“${key.name}:” needs a value, such as ${key.example}.`,
    };
  if (key?.kind === "value") return valueTest(raw, key, options);
  const wanted = textTestOf(raw, key !== undefined);
  if ("problem" in wanted) return wanted;
  if (key === undefined) return freeText(wanted);
  const problem = key.check?.(wanted.test) ?? null;
  return problem === null
    ? { contains: null, onEvent: (row) => key.texts(row).some((own) => wanted.test(own.toLowerCase())), onText: null }
    : { problem };
}

/** A test on text, and the text that it looks for, if it does nothing else. */
type Wanted = { readonly test: TextTest; readonly contains: string | null };

function freeText({ test, contains }: Wanted): TestResult {
  return { contains, onEvent: (row) => test(searchedText(row)), onText: test };
}

/** `word:` was meant as a key, unless a port or a URL's slashes follow: localhost:4010 is text, statuss:404 is not. */
function looksLikeKey(raw: RawToken): boolean {
  if (raw.form !== "bare" || !/^(?:\/\/|\d{1,5}(?:\/|$))/.test(raw.value)) return true;
  const written = raw.key ?? "";
  return written.length > 2 && FILTER_KEYS.some(({ name }) => name.startsWith(written) || written.startsWith(name));
}

function valueTest(raw: RawToken, key: FilterKey & { kind: "value" }, options: FilterOptions): TestResult {
  if (raw.form === "regex") return { problem: `“${key.name}:” takes no pattern.` };
  const tests: RowTest[] = [];
  for (const value of valuesOf(raw)) {
    const read = key.read(value, options);
    if (typeof read !== "function") return read;
    tests.push(read);
  }
  return { contains: null, onEvent: (row) => tests.some((test) => test(row)), onText: null };
}

function textTestOf(raw: RawToken, separated: boolean): Wanted | { readonly problem: string } {
  if (raw.form === "regex") {
    const pattern = compilePattern(raw.value);
    return pattern.ok ? { test: pattern.search, contains: null } : { problem: pattern.problem };
  }
  // Quotes keep `*` and commas as they are.
  if (raw.form === "quoted" || !separated) return containing(raw.value);
  const tests = valuesOf(raw).map(textTest);
  return { test: (own) => tests.some((test) => test(own)), contains: null };
}

/** Free text is looked for as written: a star or a comma in it is a character. */
function containing(value: string): Wanted {
  const contains = value.toLowerCase();
  return { test: (own) => own.includes(contains), contains };
}

function valuesOf(raw: RawToken): readonly string[] {
  const values = raw.form === "bare" ? raw.value.split(",").filter((value) => value !== "") : [raw.value];
  return values.length === 0 ? [raw.value] : values;
}
