import type { Providers } from "../../catalogue/provider.ts";
import type { RecordingSecrets } from "../../report/redact/recording-secrets.ts";
import { type LogSurvey, surveyLog } from "../../report/survey-secrets.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import { WRITTEN_AT_ONCE } from "../loading/worker.ts";

let survey: LogSurvey | undefined;
let surveyOf: Providers | undefined;

/**
 * What all calls of the log were found to give away, for a report of some of them. A few frames' worth of calls that have
 * not been searched yet is searched each time. Loaded with the redactor.
 */
export function logSecrets(timeline: Timeline, providers: Providers): RecordingSecrets {
  if (survey === undefined || surveyOf !== providers) survey = surveyLog(providers);
  surveyOf = providers;
  const events = timeline.items.flatMap((item) => (item.kind === "event" ? [item.event] : []));
  return survey.learn(events, WRITTEN_AT_ONCE);
}
