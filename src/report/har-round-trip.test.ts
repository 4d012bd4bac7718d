import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { harInPortions } from "./har-in-portions.ts";
import { surveySecrets } from "./survey-secrets.ts";
import { eventOf, providers, reportOf } from "./testing/formats.ts";
import { parseHar } from "./testing/har-format.ts";

const FOLDER = new URL("testing/recordings/har/", import.meta.url);
const FILES = readdirSync(FOLDER);

/** The calls of a recording file. */
function eventsOf(file: string): readonly ReturnType<typeof eventOf>[] {
  const har = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as { log: { entries: unknown[] } };
  return har.log.entries.map((entry, index) => eventOf(entry, `entry-${index}`));
}

/** The redacted HAR of some calls. */
function harOf(events: readonly ReturnType<typeof eventOf>[]): string {
  const portions = harInPortions(events, { providers, version: "1.2.3" });
  let text = "";
  for (let step = portions.next(); ; step = portions.next()) {
    if (step.done !== true) text += step.value.text ?? "";
    else if (!step.value.ok) throw new Error(step.value.reason);
    else return text;
  }
}

describe.each(FILES)("the redacted HAR of %s", (file) => {
  const events = eventsOf(file);
  const entries = parseHar(harOf(events)).log.entries;

  test("is valid and holds every call at the same host", () => {
    expect(entries.map(({ request }) => new URL(request.url).host)).toEqual(
      events.map(({ exchange }) => new URL(exchange.request.url).host),
    );
  });

  test("decodes to the same failures", () => {
    const facts = ({ exchange, code }: ReturnType<typeof eventOf>): readonly unknown[] => [
      exchange.request.method,
      exchange.response.status,
      code,
    ];
    expect(entries.map((entry) => facts(eventOf(entry)))).toEqual(events.map(facts));
  });

  test("splits no escape and keeps every parameter's name", () => {
    const names = (url: string): readonly string[] => Array.from(new URL(url).searchParams.keys());
    expect(entries.map(({ request }) => names(request.url))).toEqual(
      events.map(({ exchange }) => names(exchange.request.url)),
    );
  });
});

test.each(FILES)("every call of %s gets its report in Markdown", (file) => {
  const events = eventsOf(file);
  const survey = surveySecrets(providers);
  for (const event of events) survey.take(event);
  const refused = events
    .map((event) => reportOf(event, { format: "markdown" }, { secrets: survey.secrets() }))
    .filter((result) => !result.ok);
  expect(refused).toEqual([]);
});
