import { FINDING_IDS } from "../timeline/finding.ts";

/** The text of `faultline help`. */
export function helpText(version: string): string {
  return `faultline ${version}: decodes failed API calls in a HAR file.

  faultline decode FILE.har [options]     what failed, why, and whether to retry
    --json                 one JSON object a line for each call to a known API
    --all                  with --json: a line for every entry, known API or not
    --provider HOST=ID     treat HOST (may carry a port) as the API ID; repeatable
    --fail-on-error        exit 1 when a call failed
    --fail-on ID[,ID]      exit 1 when one of these findings is made

  faultline report FILE.har [options]     redacted reports for support
    --format FORMAT        markdown (default), curl, har, json or text
    --shell SHELL          with curl: posix (default), powershell or cmd
    --entry N              only entry N, counted from 0
    --each                 one JSON line {entry, format, text} for each entry
    --provider HOST=ID     as above

  FILE may be - for standard input. Exit codes: 0 done, 1 found what --fail-on… asked for, 2 could not be done.
  Findings: ${FINDING_IDS.join(", ")}.`;
}
