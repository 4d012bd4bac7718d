import { readdirSync, readFileSync } from "node:fs";
import { NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { expect, test } from "vitest";
import { parse } from "yaml";

const GITHUB = new URL("../.github/", import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, GITHUB), "utf8");
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(new URL(`${folder}/`, GITHUB)).map((name) => `${folder}/${name}`);
}

/** What GitHub itself would refuse in a workflow, as "FILE: MESSAGE". Needs no network. */
function problemsOf(name: string, content: string): readonly string[] {
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

/** The `uses` lines that do not name a commit by its full hash, with the version as a comment. */
function unpinned(content: string): readonly string[] {
  return content
    .split("\n")
    .filter((line) => /^\s*(?:-\s+)?["']?uses["']?\s*:/.test(line))
    .filter((line) => !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line));
}

const WORKFLOWS = filesIn("workflows");

test.each(WORKFLOWS)("%s is a workflow that GitHub accepts", (path) => {
  expect(problemsOf(path, read(path))).toEqual([]);
});

test.each(WORKFLOWS)("%s names each action by the full hash of a commit, and its version", (path) => {
  expect(unpinned(read(path))).toEqual([]);
});

test.each(WORKFLOWS)("%s gives its token no more than reading unless a job asks for it", (path) => {
  expect(parse(read(path))).toMatchObject({ permissions: { contents: "read" } });
});

test("a misspelled member, an unknown context and a missing runner are found in a workflow", () => {
  const job = (lines: string) => `on: push\njobs:\n  a:\n${lines}    steps:\n      - run: npm test\n`;
  expect(problemsOf("good.yml", job("    runs-on: ubuntu-latest\n"))).toEqual([]);
  expect(problemsOf("member.yml", job("    runs-on: ubuntu-latest\n    timeout-minuts: 5\n"))).toHaveLength(1);
  expect(problemsOf("context.yml", job("    runs-on: ${{ matrx.os }}\n"))).toHaveLength(1);
  expect(problemsOf("runner.yml", job(""))).toHaveLength(1);
});

test("an action named by a tag, a branch or a short hash is found", () => {
  const hash = "0123456789abcdef0123456789abcdef01234567";
  expect(unpinned(`- uses: a/b@${hash} # v1.2.3`)).toEqual([]);
  const wrong = [
    "- uses: a/b@v4",
    "  uses: a/b@main",
    `- uses: a/b@${hash.slice(0, 7)} # v1.2.3`,
    `- uses: a/b@${hash}`,
  ];
  expect(unpinned(wrong.join("\n"))).toEqual(wrong);
});

test("the oldest Node that is tested is the oldest one that package.json promises", () => {
  const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const { jobs } = parse(read("workflows/test.yml"));
  expect(`>=${jobs.test.strategy.matrix.node[0]}`).toBe(engines.node);
});

test.each(filesIn("ISSUE_TEMPLATE").filter((path) => !path.endsWith("/config.yml")))(
  "%s has a name, a description, and fields with ids and labels of their own",
  (path) => {
    const { name, description, body } = parse(read(path));
    expect([name, description]).toEqual([expect.any(String), expect.any(String)]);
    const fields = body.filter(({ type }: { readonly type: string }) => type !== "markdown");
    const ids: readonly string[] = fields.map(({ id }: { readonly id?: string }) => id);
    const labels = fields.map(
      ({ attributes }: { readonly attributes: { readonly label: string } }) => attributes.label,
    );
    expect(ids.every((id) => /^[\w-]+$/.test(id))).toBe(true);
    expect([new Set(ids).size, new Set(labels).size]).toEqual([fields.length, fields.length]);
  },
);
