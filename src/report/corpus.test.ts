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
import { eventOf, OUTPUTS, outputName, reportOf } from "./testing/formats.ts";
import { isKept, leaksOf } from "./testing/leaks.ts";

const GROUPS: readonly (readonly [string, readonly CorpusCase[]])[] = [
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
  ["what must survive", KEEPS],
  ["survivors: members", KEPT_MEMBERS],
  ["survivors: elsewhere", KEPT_ELSEWHERE],
];

describe.each(GROUPS)("%s", (_group, cases) => {
  test.each(cases.map((item) => [item.name, item] as const))("%s", (_name, item) => {
    const event = eventOf(harEntry(item.entry));
    const problems: string[] = [];
    for (const output of OUTPUTS) {
      const result = reportOf(event, output);
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
