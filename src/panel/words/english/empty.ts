import { formatCount } from "../format-amount.ts";
import { type Value, words } from "../language.ts";

/** The words of what is shown instead of an empty list. */
export const emptyWords = words("empty", {
  emptyName: "Why the timeline is empty",
  emptySoFar: "Seen so far",
  emptySeen: (count: number) => (count === 1 ? "1 request" : `${formatCount(count)} requests`),
  emptyFiltered: (count: number) =>
    count === 1 ? "No rows match the filter (1 hidden)" : `No rows match the filter (${formatCount(count)} hidden)`,
  emptyPlain: (count: number) =>
    count === 1 ? "No failures: 1 call succeeded" : `No failures: ${formatCount(count)} calls succeeded`,
  emptyPlainHint: "Successes of APIs without a document are listed if they state a limit or end a retry.",
  emptyPlainList: "List all successes",
  emptyHidden: "All calls so far are to hidden hosts",
  emptyHiddenShow: "Show the hidden hosts again",
  emptyErrorsOnly: "“Errors only” is on.",
  emptyPaused: "Recording is paused",
  emptyPausedHint: "Calls are not being recorded.",
  emptySilent: "The page navigated, and no request has been seen since",
  emptySilentHint: "If you expect calls by now, reload the page.",
  emptyFirefox: "Firefox hides from extensions what its own Network panel hides:",
  emptyFirefoxFilter: "Open the Network panel and clear its text filter and type buttons.",
  emptyFirefoxPaused: "If recording is paused there, resume it.",
  emptyFirefoxReload: "Then reload the page.",
  emptyNothing: "Recording: no requests yet",
  emptyNothingHint: "Use the page, or reload it to capture what happened before DevTools was opened.",
  emptyImportHint: "Or drop a HAR file on the panel.",
  emptyCleared: "Recording: the timeline was cleared",
  introTitle: "Welcome to Faultline",
  introRows: "Every API call of this page appears here. For a failed call, the row says what its code means.",
  introOpen: "Open a row for the likely cause, whether and when to retry, and what was sent and received.",
  introReport: "“Copy report” copies everything for support, with passwords, tokens and keys removed.",
  introDismiss: "Got it",
  emptyFacts: (seen: Value, since: Value, calls: Value) => `${seen} since ${since}, ${calls} of them API calls`,
  emptyFactsLast: (seen: Value, since: Value, calls: Value, last: Value) =>
    `${seen} since ${since}, ${calls} of them API calls, the last at ${last}`,
  emptyNoCall: "No API calls yet",
  emptyNoCallHint: "The page has loaded documents, scripts and images, but has called no API.",
  emptyUndocumented: "No calls to an API with a document yet",
  emptyUndocumentedHint: "The settings limit recording to APIs that have a document.",
  emptyClearedHint: "New API calls will appear here.",
  hostsSkipped: "API calls that are not recorded",
  hostsCalls: (count: number) => (count === 1 ? "1 call" : `${formatCount(count)} calls`),
  hostsFailures: (count: number) => (count === 1 ? "1 failure" : `${formatCount(count)} failures`),
  hostsRecordAll: "Record every API",
  introHosts: "Right-click a row to hide its host. Press ? for keys and filters.",
});
