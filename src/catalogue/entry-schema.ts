import * as v from "valibot";
import { CHECKS } from "./check-names.ts";
import { condition } from "./condition.ts";
import { RETRY_WORDS } from "./retry-word.ts";

/* What a document says of one code or status, and what every statement is made of. */

export const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(600));
export const url = v.pipe(v.string(), v.regex(/^https:\/\//, "must be an https URL"), v.maxLength(500));
export const fieldName = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));

export const sourceName = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,39}$/, "must be lower-case words with hyphens"),
);
export const date = v.pipe(v.string(), v.isoDate("must be a date such as 2026-01-31"));

/**
 * Where a statement comes from: a page, the name of one in `sources`, an error reference handed over whole ("seed"), or a
 * response ("recorded").
 */
export const source = v.union([v.picklist(["seed", "recorded"]), url, sourceName]);
/** A page's address, or its name in `sources`. */
export const link = v.union([url, sourceName]);
const sources = v.pipe(v.array(source), v.minLength(1));

/** Two documented statements that cannot both hold. The panel shows both, each with its source. */
export const conflict = v.strictObject({
  about: text,
  sides: v.pipe(v.array(v.strictObject({ says: text, source })), v.minLength(2)),
  /** The contradiction is about whether or when to retry: the advice then carries the caution "conflict". */
  aboutRetry: v.optional(v.literal(true)),
});

export const cause = v.strictObject({
  text,
  /** Absent where no request can show whether this cause applies: the verdict is then "cannot tell". */
  check: v.optional(v.picklist(CHECKS)),
  argument: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** Absent: as the entry. */
  source: v.optional(source),
});

export const fix = v.strictObject({ text, source: v.optional(source) });

export const retry = v.strictObject({
  advise: v.picklist(RETRY_WORDS),
  /** One sentence to the developer: why, and what to do instead or first. */
  reason: text,
  /** "documented": a page says so. "derived": our reading of what the pages say; shown as such. */
  basis: v.picklist(["documented", "derived"]),
  /** Absent: as the entry. */
  source: v.optional(source),
  /** The wait that the documents name, for answers that state none themselves. */
  waitSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31_536_000))),
  /** A long allowance (day, month): never show a short countdown for it. */
  quota: v.optional(v.picklist(["daily", "monthly"])),
  /** What must happen before a retry can work, where it is not time: shown instead of a countdown. */
  waitsFor: v.optional(text),
});

export const title = v.pipe(v.string(), v.nonEmpty(), v.maxLength(60));

/** What the entry says instead if something more is known of the call. */
export const variant = v.strictObject({
  when: condition,
  title: v.optional(title),
  meaning: v.optional(text),
  causes: v.optional(v.array(cause)),
  fixes: v.optional(v.array(fix)),
  retry: v.optional(retry),
  docs: v.optional(link),
  source: v.optional(sources),
  unstated: v.optional(v.array(text)),
});

const entryMembers = {
  /** The verdict, at most 60 characters. */
  title,
  /** What happened, in whole sentences to a developer, in our own words. */
  meaning: text,
  causes: v.optional(v.array(cause), []),
  fixes: v.optional(v.array(fix), []),
  retry: v.optional(retry),
  /** The page that documents this entry; absent: its first source that is a page. */
  docs: v.optional(link),
  source: sources,
  /** Tried in order; the first whose condition holds replaces the members it gives. */
  variants: v.optional(v.pipe(v.array(variant), v.minLength(1), v.maxLength(40))),
  /** What the documents leave open about this entry, as sentences ("No page states the HTTP status."). */
  unstated: v.optional(v.array(text)),
  conflicts: v.optional(v.array(conflict)),
};

export const codeEntry = v.strictObject({
  ...entryMembers,
  /** The HTTP status the documents give; null where no page states one. */
  status: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599))),
  type: v.optional(text),
  /** How a failure without a known code shows that it is this one: the documents know it by its text alone. */
  recognisedBy: v.optional(condition),
  /** A second spelling of another code: shown as a synonym. Texts here stand on their own all the same. */
  synonymOf: v.optional(text),
});
export const statusEntry = v.strictObject(entryMembers);
