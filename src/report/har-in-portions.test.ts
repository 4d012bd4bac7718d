import { describe, expect, test } from "vitest";
import type { ApiEvent } from "../decode/api-event.ts";
import { harInPortions, type HarOptions, type HarOutcome } from "./har-in-portions.ts";
import { AUTHENTICATION } from "./testing/corpus/authentication.ts";
import { type CorpusEntry, harEntry } from "./testing/corpus/case.ts";
import { ECHOES } from "./testing/corpus/echoes.ts";
import { MEMBERS } from "./testing/corpus/placements/members.ts";
import { BODIES, URLS } from "./testing/corpus/places.ts";
import { eventOf, providers } from "./testing/formats.ts";
import { parseHar } from "./testing/har-format.ts";
import { leaksOf } from "./testing/leaks.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { report } from "./report.ts";

type Written = { readonly text: string; readonly outcome: HarOutcome; readonly fractions: readonly number[] };

function written(events: readonly ApiEvent[], options: Partial<HarOptions> = {}): Written {
  const writing = harInPortions(events, { providers, version: "1.2.3", ...options });
  let text = "";
  const fractions: number[] = [];
  for (;;) {
    const next = writing.next();
    if (next.done === true) return { text, outcome: next.value, fractions };
    text += next.value.text ?? "";
    fractions.push(next.value.fraction);
  }
}

const anEvent = (entry: CorpusEntry, id = "a", at = 0): ApiEvent => {
  const event = eventOf(harEntry(entry), id);
  return { ...event, exchange: { ...event.exchange, startedAt: event.exchange.startedAt + at } };
};

const TOKEN = "q7Wm2ZxEXAMPLE94kTnB5vLp";

describe("a HAR in portions", () => {
  test("is a valid HAR of all of three hundred calls, oldest first, each with its own body", () => {
    const events = Array.from({ length: 300 }, (_, index) =>
      anEvent({ url: `https://api.urblock.io/v1/tokens/${index}`, body: `{"n":${index}}` }, `e${index}`, -index),
    );
    const { text, outcome } = written(events);
    const { log } = parseHar(text);
    expect(outcome).toEqual({ ok: true, calls: 300, leftOut: 0, redactions: [] });
    expect(log.creator).toEqual({ name: "Faultline", version: "1.2.3" });
    expect(log.entries.map(({ request }) => request.url)).toEqual(
      Array.from({ length: 300 }, (_, index) => `https://api.urblock.io/v1/tokens/${299 - index}`),
    );
    expect(log.entries.at(-231)?.response.content.text).toBe('{"n":230}');
  });

  test("has the same entries as the report of the same calls", () => {
    const events = [
      anEvent({ requestHeaders: [["authorization", `Bearer ${TOKEN}`]], body: "{}" }, "a"),
      anEvent(
        { url: "https://api.urblock.io/v1/a?api_key=sk_test_EXAMPLE4eC39HqLy", requestBody: '{"pin":4821}' },
        "b",
        1,
      ),
      anEvent({ status: 302, redirectUrl: "https://api.urblock.io/v1/b", type: "text/html", body: "<p>x</p>" }, "c", 2),
    ];
    const notes = new Map([["b", "what I did with 4821"]]);
    const whole = report(events, { format: "har", providers, notes, version: "1.2.3", now: 0 });
    expect(parseHar(written(events, { notes }).text).log.entries).toEqual(
      parseHar(whole.ok ? whole.text : "").log.entries,
    );
  });

  test("cuts what a late call gives away out of the calls before it, under one number", () => {
    const saw = anEvent({ body: `{"note":"saw ${TOKEN}"}` }, "a", 0);
    const login = anEvent({ body: `{"access_token":"${TOKEN}"}` }, "b", 5000);
    const { text, outcome } = written([login, saw]);
    expect(text).not.toContain(TOKEN);
    expect(text.split("redacted:token:1")).toHaveLength(3);
    expect(parseHar(text).log.comment).toContain("Redacted: 2 token.");
    expect(outcome).toMatchObject({ calls: 2, redactions: [{ kind: "token", count: 2 }] });
  });

  test("leaks no secret of the corpus, whatever else is in the file", () => {
    const cases = [AUTHENTICATION, URLS, BODIES, ECHOES, MEMBERS].flat();
    const { text } = written(cases.map(({ entry }, index) => anEvent(entry, `e${index}`, index)));
    const entries = parseHar(text).log.entries.map((entry) => JSON.stringify(entry));
    expect(entries).toHaveLength(cases.length);
    const leaks = cases.flatMap(({ name, secrets }, index) =>
      secrets.flatMap((secret) => leaksOf(entries[index] ?? "", secret).map((leak) => `${name}: ${leak}`)),
    );
    expect(leaks).toEqual([]);
  });

  test("follows the policy and what was marked by hand", () => {
    const event = anEvent({
      url: "https://api.urblock.io/v1/orgs/acme-example/bob",
      body: '{"a":"bob and acme-example"}',
    });
    const policy = { ...DEFAULT_POLICY, maskOrganizationIds: true };
    const { text } = written([event], { policy, byHand: ["bob"] });
    expect(text).not.toMatch(/bob|acme-example/);
  });

  test("is refused where what was marked by hand cannot be cut out", () => {
    expect(written([anEvent({})], { byHand: ["startedDateTime"] }).outcome).toEqual({
      ok: false,
      reason: expect.stringContaining("by hand"),
    });
  });

  test("leaves out a call that cannot be redacted, and says so", () => {
    const { exchange, ...rest } = anEvent({ body: "{}" }, "broken");
    const response = { ...exchange.response, headers: [undefined] as never };
    const impossible = { ...rest, exchange: { ...exchange, response } };
    const { text, outcome } = written([impossible, anEvent({ body: "{}" }, "b", 1)]);
    expect(outcome).toMatchObject({ ok: true, calls: 1, leftOut: 1 });
    expect(parseHar(text).log).toMatchObject({ entries: [{}], comment: expect.stringContaining("1 call is left out") });
  });

  test("goes forward only, and ends at the whole", () => {
    const { fractions } = written([anEvent({}, "a"), anEvent({}, "b", 1)]);
    expect(fractions).toEqual(fractions.toSorted((one, other) => one - other));
    expect(fractions.at(-1)).toBe(1);
  });

  test("of no call is refused", () => {
    expect(written([])).toMatchObject({ text: "", outcome: { ok: false } });
  });
});
