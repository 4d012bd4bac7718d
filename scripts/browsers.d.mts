/** A machine that cannot be made ready. The message says what to do. */
export class SetupProblem extends Error {}

/**
 * Google Chrome itself refuses `--load-extension` since version 137; Chromium and Chrome for Testing accept it.
 * The path tells them apart on every system.
 */
export function isBrandedChrome(path: string): boolean;

/**
 * Path of a Chromium that can load an unpacked extension, from FAULTLINE_CHROMIUM, CHROME_PATH, the usual places or
 * Playwright's download; null where none is installed. Rejects with
 * `SetupProblem` where FAULTLINE_CHROMIUM or CHROME_PATH names no program.
 */
export function findChromium(): Promise<string | null>;

/**
 * Path of a Firefox, from FAULTLINE_FIREFOX or the usual places; null where none is installed.
 * Rejects with `SetupProblem` where FAULTLINE_FIREFOX names no program.
 */
export function findFirefox(): Promise<string | null>;
