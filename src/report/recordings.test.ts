import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { surveySecrets } from "./survey-secrets.ts";
import { harEntry } from "./testing/corpus/case.ts";
import { eventOf, OUTPUTS, outputName, providers, reportOf } from "./testing/formats.ts";
import { isKept, leaksOf } from "./testing/leaks.ts";
import { type RecordingCase, recordingOf } from "./testing/recordings/recording.ts";

function dataOf(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`testing/recordings/${file}`, import.meta.url), "utf8"));
}

const SOME_OUTPUTS = OUTPUTS.filter(({ format }) => format === "markdown" || format === "har");

/** What leaks and what is lost when every call of a recording is reported. */
function problemsOf(item: RecordingCase): { readonly leaks: readonly string[]; readonly lost: readonly string[] } {
  const { secrets, facts, entries } = recordingOf(item);
  const events = entries.map((entry, index) => eventOf(harEntry(entry), `entry-${index}`));
  const survey = surveySecrets(providers);
  for (const event of events) survey.take(event);
  const leaks: string[] = [];
  const lost: string[] = [];
  for (const output of SOME_OUTPUTS) {
    const results = events.map((event) => reportOf(event, output, { secrets: survey.secrets() }));
    const text = results.map((result) => (result.ok ? result.text : "")).join("\n");
    for (const result of results) if (!result.ok) lost.push(`${outputName(output)}: refused: ${result.reason}`);
    for (const secret of secrets) {
      const [leak] = leaksOf(text, secret);
      if (leak !== undefined) leaks.push(`${outputName(output)}: ${secret} leaks: ${leak}`);
    }
    for (const fact of facts) if (!isKept(text, fact)) lost.push(`${outputName(output)}: lost ${fact}`);
  }
  return { leaks, lost };
}

/** What no rule finds yet. A case that is mended has to leave the list. */
const NOT_YET: ReadonlySet<string> = new Set(dataOf("not-yet.json") as readonly string[]);

describe("recordings written from the kinds of secrets", () => {
  test.each(
    (dataOf("from-kinds.json") as readonly RecordingCase[]).map(
      (item) => [`${item.kind}: ${item.name}`, item] as const,
    ),
  )("%s", (name, item) => {
    const { leaks, lost } = problemsOf(item);
    if (NOT_YET.has(name)) expect(leaks.length + lost.length, "mended: take it off the list").toBeGreaterThan(0);
    else expect([...leaks, ...lost], [...leaks, ...lost].join("\n")).toEqual([]);
  });
});
