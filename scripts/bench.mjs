// `npm run bench`: sets the machine up and measures; see docs/performance.md. `-- decoding opening` measures some.
import { endOnSetupProblem, setUpChromium, setUpFirefox, setUpPackages } from "./setup.mjs";
import { dim, ROOT, run, say } from "./terminal.mjs";

try {
  await setUpPackages();
  say(dim(`Browsers: ${await setUpChromium()} and ${await setUpFirefox()}`));
} catch (problem) {
  endOnSetupProblem(problem);
}
// Playwright shows DevTools as a page only if this is set before it is loaded.
const env = { PW_CHROMIUM_ATTACH_TO_OTHER: "1" };
const parameters = ["--expose-gc", "--import", "tsx", "bench/bench.ts", ...process.argv.slice(2)];
process.exit(await run(process.execPath, parameters, { env, cwd: ROOT }));
