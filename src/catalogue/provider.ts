import * as v from "valibot";
import { hostPattern } from "./host-pattern-schema.ts";
import { RETRY_WORDS } from "./retry-word.ts";

/*
 * What a provider document is. This schema is the one source: TypeScript types are inferred from it, and
 * `npm run gen:schema` writes `src/providers/provider.schema.json` from it for editors.
 * Every object is strict: a misspelt member is an error, not silence.
 */

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(600));
const url = v.pipe(v.string(), v.regex(/^https:\/\//, "must be an https URL"), v.maxLength(500));
/** RFC 6901 JSON pointer into the response body, e.g. "/error/code". */
const pointer = v.pipe(v.string(), v.regex(/^(\/[^/]*)+$/, "must be a JSON pointer"), v.maxLength(200));
const fieldName = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));

/** Where a statement comes from: a page, an error reference handed over whole ("seed"), or a response ("recorded"). */
const source = v.union([v.picklist(["seed", "recorded"]), url]);
const sources = v.pipe(v.array(source), v.minLength(1));

/** Two documented statements that cannot both hold. The panel shows both, each with its source. */
const conflict = v.strictObject({
  about: text,
  sides: v.pipe(v.array(v.strictObject({ says: text, source })), v.minLength(2)),
  /** The contradiction is about whether or when to retry: the advice then carries the caution "conflict". */
  aboutRetry: v.optional(v.literal(true)),
});

/**
 * Evidence checks that a documented cause may name: the decoder runs them on the very request.
 * The implementations live in `src/decode/checks/`.
 */
export const CHECKS = [
  "auth-header-missing", // no (or an empty) Authorization header, nor another place this API accepts a key in
  "bearer-missing", // Authorization present but not "Bearer <token>"
  "key-malformed", // the credential matches none of this API's key formats
  "key-of-other-provider", // the credential has another known API's key format
  "key-of-test-environment", // a test/sandbox key was sent
  "publishable-key-sent", // a publishable (read-only) key was sent
  "jwt-expired", // the bearer token is a JWT whose exp lies before the server's Date
  "organization-header-missing", // no organization header (named by the document) was sent
  "body-not-json", // JSON was announced or expected and the request body does not parse
  "content-type-not-json", // the body is JSON, the Content-Type is not
  "multipart-without-boundary",
  "named-field-absent", // the field the error names is not in the request's body or query
  "named-field-present", // the field the error names was sent, so its value or type is the matter
  "query-parameter-missing", // the query parameter of the check's `argument` is absent
  "address-malformed", // the value the error names (or the request's address) is not 0x + 40 hex digits
  "id-format-wrong", // an id in the path or named field lacks the documented prefix
  "file-too-large", // the uploaded body is larger than the check's `argument` in bytes
  "file-type-unsupported", // an uploaded file's name ends in none of the check's comma-separated `argument`
  "idempotency-key-missing", // a write without the idempotency key this API documents
  "idempotency-key-present",
  "pagination-out-of-range", // limit outside the documented range, given as "min-max" in `argument`
  "cursor-unreadable", // the page cursor in the query is not base64url-encoded JSON
  "limit-exhausted", // the rate-limit headers say that nothing remains
  "limit-not-exhausted", // the rate-limit headers say that requests remain
] as const;
export type CheckName = (typeof CHECKS)[number];

const cause = v.strictObject({
  text,
  /** Absent where no request can show whether this cause applies: the verdict is then "cannot tell". */
  check: v.optional(v.picklist(CHECKS)),
  argument: v.optional(v.pipe(v.string(), v.maxLength(200))),
  source,
});

const fix = v.strictObject({ text, source });

const retry = v.strictObject({
  advise: v.picklist(RETRY_WORDS),
  /** One sentence to the developer: why, and what to do instead or first. */
  reason: text,
  /** "documented": a page says so. "derived": our reading of what the pages say; shown as such. */
  basis: v.picklist(["documented", "derived"]),
  source,
  /** A long allowance (day, month): never show a short countdown for it. */
  quota: v.optional(v.picklist(["daily", "monthly"])),
  /** What must happen before a retry can work, where it is not time: shown instead of a countdown. */
  waitsFor: v.optional(text),
});

