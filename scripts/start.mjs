// `npm start`: sets the machine up, builds the extension and opens it on the demo page. `-- --firefox` takes Firefox,
// `-- --headless` writes screenshots as on a machine without a display.
import { endOnSetupProblem, setUpChromium, setUpFirefox, setUpPackages } from "./setup.mjs";
import { dim, run, runPackage, say } from "./terminal.mjs";

const parameters = process.argv.slice(2);
const firefox = parameters.includes("--firefox");
const unknown = parameters.find((parameter) => !["--firefox", "--headless"].includes(parameter));
if (unknown !== undefined) {
  say(`npm start knows --firefox and --headless, not ${unknown}.`);
  process.exit(2);
}

try {
  await setUpPackages();
  const browser = firefox ? await setUpFirefox() : await setUpChromium();
  say(dim(`Browser: ${browser}`));
} catch (problem) {
  endOnSetupProblem(problem);
}

say("Building the extension…");
const built = await runPackage("vite", ["build", "--mode", firefox ? "firefox" : "chrome", "--logLevel", "error"]);
if (built !== 0) process.exit(built);

// Playwright shows DevTools as a page only if this is set before it is loaded.
const env = { PW_CHROMIUM_ATTACH_TO_OTHER: "1" };
process.exit(await run(process.execPath, ["--import", "tsx", "scripts/demo.ts", ...parameters], { env }));
