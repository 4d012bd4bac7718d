// Finds browsers that are installed. Node built-ins only: this runs before the project's packages exist.
import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** A machine that cannot be made ready. The message says what to do. */
export class SetupProblem extends Error {}

const HOME = homedir();
const PROGRAM_FOLDERS = [
  process.env["LOCALAPPDATA"],
  process.env["PROGRAMFILES"],
  process.env["PROGRAMFILES(X86)"],
].filter((folder) => folder !== undefined);

const CHROMIUM_COMMANDS = ["chromium", "chromium-browser", "chrome-for-testing"];
const CHROMIUM_PATHS = {
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    join(HOME, "Applications/Chromium.app/Contents/MacOS/Chromium"),
    "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  ],
  win32: PROGRAM_FOLDERS.map((folder) => join(folder, "Chromium", "Application", "chrome.exe")),
};

const FIREFOX_COMMANDS = ["firefox-esr", "firefox"];
const FIREFOX_PATHS = {
  darwin: [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    join(HOME, "Applications/Firefox.app/Contents/MacOS/firefox"),
  ],
  win32: PROGRAM_FOLDERS.map((folder) => join(folder, "Mozilla Firefox", "firefox.exe")),
};

/**
 * Google Chrome itself refuses `--load-extension` since version 137; Chromium and Chrome for Testing accept it.
 * The path tells them apart on every system.
 */
export function isBrandedChrome(path) {
  return /google[\\/ -]chrome(?! for testing)/i.test(path) || /[\\/]opt[\\/]google[\\/]chrome[\\/]/i.test(path);
}

/** Path of a Chromium that can load an unpacked extension; null if none is installed. */
export async function findChromium() {
  const named = fromVariable("FAULTLINE_CHROMIUM");
  if (named !== null) return named;
  const chrome = fromVariable("CHROME_PATH");
  if (chrome !== null && !isBrandedChrome(chrome)) return chrome;
  return (
    firstProgram(CHROMIUM_COMMANDS, CHROMIUM_PATHS, (path) => !isBrandedChrome(path)) ?? (await playwrightChromium())
  );
}

/** Path of a Firefox; null if none is installed. Playwright's patched build does not count. */
export async function findFirefox() {
  return fromVariable("FAULTLINE_FIREFOX") ?? firstProgram(FIREFOX_COMMANDS, FIREFOX_PATHS, () => true);
}

/** Path where the package in node_modules keeps its Chromium; null until it is downloaded. */
async function playwrightChromium() {
  try {
    const { chromium } = await import("playwright");
    const path = chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch {
    return null; // packages are not installed yet
  }
}

/** The program a variable names. A variable that names nothing runnable is an error, not a reason to take another. */
function fromVariable(name) {
  const path = process.env[name] ?? "";
  if (path === "") return null;
  if (!isProgram(path))
    throw new SetupProblem(`${name} is set to ${path}, which is not a program. Correct or unset it.`);
  return path;
}

function firstProgram(commands, paths, accept) {
  const folders = process.platform === "win32" ? [] : (process.env["PATH"] ?? "").split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  const candidates = [...onPath, ...(paths[process.platform] ?? [])];
  return candidates.find((path) => isProgram(path) && accept(resolved(path))) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function resolved(path) {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
