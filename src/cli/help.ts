import { FINDING_IDS } from "../timeline/finding.ts";

/** The text of `faultline help`. */
export function helpText(version: string): string {
  return `faultline ${version}: decodes failed API calls in HAR files.

  faultline decode FILE… [options]        what failed, why, and whether to retry
    --json                 one JSON object a line for each API call
    --all                  calls that did not fail as well; with --json a line for every entry
    --annotations github   workflow commands, which GitHub shows on the run
    --fail-on-error        exit 1 when a call failed
    --fail-on ID[,ID]      exit 1 when one of these findings is made

  faultline report FILE [options]         redacted reports for support
    --format FORMAT        markdown (default), curl, har, json or text
    --shell SHELL          with curl: posix (default), powershell or cmd
    --all                  successes too; without it, the failures
    --filter TEXT          only what passes this filter, written as in the panel
    --entry N              only entry N, counted from 0
    --each                 one JSON line {entry, format, text} for each entry

  faultline compare BEFORE AFTER [options]  failures and findings gone, new, changed in count
    --json                 one JSON object
    --fail-on-new          exit 1 when AFTER shows a failure or finding that BEFORE does not

  With every command:
    --provider HOST=ID     treat HOST as the API ID: localhost:4010, *.staging.example.com,
                           with scheme and path where needed; repeatable
    --providers DIR        provider documents of your own, in this folder and below; repeatable
    --only-known           leave out calls to hosts that neither a document nor --provider names

  FILE is a HAR file as Chrome, Firefox, Safari, Playwright, Charles, Fiddler or mitmproxy write it, also packed with
  gzip or as the zip of Playwright's recordHar; a pattern such as "results/**/*.har"; or - for standard input.
  Exit codes: 0 done, 1 found what --fail-on… asked for, 2 could not be done.
  Findings: ${FINDING_IDS.join(", ")}.`;
}
