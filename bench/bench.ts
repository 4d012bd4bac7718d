// `npm run bench` measures everything, `npm run bench -- decoding opening` some. Figures go to the terminal and to
// artifacts/bench.json. A figure over its limit makes the command fail. Nothing here is part of `npm test`: a timed
// test fails on a busy machine for no reason.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { benchCli } from "./cli.ts";
import { benchDecoding } from "./decoding.ts";
import { type Figure, figureLine } from "./figure.ts";
import { benchFirefox } from "./firefox.ts";
import { benchOpening } from "./opening.ts";
import { benchPageBurst } from "./page-burst.ts";
import { benchRecording } from "./recording.ts";
import { benchRedact } from "./redact.ts";

const BENCHES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  decoding: benchDecoding,
  cli: benchCli,
  recording: benchRecording,
  redacting: benchRedact,
  opening: benchOpening,
  page: benchPageBurst,
  firefox: benchFirefox,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(", ")}. There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}
const [cpu] = cpus();
const machine = `${cpus().length} × ${cpu?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
console.log(machine);

const figures: Figure[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n${name}`);
  for (const figure of await bench()) {
    figures.push(figure);
    console.log(`  ${figureLine(figure)}`);
  }
}
mkdirSync(new URL("../artifacts/", import.meta.url), { recursive: true });
const result = { machine, at: new Date().toISOString(), figures };
writeFileSync(new URL("../artifacts/bench.json", import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
process.exitCode = figures.some(({ value, limit }) => limit !== undefined && !(value <= limit)) ? 1 : 0;
