// `npm run soak`: a million made-up cases for everything that takes data from outside, and inputs made to be slow.
// `-- redactor decode` runs some, `--cases N` fewer or more, `--seed S` the same ones again. Last, `recording`: a recorder
// and its panel over 100,000 errors.
import { parseArgs } from "node:util";
import { RECORDED_ERRORS, soakRecording } from "./recording-soak.ts";
import { superlinear } from "./growth.ts";
import { TARGETS } from "./targets.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: "string", default: "1000000" }, seed: { type: "string" } },
});
const names = [...TARGETS.map(({ name }) => name), "recording"];
const unknown = positionals.filter((name) => !names.includes(name));
const cases = Number(values.cases);
if (unknown.length > 0 || !Number.isInteger(cases) || cases < 1) {
  console.error(`Usage: npm run soak -- [--cases N] [--seed S] [${names.map((name) => `"${name}"`).join(" | ")}]`);
  process.exit(2);
}
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
console.log(`seed ${seed}, ${cases} cases each`);

let failures = 0;
for (const target of TARGETS) {
  if (positionals.length > 0 && !positionals.includes(target.name)) continue;
  const began = performance.now();
  const { cases: count, broken } = target.check({ numRuns: cases, seed });
  const slow = superlinear(target);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${target.name.padEnd(20)} ${count} cases, ${seconds} s: ${broken === null ? "held" : "FAILED"}`);
  if (broken !== null) console.error(broken);
  for (const sentence of slow) console.error(sentence);
  failures += Number(broken !== null) + slow.length;
}
if (positionals.length === 0 || positionals.includes("recording")) {
  const began = performance.now();
  const { early, late, kept, isFlat } = await soakRecording(RECORDED_ERRORS);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const megabytes = [early, late].map((bytes) => (bytes / 1e6).toFixed(1)).join(" MB, later ");
  console.log(`recording            ${RECORDED_ERRORS} errors, ${seconds} s: ${isFlat ? "held" : "FAILED"}`);
  console.log(`                     ${kept} kept, heap with the cap reached ${megabytes} MB`);
  failures += isFlat ? 0 : 1;
}
process.exitCode = failures === 0 ? 0 : 1;
