import type { CodeEntry, Provider } from "../../catalogue/provider.ts";
import type { RetryWord } from "../../catalogue/retry-word.ts";
import type { HeaderList } from "../../exchange/exchange.ts";
import type { ReadEnvelope } from "../read-envelope.ts";

/** What a shape may look at to recognise itself. The Content-Type is not among it: servers send the wrong one. */
export type ShapeInput = {
  /** The parsed body; undefined where there is none or it is no JSON. */
  readonly json: unknown;
  /** The body as an object; an empty one where it is something else. */
  readonly fields: Fields;
  /** HTTP status of the response. */
  readonly status: number;
  readonly headers: HeaderList;
  /** Whether the request looks like GraphQL. */
  readonly isGraphql: () => boolean;
};

export type Fields = Readonly<Record<string, unknown>>;

/** Where the members are in this very body: what `readEnvelope` needs. */
export type Pointers = {
  readonly [
    Member in
      | "code"
      | "message"
      | "type"
      | "fieldMap"
      | "details"
      | "requestId"
      | "timestamp"
      | "status"
      | "retryAfterSeconds"
  ]?: string;
} & {
  /** Where the name of the offending field may be, best first. */
  readonly field?: readonly string[];
};

/** What a failure inside a success status is called, and whether repeating can help. */
export type InSuccess = {
  readonly title: string;
  readonly meaning: string;
  readonly retry: RetryWord;
  readonly reason: string;
};

export type Found = {
  /** Instead of the shape's own name, where a framework shows itself ("ASP.NET problem details"). */
  readonly name?: string;
  readonly at: Pointers;
  /** Members that no pointer gives: joined paths, codes out of headers. */
  readonly read?: Partial<ReadEnvelope>;
  /** Present where the body is a failure even under a success status; absent, it counts under error statuses only. */
  readonly inSuccess?: InSuccess;
  /** Facts for the user, in sentences. */
  readonly notes?: readonly string[];
};

/** A form that errors of many APIs have. */
export type Shape = {
  readonly name: string;
  /** The page that defines it. */
  readonly docs: string;
  /** Never throws. Undefined where the body is something else. */
  readonly find: (input: ShapeInput) => Found | undefined;
  /** Codes that mean the same wherever this shape is used. */
  readonly codes?: Provider["codes"];
};

/** One row of a table of codes: code, title, meaning, whether to retry, and why. */
export type CodeRow = readonly [code: string, title: string, meaning: string, retry: RetryWord, reason: string];

/** Entries of standard codes, all documented on one page. */
export function codesFrom(docs: string, rows: readonly CodeRow[]): Provider["codes"] {
  return Object.fromEntries(
    rows.map(([code, title, meaning, advise, reason]): [string, CodeEntry] => [
      code,
      {
        title,
        meaning,
        causes: [],
        fixes: [],
        retry: { advise, reason, basis: "derived", source: docs },
        docs,
        source: [docs],
        status: null,
      },
    ]),
  );
}
