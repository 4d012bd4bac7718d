// `npm run soak`: a million made-up cases for everything that takes data from outside, and inputs made to be slow.
// `-- redactor decode` runs some, `--cases N` fewer or more, `--seed S` the same ones again.
import { parseArgs } from "node:util";
import { superlinear } from "./growth.ts";
import { TARGETS } from "./targets.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: "string", default: "1000000" }, seed: { type: "string" } },
});
const unknown = positionals.filter((name) => !TARGETS.some((target) => target.name === name));
const cases = Number(values.cases);
if (unknown.length > 0 || !Number.isInteger(cases) || cases < 1) {
  console.error(
    `Usage: npm run soak -- [--cases N] [--seed S] [${TARGETS.map(({ name }) => `"${name}"`).join(" | ")}]`,
  );
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
process.exitCode = failures === 0 ? 0 : 1;
