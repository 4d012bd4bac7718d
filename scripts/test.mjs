// `npm test`: sets the machine up, runs every gate one after the other and ends with "N passed, N failed".
// `npm test -- lint types` runs some gates only, `npm test -- --without e2e` leaves some out.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { SetupProblem } from "./browsers.mjs";
import { endOnSetupProblem, setUpChromium, setUpFirefox, setUpPackages } from "./setup.mjs";
import { bold, dim, green, red, ROOT, runPackage, say } from "./terminal.mjs";

const RESULTS = join(ROOT, "test-results");
const UNIT_RESULTS = join(RESULTS, "unit.json");
const E2E_RESULTS = join(RESULTS, "e2e.json");

const STEPS = [
  gate("format", () => runPackage("oxfmt", ["--check"])),
  gate("lint", () => runPackage("oxlint", ["--type-aware", "--deny-warnings", "--report-unused-disable-directives"])),
  gate("types", () => runPackage("typescript", ["-p", "tsconfig.json"], { command: "tsc" })),
  gate("pure-types", () => runPackage("typescript", ["-p", "tsconfig.pure.json"], { command: "tsc" })),
  { name: "unit", run: unitTests },
  gate("dead-code", () => runPackage("knip", ["--no-progress"])),
  gate("build-chrome", () => build("chrome")),
  gate("build-firefox", () => build("firefox")),
  gate("build-cli", () => build("cli")),
  gate("build-library", () => build("library")),
  { ...gate("library", () => runPackage("tsx", ["scripts/check-library.ts"])), needs: ["build-cli", "build-library"] },
  { ...gate("size", () => runPackage("tsx", ["scripts/check-size.ts"])), needs: ["build-chrome"] },
  { ...gate("store-lint", () => runPackage("tsx", ["scripts/lint-extension.ts"])), needs: ["build-firefox"] },
  { name: "e2e", run: endToEndTests, needs: ["build-chrome", "build-firefox"] },
];

/** A step that is right or wrong as a whole: counted as one test. */
function gate(name, run) {
  return {
    name,
    run: async () => ((await run()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
  };
}

function build(mode) {
  return runPackage("vite", ["build", "--mode", mode, "--logLevel", "warn"]);
}

async function unitTests() {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${UNIT_RESULTS}`];
  const code = await runPackage("vitest", ["run", ...reporters]);
  const report = readJson(UNIT_RESULTS);
  return {
    ...counted(report?.numPassedTests ?? 0, report?.numFailedTests ?? 0, code),
    names: (report?.testResults ?? []).flatMap(failuresOfFile),
  };
}

/** A file that did not load has no tests to name: then the file itself is named. */
function failuresOfFile({ name, status, assertionResults, message }) {
  const file = relative(ROOT, name);
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0) return status === "failed" ? [`${file}: ${firstLine(message)}`] : [];
  return failed.map(({ fullName, failureMessages }) => `${file} › ${fullName}: ${firstLine(failureMessages[0])}`);
}

function failuresOfSuite({ specs = [], suites = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .flatMap(({ file, line, title, tests }) =>
      tests
        .filter(({ status }) => status === "unexpected")
        .map(
          ({ projectName, results }) =>
            `[${projectName}] ${file}:${line} › ${title}: ${firstLine(results.at(-1)?.error?.message)}`,
        ),
    );
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

function firstLine(message = "") {
  return stripVTControlCharacters(message).trim().split("\n", 1)[0];
}

async function endToEndTests() {
  const projects = [];
  let missing = 0;
  for (const [project, setUp] of [
    ["chromium", setUpChromium],
    ["firefox", setUpFirefox],
  ]) {
    try {
      await setUp();
      projects.push(`--project=${project}`);
    } catch (problem) {
      if (!(problem instanceof SetupProblem)) throw problem;
      say(red(problem.message));
      missing += 1;
    }
  }
  if (projects.length === 0) return { passed: 0, failed: missing };
  const env = { PW_CHROMIUM_ATTACH_TO_OTHER: "1", PLAYWRIGHT_JSON_OUTPUT_NAME: E2E_RESULTS };
  const parameters = ["test", "-c", "e2e/playwright.config.ts", "--reporter=list,json", ...projects];
  const code = await runPackage("playwright", parameters, { env });
  const report = readJson(E2E_RESULTS);
  const stats = report?.stats;
  const { passed, failed } = counted((stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0, code);
  return { passed, failed: failed + missing, names: failuresOfSuite(report ?? {}) };
}

/** A runner that ends badly without a failed test (a file that does not load) counts as one failure. */
function counted(passed, failed, exitCode) {
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function chosenSteps(parameters) {
  const without = parameters.indexOf("--without");
  const names = without === -1 ? parameters : parameters.slice(without + 1);
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    say(`No such step: ${unknown.join(", ")}. There are: ${STEPS.map((step) => step.name).join(", ")}.`);
    process.exit(2);
  }
  if (names.length === 0) return STEPS;
  return STEPS.filter((step) => names.includes(step.name) === (without === -1));
}

const steps = chosenSteps(process.argv.slice(2));
try {
  await setUpPackages();
} catch (problem) {
  endOnSetupProblem(problem);
}
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const results = new Map();
for (const step of steps) {
  say(bold(`\n── ${step.name} ${"─".repeat(Math.max(0, 60 - step.name.length))}`));
  const startedAt = performance.now();
  const blockedBy = (step.needs ?? []).find((name) => (results.get(name)?.failed ?? 0) > 0);
  if (blockedBy !== undefined) say(`Not run: ${blockedBy} failed.`);
  const { passed, failed, names = [] } = blockedBy === undefined ? await step.run() : { passed: 0, failed: 1 };
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  results.set(step.name, { passed, failed, names, seconds });
  say(
    `${failed === 0 ? green("✓") : red("✗")} ${step.name}: ${passed} passed, ${failed} failed ${dim(`(${seconds} s)`)}`,
  );
}

say(bold("\n── summary ──────────────────────────────────────────────────────"));
let passed = 0;
let failed = 0;
for (const [name, result] of results) {
  passed += result.passed;
  failed += result.failed;
  const mark = result.failed === 0 ? green("✓") : red("✗");
  say(
    `${mark} ${name.padEnd(14)} ${String(result.passed).padStart(5)} passed ${String(result.failed).padStart(4)} failed ${result.seconds.padStart(7)} s`,
  );
}
// The end of a log is often all that is kept of it.
for (const { names } of results.values()) for (const name of names) say(red(name));
process.exitCode = failed === 0 ? 0 : 1;
say(`${passed} passed, ${failed} failed`);
