import { lintSource } from "@secretlint/core";
import { creator as recommended } from "@secretlint/secretlint-rule-preset-recommend";
import { describe, expect, test } from "vitest";
import { AUTHENTICATION } from "./testing/corpus/authentication.ts";
import { harEntry, type CorpusCase } from "./testing/corpus/case.ts";
import { ECHOES } from "./testing/corpus/echoes.ts";
import { KEEPS } from "./testing/corpus/keeps.ts";
import { ADDRESSES } from "./testing/corpus/placements/addresses.ts";
import { ANSWERED, SENT } from "./testing/corpus/placements/headers.ts";
import { MEMBERS, REPEATED } from "./testing/corpus/placements/members.ts";
import { BODIES_OF_TEXT, LINES } from "./testing/corpus/placements/texts.ts";
import { BODIES, NAMES, URLS } from "./testing/corpus/places.ts";
import { SECOND_LOOK } from "./testing/corpus/second-look.ts";
import { KEPT_ELSEWHERE } from "./testing/corpus/survivors/elsewhere.ts";
import { KEPT_MEMBERS } from "./testing/corpus/survivors/members.ts";
import type { ReportResult } from "./report.ts";
import { eventOf, type Output, OUTPUTS, outputName, reportOf } from "./testing/formats.ts";
import { isKept, leaksOf } from "./testing/leaks.ts";

type Group = readonly [string, readonly CorpusCase[]];

const WITH_SECRETS: readonly Group[] = [
  ["authentication", AUTHENTICATION],
  ["addresses", URLS],
  ["names", NAMES],
  ["bodies", BODIES],
  ["echoes", ECHOES],
  ["a second look", SECOND_LOOK],
  ["placements: addresses", ADDRESSES],
  ["placements: headers sent", SENT],
  ["placements: headers received", ANSWERED],
  ["placements: members", MEMBERS],
  ["placements: repeated", REPEATED],
  ["placements: other bodies", BODIES_OF_TEXT],
  ["placements: lines", LINES],
];

const SURVIVORS: readonly Group[] = [
  ["what must survive", KEEPS],
  ["survivors: members", KEPT_MEMBERS],
  ["survivors: elsewhere", KEPT_ELSEWHERE],
];

const made = new Map<CorpusCase, ReadonlyMap<Output, ReportResult>>();

/** The reports of a case in every format. Made once: two examinations of them follow, and making them is the most of both. */
function reportsOf(item: CorpusCase): ReadonlyMap<Output, ReportResult> {
  const before = made.get(item);
  if (before !== undefined) return before;
  const event = eventOf(harEntry(item.entry));
  const reports = new Map(OUTPUTS.map((output) => [output, reportOf(event, output)]));
  made.set(item, reports);
  return reports;
}

describe.each([...WITH_SECRETS, ...SURVIVORS])("%s", (_group, cases) => {
  test.each(cases.map((item) => [item.name, item] as const))("%s", (_name, item) => {
    const problems: string[] = [];
    for (const [output, result] of reportsOf(item)) {
      const name = outputName(output);
      if (!result.ok) {
        problems.push(`${name}: refused: ${result.reason}`);
        continue;
      }
      for (const secret of item.secrets) {
        const [leak] = leaksOf(result.text, secret);
        if (leak !== undefined) problems.push(`${name}: ${secret} leaks: ${leak}`);
      }
      const keeps = [...(item.keeps ?? []), ...(output.format === "curl" ? [] : (item.keepsInResponse ?? []))];
      // cmd.exe escapes nearly every character; its quoting has tests of its own.
      const facts = "shell" in output && output.shell === "cmd" ? [] : keeps;
      for (const fact of facts) if (!isKept(result.text, fact)) problems.push(`${name}: lost ${fact}`);
      if (result.text.includes("redacted:whole")) problems.push(`${name}: a part was replaced whole`);
    }
    expect(problems).toEqual([]);
  });
});

/*
 * A second opinion on what the redactor lets through, by people who know nothing of it: secretlint's recommended rules.
 * It knows some thirty vendors' formats and no names, so it can only ever find a part.
 */
describe("secretlint", () => {
  const cases = WITH_SECRETS.flatMap(([, group]) => group);
  const textOf = (item: CorpusCase, output: Output): string => {
    const result = reportsOf(item).get(output);
    return result?.ok === true ? result.text : "";
  };

  /** What secretlint takes for secrets in a text, each with the line it stands in. */
  const secretsIn = async (content: string): Promise<readonly string[]> => {
    const { messages } = await lintSource({
      source: { filePath: "report.txt", content, ext: ".txt", contentType: "text" },
      options: {
        locale: "en",
        maskSecrets: false,
        noPhysicFilePath: true,
        config: { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: recommended }] },
      },
    });
    return messages.map(({ ruleId, range: [start, end] }) => {
      const line = content.slice(content.lastIndexOf("\n", start) + 1, end);
      return `${ruleId}: ${line.slice(-160)}`;
    });
  };

  test.each(OUTPUTS.map((output) => [outputName(output), output] as const))(
    "finds no secret in any report of the corpus as %s",
    { timeout: 120_000 },
    async (_name, output) => {
      const all = cases.map((item) => textOf(item, output));
      expect(all.filter((text) => text === "")).toEqual([]);
      expect(await secretsIn(all.join("\n\n"))).toEqual([]);
    },
  );

  // A check that has never found anything is not known to look.
  test("finds the same secrets where they are not redacted", { timeout: 120_000 }, async () => {
    const all = cases.map(({ entry }) => JSON.stringify(harEntry(entry))).join("\n\n");
    expect((await secretsIn(all)).length).toBeGreaterThan(10);
  });

  test("finds one key planted into a report", async () => {
    const texts = cases.slice(0, 20).map((item) => textOf(item, OUTPUTS[0]));
    const planted = `${texts.join("\n")}\nGITHUB_TOKEN=ghp_EXAMPLE0a1b2c3d4e5f6g7h8i9j0k1l2m3n4\n`;
    expect(await secretsIn(planted)).toEqual([expect.stringContaining("ghp_EXAMPLE")]);
  });
});
