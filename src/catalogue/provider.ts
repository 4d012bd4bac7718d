import * as v from "valibot";
import { condition, place, pointer, waitPlace } from "./condition.ts";
import {
  codeEntry,
  conflict,
  date,
  fieldName,
  fix,
  link,
  retry,
  source,
  sourceName,
  statusEntry,
  text,
  title,
  url,
} from "./entry-schema.ts";
import { hostPattern } from "./host-pattern-schema.ts";

/*
 * What a provider document is. This schema is the one source: TypeScript types are inferred from it, and
 * `npm run gen:schema` writes `src/providers/provider.schema.json` from it for editors.
 * Every object is strict: a misspelt member is an error, not silence.
 */

const envelope = v.strictObject({
  /** Short name of the shape, e.g. "stripe-style". */
  name: text,
  /** Pointers that must all exist (and be strings where they end in a code or message) for this shape to apply. */
  requires: v.pipe(v.array(pointer), v.minLength(1)),
  /** What else must hold for this shape to apply, such as the path of one service among several. */
  when: v.optional(condition),
  code: v.optional(place),
  /** A finer code beside `code`, explained by `subcodes`. */
  subcode: v.optional(place),
  message: v.optional(place),
  type: v.optional(place),
  /** Where the name of the offending field may be, best first. */
  field: v.optional(place),
  /** An object that maps names of fields to what is wrong with them: its first name counts where `field` finds none. */
  fieldMap: v.optional(pointer),
  details: v.optional(pointer),
  requestId: v.optional(pointer),
  timestamp: v.optional(pointer),
  /** Repeats the HTTP status in the body. */
  status: v.optional(pointer),
  /** A number of seconds to wait, in the body. */
  retryAfterSeconds: v.optional(pointer),
  /** Waits in other units or inside a text, best first. */
  wait: v.optional(v.pipe(v.array(waitPlace), v.minLength(1), v.maxLength(10))),
  /** How many requests a window has, and how many are left, if the body says so. */
  limit: v.optional(place),
  remaining: v.optional(place),
  source,
});

/** A success status whose body all the same reports a failure. */
const hiddenFailure = v.strictObject({
  pointer,
  /** Absent: any value but null, false, "" and an empty list reports a failure. */
  equals: v.optional(v.union([v.boolean(), v.string(), v.number()])),
  /** What else must hold: a "0" may also say that a list is empty. */
  when: v.optional(condition),
  /** Applies only where the path starts so; absent: everywhere. */
  pathPrefixes: v.optional(v.array(v.pipe(v.string(), v.startsWith("/")))),
  title,
  meaning: text,
  fixes: v.optional(v.array(fix)),
  /** Needed where the body holds no code with a word of its own: a success status has no row in any status table. */
  retry: v.optional(retry),
  source,
});

const KEY_ROLES = ["secret", "publishable", "refresh-token", "webhook-secret"] as const;

const keyFormat = v.strictObject({
  /** "live secret key" */
  label: text,
  /**
   * Literal prefix, e.g. "sk_live_". A key is the prefix and the run of [A-Za-z0-9_-] behind it.
   * No regular expressions: documents come from users too.
   */
  prefix: v.pipe(v.string(), v.minLength(2), v.maxLength(40), v.regex(/^[A-Za-z0-9_.-]+$/)),
  role: v.picklist(KEY_ROLES),
  environment: v.optional(v.picklist(["live", "test"])),
  /** The API's pages say that pages may carry this key: it is shown and reported as it is. */
  public: v.optional(v.literal(true)),
  source,
});

