/*
 * What the npm package `faultline` offers to programs: the pure functions that the panel and the command line are made
 * of. No DOM, no Node, no clock, no network. docs/library.md describes it.
 */

export { SHIPPED_PROVIDERS, loadProviders } from "./load-providers.ts";
export { checkDocuments, type CheckedDocuments, type DocumentMessage } from "../catalogue/check-documents.ts";
export { findProvider, type FoundProvider } from "../catalogue/find-provider.ts";
export type { CodeEntry, HostMapping, Provider, Providers, StatusEntry } from "../catalogue/provider.ts";
export { readDocuments, type ReadDocuments } from "../catalogue/read-documents.ts";
export { withDocuments } from "../catalogue/with-documents.ts";
export {
  compareRecordings,
  type Change,
  type CodeChange,
  type Comparison,
  type FindingChange,
} from "../compare/compare.ts";
export { summarize, type CodeCount, type RecordingSummary } from "../compare/summary.ts";
export type { Advice, ApiEvent, Caution, CauseFinding, EventItem, Meaning, Verdict } from "../decode/api-event.ts";
export { decode, type DecodeOptions } from "../decode/decode.ts";
export type { Body, EpochMs, Exchange, Header, HeaderList } from "../exchange/exchange.ts";
export { readHarStream, type HarStreamOptions } from "../exchange/har/read-har-stream.ts";
export { createHarSplitter, type HarEnd, type HarItem, type HarSplitter } from "../exchange/har/split-entries.ts";
export { readEntry, type ReadOptions, type ReadResult } from "../exchange/read-entry.ts";
export { readReport } from "../exchange/read-report/read-report.ts";
export { carriesCredentials, credentialsWithheld } from "../exchange/withheld-credentials.ts";
export { harInPortions, type HarOptions, type HarOutcome, type HarPortion } from "../report/har-in-portions.ts";
export type { EventJson } from "../report/output/event-json.ts";
export { DEFAULT_POLICY, type RedactionPolicy } from "../report/policy.ts";
export { presentCall, type PresentOptions } from "../report/present-call.ts";
export { redactText, redactUrl } from "../report/redact-url.ts";
export type { RecordingSecrets } from "../report/redact/recording-secrets.ts";
export type { ReportText, SafeText } from "../report/report-text.ts";
export { report, type ReportFormat, type ReportOptions, type ReportResult } from "../report/report.ts";
export { surveySecrets, type SecretSurvey } from "../report/survey-secrets.ts";
export { auditAll } from "../timeline/audit.ts";
export { FINDING_IDS, type Finding, type FindingId } from "../timeline/finding.ts";
export { parseRateLimit } from "../timing/parse-rate-limit.ts";
export type { RateLimit, RateLimitWindow } from "../timing/rate-limit.ts";