const entryMembers = {
  /** The verdict, at most 60 characters. */
  title: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
  /** What happened, in whole sentences to a developer, in our own words. */
  meaning: text,
  causes: v.array(cause),
  fixes: v.array(fix),
  retry: v.optional(retry),
  /** The page that documents this entry. */
  docs: v.optional(url),
  source: sources,
  /** What the documents leave open about this entry, as sentences ("No page states the HTTP status."). */
  unstated: v.optional(v.array(text)),
  conflicts: v.optional(v.array(conflict)),
};

const codeEntry = v.strictObject({
  ...entryMembers,
  /** The HTTP status the documents give; null where no page states one. */
  status: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599))),
  type: v.optional(text),
  /** A second spelling of another code: shown as a synonym. Texts here stand on their own all the same. */
  synonymOf: v.optional(text),
});
const statusEntry = v.strictObject(entryMembers);

const envelope = v.strictObject({
  /** Short name of the shape, e.g. "stripe-style". */
  name: text,
  /** Pointers that must all exist (and be strings where they end in a code or message) for this shape to apply. */
  requires: v.pipe(v.array(pointer), v.minLength(1)),
  code: v.optional(pointer),
  message: v.optional(pointer),
  type: v.optional(pointer),
  /** Where the name of the offending field may be, best first. */
  field: v.optional(v.array(pointer)),
  /** An object that maps names of fields to what is wrong with them: its first name counts where `field` finds none. */
  fieldMap: v.optional(pointer),
  details: v.optional(pointer),
  requestId: v.optional(pointer),
  timestamp: v.optional(pointer),
  /** Repeats the HTTP status in the body. */
  status: v.optional(pointer),
  /** A number of seconds to wait, in the body. */
  retryAfterSeconds: v.optional(pointer),
  source,
});

/** A success status whose body all the same reports a failure. */
const hiddenFailure = v.strictObject({
  pointer,
  equals: v.union([v.boolean(), v.string(), v.number()]),
  /** Applies only where the path starts so; absent: everywhere. */
  pathPrefixes: v.optional(v.array(v.pipe(v.string(), v.startsWith("/")))),
  title: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
  meaning: text,
  fixes: v.optional(v.array(fix)),
  /** Needed where the body holds no code with a word of its own: a success status has no row in any status table. */
  retry: v.optional(retry),
  source,
});

const keyFormat = v.strictObject({
  /** "live secret key" */
  label: text,
  /**
   * Literal prefix, e.g. "sk_live_". A key is the prefix and the run of [A-Za-z0-9_-] behind it.
   * No regular expressions: documents come from users too.
   */
  prefix: v.pipe(v.string(), v.minLength(2), v.maxLength(40), v.regex(/^[A-Za-z0-9_.-]+$/)),
  role: v.picklist(["secret", "publishable", "refresh-token", "webhook-secret"]),
  environment: v.optional(v.picklist(["live", "test"])),
  source,
});

const rateLimitHeaders = v.strictObject({
  limit: v.optional(fieldName),
  remaining: v.optional(fieldName),
  reset: v.optional(
    v.strictObject({
      name: fieldName,
      unit: v.picklist(["epoch-seconds", "epoch-ms", "delta-seconds", "delta-ms", "iso-date"]),
    }),
  ),
  policy: v.optional(fieldName),
  source,
});

