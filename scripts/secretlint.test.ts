import { lintSource } from "@secretlint/core";
import { creator as recommended } from "@secretlint/secretlint-rule-preset-recommend";
import { describe, expect, test } from "vitest";
import { AUTHENTICATION } from "../src/report/testing/corpus/authentication.ts";
import { harEntry, type CorpusCase } from "../src/report/testing/corpus/case.ts";
import { ECHOES } from "../src/report/testing/corpus/echoes.ts";
import { BODIES, NAMES, URLS } from "../src/report/testing/corpus/places.ts";
import { ADDRESSES } from "../src/report/testing/corpus/placements/addresses.ts";
import { ANSWERED, SENT } from "../src/report/testing/corpus/placements/headers.ts";
import { MEMBERS, REPEATED } from "../src/report/testing/corpus/placements/members.ts";
import { BODIES_OF_TEXT, LINES } from "../src/report/testing/corpus/placements/texts.ts";
import { SECOND_LOOK } from "../src/report/testing/corpus/second-look.ts";
import { eventOf, OUTPUTS, outputName, reportOf, type Output } from "../src/report/testing/formats.ts";

/*
 * A second opinion on what the redactor lets through, by people who know nothing of it: secretlint's recommended rules
 * over every output of the corpus. It knows some thirty vendors' formats and no names, so it can only ever find a part.
 */

const CASES: readonly CorpusCase[] = [
  AUTHENTICATION,
  URLS,
  NAMES,
  BODIES,
  ECHOES,
  SECOND_LOOK,
  ADDRESSES,
  SENT,
  ANSWERED,
  MEMBERS,
  REPEATED,
  BODIES_OF_TEXT,
  LINES,
].flat();

/** What secretlint takes for secrets in a text, each with the line it stands in. */
async function secretsIn(content: string): Promise<readonly string[]> {
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
}

function reportText({ entry }: CorpusCase, output: Output): string {
  const result = reportOf(eventOf(harEntry(entry)), output);
  return result.ok ? result.text : "";
}

describe("secretlint", () => {
  test.each(OUTPUTS.map((output) => [outputName(output), output] as const))(
    "finds no secret in any report of the corpus as %s",
    { timeout: 120_000 },
    async (_name, output) => {
      const all = CASES.map((item) => reportText(item, output)).join("\n\n");
      expect(await secretsIn(all)).toEqual([]);
    },
  );

  // A check that has never found anything is not known to look.
  test("finds the same secrets where they are not redacted", { timeout: 120_000 }, async () => {
    const all = CASES.map(({ entry }) => JSON.stringify(harEntry(entry))).join("\n\n");
    expect((await secretsIn(all)).length).toBeGreaterThan(10);
  });

  test("finds one key planted into a report", async () => {
    const planted = `${CASES.slice(0, 20)
      .map((item) => reportText(item, OUTPUTS[0]))
      .join("\n")}\nGITHUB_TOKEN=ghp_EXAMPLE0a1b2c3d4e5f6g7h8i9j0k1l2m3n4\n`;
    expect(await secretsIn(planted)).toEqual([expect.stringContaining("ghp_EXAMPLE")]);
  });
});
