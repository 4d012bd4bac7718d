import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { findChromium, findFirefox, isBrandedChrome, SetupProblem } from "./browsers.mjs";

const folder = mkdtempSync(join(tmpdir(), "faultline-browsers-"));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  for (const name of ["FAULTLINE_CHROMIUM", "FAULTLINE_FIREFOX", "CHROME_PATH"]) vi.stubEnv(name, "");
});

function program(path: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, "#!/bin/sh\n");
  chmodSync(file, 0o755);
  return file;
}

describe("Google Chrome, which refuses unpacked extensions, is told from Chromium by its path", () => {
  test.each([
    "/opt/google/chrome/chrome",
    "/usr/bin/google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ])("%s is", (path) => expect(isBrandedChrome(path)).toBe(true));
  test.each([
    "/usr/bin/chromium",
    "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "C:\\Users\\dev\\AppData\\Local\\Chromium\\Application\\chrome.exe",
  ])("%s is not", (path) => expect(isBrandedChrome(path)).toBe(false));
});

test("a browser named by its variable is taken before all others", async () => {
  const chromium = program("named/chromium");
  vi.stubEnv("PATH", join(program("onpath/chromium"), ".."));
  vi.stubEnv("FAULTLINE_CHROMIUM", chromium);
  vi.stubEnv("FAULTLINE_FIREFOX", program("named/firefox"));
  expect(await findChromium()).toBe(chromium);
  expect(await findFirefox()).toBe(join(folder, "named/firefox"));
});

test("a variable that names no program is a problem with a name, not a reason to take another browser", async () => {
  vi.stubEnv("FAULTLINE_FIREFOX", join(folder, "nowhere"));
  await expect(findFirefox()).rejects.toThrow(SetupProblem);
  await expect(findFirefox()).rejects.toThrow(/FAULTLINE_FIREFOX is set to .*nowhere/);
});

describe.skipIf(process.platform !== "linux")("on the PATH of a Linux machine", () => {
  test("Debian's firefox-esr and chromium are found", async () => {
    vi.stubEnv("PATH", `${folder}/empty:${join(program("debian/firefox-esr"), "..")}`);
    program("debian/chromium");
    expect(await findFirefox()).toBe(join(folder, "debian/firefox-esr"));
    expect(await findChromium()).toBe(join(folder, "debian/chromium"));
  });

  test("Google Chrome named by CHROME_PATH is passed over", async () => {
    vi.stubEnv("CHROME_PATH", program("google-chrome/chrome"));
    vi.stubEnv("PATH", join(program("debian/chromium"), ".."));
    expect(await findChromium()).toBe(join(folder, "debian/chromium"));
  });
});
