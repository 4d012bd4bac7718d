import * as v from "valibot";

/*
 * HAR 1.2 as its specification (http://www.softwareishard.com/blog/har-12-spec/) demands it: every required member with
 * its type. Written apart from the writer on purpose.
 */

const named = v.array(v.looseObject({ name: v.string(), value: v.string() }));
const duration = v.pipe(v.number(), v.minValue(-1));
const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/));
const message = {
  httpVersion: v.string(),
  cookies: named,
  headers: named,
  headersSize: v.number(),
  bodySize: v.number(),
};

const har = v.looseObject({
  log: v.looseObject({
    version: v.literal("1.2"),
    creator: v.looseObject({ name: v.string(), version: v.string() }),
    entries: v.array(
      v.looseObject({
        startedDateTime: instant,
        time: v.pipe(v.number(), v.minValue(0)),
        request: v.looseObject({
          ...message,
          method: v.pipe(v.string(), v.minLength(1)),
          url: v.string(),
          queryString: named,
          postData: v.optional(
            v.looseObject({
              mimeType: v.string(),
              params: v.optional(v.array(v.looseObject({ name: v.string(), value: v.optional(v.string()) }))),
              text: v.optional(v.string()),
            }),
          ),
        }),
        response: v.looseObject({
          ...message,
          status: v.number(),
          statusText: v.string(),
          redirectURL: v.string(),
          content: v.looseObject({
            size: v.number(),
            mimeType: v.string(),
            text: v.optional(v.string()),
            encoding: v.optional(v.string()),
            comment: v.optional(v.string()),
          }),
        }),
        cache: v.looseObject({}),
        timings: v.looseObject({
          blocked: v.optional(duration),
          dns: v.optional(duration),
          connect: v.optional(duration),
          ssl: v.optional(duration),
          send: v.pipe(v.number(), v.minValue(0)),
          wait: v.pipe(v.number(), v.minValue(0)),
          receive: v.pipe(v.number(), v.minValue(0)),
        }),
        comment: v.optional(v.string()),
      }),
    ),
    comment: v.optional(v.string()),
  }),
});

export type Har = v.InferOutput<typeof har>;

/** A text as a HAR; throws, and names the members, where it is none. */
export function parseHar(text: string): Har {
  const parsed = v.safeParse(har, JSON.parse(text));
  if (parsed.success) return parsed.output;
  throw new Error(parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ""}: ${issue.message}`).join("\n"));
}
