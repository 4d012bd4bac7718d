import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as v from "valibot";

/** What addons.mozilla.org objects to: `error: CODE file:line: message`. */
export type Objection = string;

const LintMessage = v.object({
  _type: v.string(),
  code: v.string(),
  message: v.string(),
  file: v.optional(v.string()),
  line: v.optional(v.number()),
});
const Report = v.object({ errors: v.array(LintMessage), warnings: v.array(LintMessage) });

const WEB_EXT = fileURLToPath(new URL("../node_modules/web-ext/bin/web-ext.js", import.meta.url));

/**
 * Errors and warnings of `web-ext lint`, the linter that addons.mozilla.org runs on an upload, about a built extension.
 * Notices, which neither rejects nor delays an upload, are left out. Throws if the linter itself fails.
 */
export function lintForStore(folder: string): readonly Objection[] {
  const parameters = ["lint", "--source-dir", folder, "--output", "json", "--no-config-discovery", "--no-input"];
  // The linter must not ask the registry whether there is a newer one.
  const env = { ...process.env, NO_UPDATE_NOTIFIER: "1" };
  const { stdout, stderr } = spawnSync(process.execPath, [WEB_EXT, ...parameters], { encoding: "utf8", env });
  const { errors, warnings } = parseReport(stdout, stderr);
  return [...errors, ...warnings].map(objection);
}

function parseReport(stdout: string, stderr: string): v.InferOutput<typeof Report> {
  try {
    return v.parse(Report, JSON.parse(stdout));
  } catch (cause) {
    throw new Error(`web-ext lint gave no report.\n${stderr}${stdout}`, { cause });
  }
}

function objection({ _type, code, message, file, line }: v.InferOutput<typeof LintMessage>): Objection {
  const place = file === undefined ? "" : ` ${file}${line === undefined ? "" : `:${line}`}`;
  return `${_type}: ${code}${place}: ${message}`;
}
