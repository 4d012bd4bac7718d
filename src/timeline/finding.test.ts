import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FINDING_IDS } from "./finding.ts";

const page = readFileSync(new URL("../../docs/findings.md", import.meta.url), "utf8");
const sections = page.split(/^### /m).slice(1);

test("docs/findings.md defines every finding once, and no other", () => {
  const defined = sections.map((section) => /^`([^`]+)`/.exec(section)?.[1]);
  expect(defined.toSorted()).toEqual([...FINDING_IDS].toSorted());
});

test.each(FINDING_IDS)("%s has a line on what to change and one on the rule it comes from", (id) => {
  const section = sections.find((candidate) => candidate.startsWith(`\`${id}\``));
  expect(section).toMatch(/^- Change: /m);
  expect(section).toMatch(/^- Rule: /m);
});
