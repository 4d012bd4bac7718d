// Gets a machine ready: Node's version, packages, browsers. Quick if there is nothing to do. Node built-ins only.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { findChromium, findFirefox, SetupProblem } from "./browsers.mjs";
import { dim, ROOT, run, runPackage, say } from "./terminal.mjs";

const OLDEST_NODE = [20, 19];
const DOWNLOAD_TIMEOUT_MS = 5 * 60_000;

/** Node and packages. Throws `SetupProblem`. */
export async function setUpPackages() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new SetupProblem(
      `Node ${OLDEST_NODE.join(".")} or newer is needed; this is ${process.versions.node}. See https://nodejs.org`,
    );
  }
  if (packagesAreCurrent()) return;
  say("Installing packages (npm ci)…");
  const windows = process.platform === "win32";
  const code = await run(windows ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], { shell: windows });
  if (code !== 0)
    throw new SetupProblem(`npm ci ended with ${code}. Is the package registry reachable? Then run this again.`);
}

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own record of what it installed. Times of files
 * say nothing after a checkout. Packages for other systems may be absent.
 */
function packagesAreCurrent() {
  const installed = lockedPackages(join(ROOT, "node_modules", ".package-lock.json"));
  const wanted = lockedPackages(join(ROOT, "package-lock.json"));
  if (installed === null || wanted === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true || entry.peer === true : found.version === entry.version;
  });
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/** Path of a Chromium, downloaded or installed if there is none. Throws `SetupProblem`. */
export async function setUpChromium() {
  const found = await findChromium();
  if (found !== null && starts(found)) return found;
  say("No Chromium found; downloading Playwright's…");
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" };
  await runPackage("playwright", ["install", "chromium", "--no-shell"], { env, timeoutMs: DOWNLOAD_TIMEOUT_MS });
  const downloaded = await findChromium();
  if (downloaded !== null && starts(downloaded)) return downloaded;
  await installDistributionPackages("Chromium", ["chromium", "fonts-liberation"]);
  const installed = await findChromium();
  if (installed !== null && starts(installed)) return installed;
  throw new SetupProblem(
    "No Chromium that starts. Install Chromium (Google Chrome itself refuses unpacked extensions since version 137) " +
      "or set FAULTLINE_CHROMIUM to the path of one.",
  );
}

/** Path of a Firefox, installed if there is none and that is possible. Throws `SetupProblem`. */
export async function setUpFirefox() {
  const found = await findFirefox();
  if (found !== null) return found;
  await installDistributionPackages("Firefox", ["firefox-esr", "fonts-liberation"]);
  const installed = await findFirefox();
  if (installed !== null) return installed;
  throw new SetupProblem("No Firefox found. Install Firefox or set FAULTLINE_FIREFOX to the path of one.");
}

/** A downloaded browser may lack libraries of the system: only starting it shows. */
function starts(path) {
  if (process.platform === "win32") return true; // there `--version` would open a window
  const { status } = spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 });
  return status === 0;
}

/** Set to anything, nothing is installed from the distribution. */
const REFUSE = "FAULTLINE_NO_SYSTEM_PACKAGES";

async function installDistributionPackages(what, packages) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return;
  if (process.env[REFUSE]) {
    say(`${what} is not installed from the distribution, as ${REFUSE} is set.`);
    return;
  }
  say(
    `Installing ${packages.join(" and ")} with apt-get, because no ${what} that starts was found (${REFUSE}=1 refuses this)…`,
  );
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { env, timeoutMs: DOWNLOAD_TIMEOUT_MS });
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
    env,
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
  });
}

/** Says how the problem can be solved and ends the process; anything else is thrown on. */
export function endOnSetupProblem(problem) {
  if (!(problem instanceof SetupProblem)) throw problem;
  say(`\nSet-up stopped: ${problem.message}`);
  process.exit(1);
}

// `node scripts/setup.mjs` on its own prepares everything.
if (process.argv[1] !== undefined && import.meta.url.endsWith("/setup.mjs") && process.argv[1].endsWith("setup.mjs")) {
  try {
    await setUpPackages();
    say(dim(`Chromium: ${await setUpChromium()}`));
    say(dim(`Firefox:  ${await setUpFirefox()}`));
  } catch (problem) {
    endOnSetupProblem(problem);
  }
}
