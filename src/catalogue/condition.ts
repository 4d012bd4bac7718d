import * as v from "valibot";

/*
 * What a document may ask of a call, as data: no expressions and no regular expressions, because documents come from
 * users too. Every test takes time linear in the text it looks at.
 */

const short = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300));
const scalar = v.union([short, v.number(), v.boolean()]);
const status = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(599));

/**
 * RFC 6901 JSON pointer into the response body, "" for the whole of it. A step "*" stands for every item of a list or
 * every member of an object.
 */
export const pointer = v.pipe(v.string(), v.regex(/^(\/[^/]*)*$/, "must be a JSON pointer"), v.maxLength(200));

function oneOrMore<Schema extends v.GenericSchema>(schema: Schema) {
  return v.union([schema, v.pipe(v.array(schema), v.minLength(1), v.maxLength(50))]);
}

/** A value as it must be, or an object with tests that must all hold. Of a list in a test, one item is enough. */
export const valueTest = v.union([
  scalar,
  v.strictObject({
    /** Equal as text: 0 and "0" are the same. */
    is: v.optional(oneOrMore(scalar)),
    /** None of these. */
    not: v.optional(oneOrMore(scalar)),
    /** The following ignore upper and lower case. */
    startsWith: v.optional(oneOrMore(short)),
    endsWith: v.optional(oneOrMore(short)),
    contains: v.optional(oneOrMore(short)),
    /** Contains none of these. */
    lacks: v.optional(oneOrMore(short)),
    /** Whether there is a value at all. */
    present: v.optional(v.boolean()),
  }),
]);

/** All that is given must hold. */
export const condition = v.pipe(
  v.strictObject({
    status: v.optional(oneOrMore(status)),
    method: v.optional(oneOrMore(v.pipe(v.string(), v.regex(/^[A-Z]{1,20}$/, "must be upper case")))),
    host: v.optional(valueTest),
    /** Path of the URL, without the query. */
    path: v.optional(valueTest),
    /** Members of the response body, by pointer. */
    body: v.optional(v.record(pointer, valueTest)),
    /** The message that the envelope names. */
    message: v.optional(valueTest),
    /** The type that the envelope names. */
    type: v.optional(valueTest),
    /** Response headers. */
    header: v.optional(v.record(short, valueTest)),
    requestHeader: v.optional(v.record(short, valueTest)),
    /** Fields of the request: query, form or JSON body, "user.name" for a nested one. */
    sent: v.optional(v.record(short, valueTest)),
  }),
  v.check((given) => Object.keys(given).length > 0, "must ask for something"),
);

export type ValueTest = v.InferOutput<typeof valueTest>;
export type Condition = v.InferOutput<typeof condition>;

const placeMembers = {
  /** Pointer into the response body. Of several values that "*" finds, the first that fits is taken. */
  at: v.optional(pointer),
  /** A response header instead. */
  header: v.optional(short),
  /** Tests on the item that the last "*" of `at` stands for, by pointers that start at that item. */
  where: v.optional(v.record(pointer, valueTest)),
  /** The value must start so. */
  startsWith: v.optional(short),
  /** Only what comes after this text counts; a value without it does not fit. */
  after: v.optional(short),
  /** Only what comes before this text counts; a value without it counts whole. */
  before: v.optional(short),
  /** The word in the value that begins with this: letters, digits, "_" and "-". */
  word: v.optional(short),
};

const placeObject = v.pipe(
  v.strictObject(placeMembers),
  v.check(
    ({ at, header }) => (at === undefined) !== (header === undefined),
    'must have either "at" (a pointer into the body) or "header"',
  ),
);

const onePlace = v.union([pointer, placeObject]);

/** Where a text is in a response: a pointer, a pointer with a part of the value, or several of them, best first. */
export const place = v.union([onePlace, v.pipe(v.array(onePlace), v.minLength(1), v.maxLength(20))]);

/** A wait that a body or a header states. */
export const waitPlace = v.pipe(
  v.strictObject({
    ...placeMembers,
    /** What the number is; "duration" reads "1m30s", "20s", "350ms". */
    unit: v.picklist(["seconds", "ms", "minutes", "hours", "duration"]),
  }),
  v.check(
    ({ at, header }) => (at === undefined) !== (header === undefined),
    'must have either "at" (a pointer into the body) or "header"',
  ),
);

export type PlaceObject = v.InferOutput<typeof placeObject>;
export type Place = v.InferOutput<typeof place>;
export type WaitPlace = v.InferOutput<typeof waitPlace>;
