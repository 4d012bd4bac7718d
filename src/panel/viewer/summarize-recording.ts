import type { Providers } from "../../catalogue/provider.ts";
import { type RecordingSummary, summarize } from "../../compare/summary.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import { decode } from "../../decode/decode.ts";
import { auditAll } from "../../timeline/audit.ts";
import type { ImportedRecording } from "../import/imported-recording.ts";

/** Calls decoded before the page's other work runs. */
const SLICE = 200;

/** Decodes a recording to what it is compared by. Gives way to the page's other work in between. */
export async function summarizeRecording(
  { records, areCredentialsWithheld }: ImportedRecording,
  providers: Providers,
): Promise<RecordingSummary> {
  const events: ApiEvent[] = [];
  const options = { credentialsWithheld: areCredentialsWithheld };
  for (const [index, record] of records.entries()) {
    if (index % SLICE === SLICE - 1) await new Promise((resolve) => setTimeout(resolve, 0));
    const event = record.kind === "exchange" ? decode(record.read(), providers, options) : undefined;
    if (event !== undefined) events.push(event);
  }
  return summarize(events, auditAll(events, { holdBackAuth: areCredentialsWithheld }));
}
