import { expect, test } from "vitest";
import { decoded, urblockError } from "../../decode/testing/decoded.ts";
import type { EntryShape } from "../../exchange/testing/an-entry.ts";
import { auditAll } from "../audit.ts";
import { FINDING_IDS, type FindingId } from "../finding.ts";

/** 2024-01-15T12:00:00Z: when the first call of a sequence is sent. */
export const START = Date.UTC(2024, 0, 15, 12);

/** One call. `at` is when it was sent, in ms after START; `took` until its answer was there. */
export type Step = Omit<EntryShape, "startedDateTime" | "time"> & {
  readonly at?: number;
  readonly took?: number;
  readonly code?: string;
};

/** Credentials with which nothing is wrong, and the same with a JSON body. */
export const KEY = { Authorization: "Bearer pk_EXAMPLE" };
export const JSON_KEY = { ...KEY, "Content-Type": "application/json" };

/** Ids of the findings beyond the contract of retries and requests: what the page cannot read, what a cache gave. */
const BESIDE: readonly FindingId[] = FINDING_IDS.slice(FINDING_IDS.indexOf("rate-limit-headers-not-exposed-to-page"));

/** What each call of the sequence shows. */
function findingsOf(steps: readonly Step[]): readonly (readonly FindingId[])[] {
  const events = steps.map(({ at = 0, took = 100, code, ...shape }, index) => ({
    ...decoded({
      requestHeaders: shape.requestBody === undefined ? KEY : JSON_KEY,
      ...(code === undefined ? {} : { body: urblockError(code) }),
      ...shape,
      startedDateTime: new Date(START + at).toISOString(),
      time: took,
    }),
    id: `call-${index}`,
  }));
  const found = auditAll(events);
  return events.map(({ id }) =>
    (found.get(id) ?? []).map((finding) => finding.id).filter((finding) => !BESIDE.includes(finding)),
  );
}

/** A 429 with this Retry-After: seconds or any other text. */
export const waits = (seconds: number | string): Step => ({
  status: 429,
  responseHeaders: { "Retry-After": String(seconds) },
});
/** The same as a POST of an empty JSON object. */
export const post = (members: Step): Step => ({ method: "POST", requestBody: "{}", ...members });

type Row = readonly [string, readonly Step[], readonly FindingId[]];

/** A test for each row: what the last call of its sequence shows. */
export function lastShows(rows: readonly Row[]): void {
  test.each(rows)("%s", (_, steps, expected) => {
    expect(findingsOf(steps).at(-1)?.toSorted()).toEqual(expected.toSorted());
  });
}