export const providerSchema = v.strictObject({
  $schema: v.optional(v.string()),
  schemaVersion: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{1,30}$/)),
  name: text,
  /**
   * Host names or patterns such as "*.example.com" and "api.example.com/v2": see `readHostPattern`. Hosts identify a
   * provider, never a key prefix (several products share key prefixes).
   */
  hosts: v.pipe(
    v.array(
      v.strictObject({
        host: hostPattern,
        environment: v.optional(v.picklist(["production", "staging"])),
        source,
      }),
    ),
    v.minLength(1),
  ),
  docs: v.strictObject({
    errors: v.optional(url),
    rateLimits: v.optional(url),
    authentication: v.optional(url),
    home: v.optional(url),
  }),
  support: v.strictObject({
    /** e-mail or page; absent where none is documented. */
    contacts: v.array(v.strictObject({ text, source })),
    /** What support asks for, in our words. */
    asksFor: v.array(v.strictObject({ text, source })),
    unstated: v.optional(v.array(text)),
  }),
  authentication: v.strictObject({
    /** Places a key is accepted in. */
    headers: v.pipe(
      v.array(v.strictObject({ name: fieldName, scheme: v.optional(v.string()), source })),
      v.minLength(1),
    ),
    query: v.optional(v.array(v.strictObject({ name: fieldName, source }))),
    keys: v.array(keyFormat),
    /** JWTs are accepted as bearer tokens. */
    jwt: v.optional(v.boolean()),
    organizationHeader: v.optional(v.strictObject({ name: fieldName, source })),
  }),
  envelopes: v.pipe(v.array(envelope), v.minLength(1)),
  hiddenFailures: v.optional(v.array(hiddenFailure)),
  requestId: v.strictObject({
    /** Response headers, best first. */
    headers: v.array(v.strictObject({ name: fieldName, source })),
    /** Said on screen and in the report where none is documented. */
    unstated: v.optional(text),
  }),
  rateLimit: v.optional(
    v.strictObject({
      headers: rateLimitHeaders,
      /** With a sliding window not the whole allowance is back at the reset: the panel says "more quota from". */
      sliding: v.optional(v.boolean()),
      unstated: v.optional(v.array(text)),
    }),
  ),
  /** Documented limits per plan or path, as information. */
  limits: v.array(
    v.strictObject({
      /** "Free plan", "POST /auth/login". */
      scope: text,
      /** "60 requests a minute" */
      says: text,
      /** Machine-readable, where it is a plain number per window; lets the panel say "looks like the … plan". */
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      windowSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      source,
    }),
  ),
  idempotency: v.optional(
    v.strictObject({
      place: v.picklist(["header", "body"]),
      name: fieldName,
      meaning: text,
      /** Path suffixes of POST requests for which it is documented as required, e.g. "/mint". */
      requiredFor: v.optional(v.array(v.pipe(v.string(), v.startsWith("/")))),
      source,
    }),
  ),
  /** Where to look when the browser blocks a response because its CORS check failed. */
  cors: v.optional(v.strictObject({ text, source })),
  redaction: v.strictObject({
    /** Body fields whose values are secrets, whole names, any case. */
    secretFields: v.array(fieldName),
    secretQuery: v.array(fieldName),
    secretHeaders: v.array(fieldName),
    /** Personal data: redacted by default, a switch keeps them. */
    personalFields: v.array(fieldName),
    /** Path prefixes whose bodies are dropped whole from reports; only field names stay. */
    dropBodies: v.array(v.pipe(v.string(), v.startsWith("/"))),
  }),
  /** Documented prefixes of public ids ("tok_", "scan_"): never mistaken for secrets, and checked by id-format-wrong. */
  idPrefixes: v.array(v.pipe(v.string(), v.minLength(2), v.maxLength(20))),
  /** By HTTP status, as a decimal string: what the provider's own status table says. */
  statuses: v.record(v.pipe(v.string(), v.regex(/^[1-5]\d\d$/)), statusEntry),
  types: v.optional(v.record(text, v.strictObject({ meaning: text, source }))),
  codes: v.record(text, codeEntry),
  /** Contradictions and silences that concern the whole API. */
  conflicts: v.array(conflict),
  unstated: v.array(text),
});

/** One API we know, as data. */
export type Provider = v.InferOutput<typeof providerSchema>;
export type CodeEntry = Provider["codes"][string];
export type StatusEntry = Provider["statuses"][string];
export type Envelope = Provider["envelopes"][number];
export type Cause = CodeEntry["causes"][number];
export type Conflict = Provider["conflicts"][number];
export type RetryEntry = NonNullable<CodeEntry["retry"]>;
export type KeyFormat = Provider["authentication"]["keys"][number];

/** Hosts the user mapped to a provider by hand (localhost, staging). `host` is a pattern: see `readHostPattern`. */
export type HostMapping = { readonly host: string; readonly providerId: string };

/** The providers in force: an argument of `decode`, never a global. */
export type Providers = { readonly providers: readonly Provider[]; readonly mappings: readonly HostMapping[] };
