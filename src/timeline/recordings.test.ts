import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { GENERIC_PROVIDER } from "../catalogue/generic-provider.ts";
import type { ApiEvent } from "../decode/api-event.ts";
import { decode } from "../decode/decode.ts";
import { asArray, asRecord } from "../exchange/json-fields.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { appendAll } from "./append.ts";
import { isError, emptyTimeline } from "./timeline.ts";
import { rowsOf } from "./row.ts";

/** The events of a recording of `testing/recordings`, each host read by its shapes. */
function eventsOf(name: string): readonly ApiEvent[] {
  const file: unknown = JSON.parse(readFileSync(new URL(`./testing/recordings/${name}.har`, import.meta.url), "utf8"));
  return asArray(asRecord(asRecord(file)?.["log"])?.["entries"]).flatMap((entry, index) => {
    const read = readEntry(entry, { id: String(index) });
    const event = read.ok
      ? decode(read.exchange, { providers: [], mappings: [] }, { fallback: GENERIC_PROVIDER })
      : undefined;
    return event === undefined ? [] : [event];
  });
}

function rows(name: string) {
  const timeline = appendAll(
    emptyTimeline(),
    eventsOf(name).map((event) => ({ kind: "event", event }) as const),
  );
  return rowsOf(timeline).flatMap((row) => (row.kind === "event" ? [row] : []));
}

const findings = (name: string): readonly string[] => rows(name).flatMap((row) => row.findings.map(({ id }) => id));

describe("recordings that were read wrongly", () => {
  test("a failed preflight is a failure, and nothing has recovered after it", () => {
    const [first] = eventsOf("09-preflight-offline");
    expect(first).toMatchObject({ outcome: "failure", title: "Offline" });
    expect(first?.advice.reason).not.toContain("succeeded");
  });

  test("each of nine ids of requests is found", () => {
    const missing = eventsOf("10-request-ids").filter(({ requestId }) => requestId === null);
    expect(missing.map(({ exchange }) => exchange.response.headers)).toEqual([]);
  });

  test("a call months later is not a retry", () => {
    expect(findings("15-retry-after-298-days")).not.toContain("recovered-after-n-retries");
    expect(rows("15-retry-after-298-days").every(({ followUp }) => followUp === null)).toBe(true);
  });

  test("what the server cannot do at all is not to be repeated", () => {
    for (const event of eventsOf("16-retry-501-505-508"))
      expect([event.exchange.response.status, event.advice.retry]).toEqual([event.exchange.response.status, "no"]);
  });

  test("a 401 of an app that signs in by cookie is not a missing Authorization header", () => {
    expect(findings("17-401-of-a-cookie-app")).not.toContain("missing-auth-header");
  });

  test("a page of HTML gives its own sentence as the headline", () => {
    for (const event of eventsOf("19-html-error-page")) {
      if (event.outcome !== "failure") continue;
      expect(event.message).not.toBeNull();
      expect(event.title).toBe(event.message);
    }
  });

  test("a recording of requests alone has no failures", () => {
    const events = eventsOf("22-request-only");
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      expect(event.outcome).toBe("evidence");
      expect(isError(event)).toBe(false);
    }
  });
});