/** A kind of key that is a JWT and tells its kind by a claim. */
const jwtKey = v.strictObject({
  /** "anon key" */
  label: text,
  /** Name of the claim, "role". */
  claim: fieldName,
  is: text,
  role: v.picklist(KEY_ROLES),
  public: v.optional(v.literal(true)),
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
  /** When somebody last compared this document with its sources. */
  checkedOn: v.optional(date),
  /** The pages that statements name in `source`, by short names of your own. */
  sources: v.optional(
    v.record(
      sourceName,
      v.strictObject({
        url,
        title: v.optional(text),
        /** Commit, tag or version of a page that is kept in a repository. */
        revision: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(80))),
        /** Absent: as the document. */
        checkedOn: v.optional(date),
      }),
    ),
  ),
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
  /**
   * How an answer shows that it comes from this API, for hosts that no document names (self-hosted servers). One of them
   * is enough; give what no other API has.
   */
  recognisedBy: v.optional(v.pipe(v.array(condition), v.minLength(1), v.maxLength(20))),
  docs: v.optional(
    v.strictObject({
      errors: v.optional(link),
      rateLimits: v.optional(link),
      authentication: v.optional(link),
      home: v.optional(link),
    }),
    {},
  ),
  support: v.optional(
    v.strictObject({
      /** e-mail or page; absent where none is documented. */
      contacts: v.optional(v.array(v.strictObject({ text, source })), []),
      /** What support asks for, in our words. */
      asksFor: v.optional(v.array(v.strictObject({ text, source })), []),
      unstated: v.optional(v.array(text)),
    }),
    {},
  ),
  authentication: v.strictObject({
    /** Places a key is accepted in. */
    headers: v.pipe(
      v.array(v.strictObject({ name: fieldName, scheme: v.optional(v.string()), source })),
      v.minLength(1),
    ),
    query: v.optional(v.array(v.strictObject({ name: fieldName, source }))),
    keys: v.optional(v.array(keyFormat), []),
    /** Keys that are JWTs, told apart by a claim. */
    jwtKeys: v.optional(v.array(jwtKey)),
    /** JWTs are accepted as bearer tokens. */
    jwt: v.optional(v.boolean()),
    /** The claim of a JWT that names the project, which is in the host or the path as well: "ref", "iss". */
    projectClaim: v.optional(fieldName),
    organizationHeader: v.optional(v.strictObject({ name: fieldName, source })),
  }),
  envelopes: v.pipe(v.array(envelope), v.minLength(1)),
  hiddenFailures: v.optional(v.array(hiddenFailure)),
  requestId: v.optional(
    v.strictObject({
      /** Response headers, best first. */
      headers: v.optional(v.array(v.strictObject({ name: fieldName, source })), []),
      /** Said on screen and in the report where none is documented. */
      unstated: v.optional(text),
    }),
    {},
  ),
  rateLimit: v.optional(
    v.strictObject({
      headers: rateLimitHeaders,
      /** With a sliding window not the whole allowance is back at the reset: the panel says "more quota from". */
      sliding: v.optional(v.boolean()),
      unstated: v.optional(v.array(text)),
    }),
  ),
  /** Documented limits per plan or path, as information. */
  limits: v.optional(
    v.array(
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
    [],
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
  redaction: v.optional(
    v.strictObject({
      /** Body fields whose values are secrets, whole names, any case. */
      secretFields: v.optional(v.array(fieldName), []),
      secretQuery: v.optional(v.array(fieldName), []),
      secretHeaders: v.optional(v.array(fieldName), []),
      /** Personal data: redacted by default, a switch keeps them. */
      personalFields: v.optional(v.array(fieldName), []),
      /** Path prefixes whose bodies are dropped whole from reports; only field names stay. */
      dropBodies: v.optional(v.array(v.pipe(v.string(), v.startsWith("/"))), []),
    }),
    {},
  ),
  /** Documented prefixes of public ids ("tok_", "scan_"): never mistaken for secrets, and checked by id-format-wrong. */
  idPrefixes: v.optional(v.array(v.pipe(v.string(), v.minLength(2), v.maxLength(20))), []),
  /**
   * By HTTP status, as a decimal string: what the provider's own status table says. "0" is a call that the browser got no
   * answer to and says no reason for: mostly a refused preflight.
   */
  statuses: v.optional(v.record(v.pipe(v.string(), v.regex(/^(?:0|[1-5]\d\d)$/)), statusEntry), {}),
  types: v.optional(v.record(text, v.strictObject({ meaning: text, source }))),
  codes: v.record(text, codeEntry),
  /** Finer codes that stand beside a code (`subcode` of an envelope): an entry here is preferred to that of the code. */
  subcodes: v.optional(v.record(text, codeEntry)),
  /** Contradictions and silences that concern the whole API. */
  conflicts: v.optional(v.array(conflict), []),
  unstated: v.optional(v.array(text), []),
});

/** A document as it is written: what may be left out is. */
export type WrittenProvider = v.InferInput<typeof providerSchema>;
/** One API we know, as data: a whole document, as `completed` makes it. */
export type Provider = v.InferOutput<typeof providerSchema>;
export type CodeEntry = Provider["codes"][string];
export type StatusEntry = Provider["statuses"][string];
export type Envelope = Provider["envelopes"][number];
export type Variant = NonNullable<CodeEntry["variants"]>[number];
export type Cause = CodeEntry["causes"][number];
export type Conflict = Provider["conflicts"][number];
export type RetryEntry = NonNullable<CodeEntry["retry"]>;
export type KeyFormat = Provider["authentication"]["keys"][number];

/** Hosts the user mapped to a provider by hand (localhost, staging). `host` is a pattern: see `readHostPattern`. */
export type HostMapping = { readonly host: string; readonly providerId: string };

/** The providers in force: an argument of `decode`, never a global. */
export type Providers = {
  readonly providers: readonly Provider[];
  readonly mappings: readonly HostMapping[];
  /** Ids of those that are outlines, because their documents are not loaded (see `outlineOf`). */
  readonly pending?: ReadonlySet<string>;
};
