import { formatCount } from "../format-amount.ts";
import { type Value, words } from "../language.ts";

/** The words of the line below the timeline: what is recorded and not listed. */
export const statusWords = words("status", {
  successes: (count: number) =>
    count === 1 ? "1 plain success not listed" : `${formatCount(count)} plain successes not listed`,
  successesHint:
    "Successful calls to APIs without a document, which state no limit and end no retries. Click to list them.",
  undocumented: (what: Value) => `${what} of APIs without a document`,
  undocumentedHint: "The settings list only APIs that have a document. Click to list every API.",
  hidden: (what: Value, hosts: number) =>
    hosts === 1 ? `${what} at 1 hidden host` : `${what} at ${formatCount(hosts)} hidden hosts`,
  hiddenHint: "Show a hidden host again",
  showHost: (host: Value, what: Value) => `Show ${host} again (${what})`,
  showAllHosts: "Show all hidden hosts again",
  failures: (count: number, written: Value) => (count === 1 ? "1 failure" : `${written} failures`),
  calls: (count: number, written: Value) => (count === 1 ? "1 call" : `${written} calls`),
});
