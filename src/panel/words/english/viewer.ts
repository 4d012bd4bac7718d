import { formatCount } from "../format-amount.ts";
import { type Value, words } from "../language.ts";

/** The words of the viewer of finished recordings. */
export const viewerWords = words("viewer", {
  viewerName: "Faultline viewer",
  viewerFile: "Recording",
  viewerCompare: "Compare with…",
  viewerPaste: "Paste a report…",
  viewerClose: "Back to the panel",
  viewerDropTitle: "Drop a HAR file here",
  viewerDropHint:
    "Failed calls are decoded as in the panel. Drop two recordings to compare them, the earlier one first.",
  viewerFormats:
    "HAR files from Chrome, Firefox, Safari, Playwright, Charles, Fiddler and mitmproxy, also compressed with gzip or as the zip that Playwright’s recordHar writes.",
  viewerPrivacy: "The file is read on this computer. Nothing is sent anywhere.",
  viewerPasteTitle: "Or paste a report",
  viewerPasteHint: "A Faultline report in Markdown, JSON or plain text is shown as a row again. HAR text also works.",
  viewerPasteShow: "Show",
  viewerReading: (file: Value) => `Reading ${file}`,
  viewerShare: (percent: Value) => `${percent} %`,
  viewerCancel: "Cancel",
  viewerEntries: (count: number) => (count === 1 ? "1 entry" : `${formatCount(count)} entries`),
  viewerClock: (time: Value) => `Clock set to ${time}`,
  viewerClockHint: "Waits and windows are shown as of the end of the recording",
  viewerCut: (count: Value) => `The file ends early. ${count} entries were read before that.`,
  viewerWithheld:
    "Chrome removed all credentials from this file, which is its default: missing credentials are not reported.",
  viewerLeftOut: (count: Value) => `${count} successful calls were left out to save memory.`,
  viewerSkipped: (count: number) =>
    count === 1 ? "1 entry was skipped" : `${formatCount(count)} entries were skipped`,
  viewerSkippedEntry: (number: Value, reason: Value) => `Entry ${number}: ${reason}`,
  viewerSkippedMore: (count: Value) => `And ${count} more.`,
  importPasted: "Pasted report",
  importNoReport: "This is neither a HAR nor a Faultline report in Markdown, JSON or plain text.",
  importUnreadable: (reason: Value) => `The file cannot be read: ${reason}`,
  compareTitle: "Two recordings compared",
  compareBefore: "Before",
  compareAfter: "After",
  compareSwap: "Swap before and after",
  compareWorking: "Comparing…",
  compareTotals: (before: Value, after: Value, failedBefore: Value, failedAfter: Value) =>
    `${before} calls before, ${after} after; ${failedBefore} failed before, ${failedAfter} after.`,
  compareNothing: "Nothing changed.",
  compareCodes: "Failures",
  compareCode: "API and code",
  compareFindings: "Findings",
  compareFinding: "Finding",
  compareChange: "Change",
  compareNew: "new",
  compareGone: "gone",
  compareMore: "more often",
  compareFewer: "less often",
  compareSame: "same",
  compareNoResponse: "no response",
});
