import type { Provider } from "../../catalogue/provider.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import { isUnreadSuccess } from "../../exchange/kind.ts";
import type { Finding } from "../../timeline/finding.ts";
import type { RetryClient } from "../../timing/retry-code/retry-code-facts.ts";
import { BackoffSection } from "../backoff/backoff-section.tsx";
import type { Clock } from "../feed/clock.ts";
import { describeReach } from "../words/describe-event.ts";
import { AdviceBox } from "./advice-box.tsx";
import { CauseList } from "./cause-list.tsx";
import { DocumentLink } from "./document-link.tsx";
import { FindingList } from "./finding-list.tsx";
import { ItemTable } from "./item-table.tsx";
import { LimitTable } from "./limit-table.tsx";
import { OpenQuestions } from "./open-questions.tsx";
import { PageViewSection } from "./page-view-section.tsx";
import { RequestIdLine } from "./request-id-line.tsx";
import { Section } from "./section.tsx";
import { ServerFacts, ServerMessage } from "./server-words.tsx";
import { detailWords } from "../words/english/detail.ts";
import { settingsWords } from "../words/english/settings.ts";

type Props = {
  readonly event: ApiEvent;
  /** The event's provider document; undefined where it is no longer loaded. */
  readonly provider: Provider | undefined;
  readonly findings: readonly Finding[];
  /** Facts about how the event was read and how its row came to be. */
  readonly notes: readonly string[];
  readonly clock: Clock;
  readonly onCopyRequestId: () => void;
  readonly onCopyCode: (client: RetryClient) => void;
  /** The user wants to write what this failure means. */
  readonly onDescribe: () => void;
};

/** What happened and what to do about it: the verdict first, the small print last. */
export function ExplanationTab(props: Props) {
  const { event, provider, findings, notes, clock, onCopyRequestId, onCopyCode, onDescribe } = props;
  const isFailure = event.outcome === "failure";
  // The decoder's own line on it also names the form that was read; it is not said a second time below.
  const uncatalogued = notes.find((note) => note.startsWith(detailWords.reachNoCatalogue));
  const reach = uncatalogued ?? describeReach(event);
  return (
    <>
      <Verdict event={event} />
      {event.explanation !== "" && <p class="explanation">{event.explanation}</p>}
      <ServerMessage event={event} />
      {reach !== undefined && <p class="quiet">{reach}</p>}
      {event.meaning === "unknown-code" && (
        <p>
          <button type="button" class="button" onClick={onDescribe}>
            {settingsWords.ownDescribe}
          </button>
        </p>
      )}
      {event.items !== undefined && (
        <Section title={detailWords.itemsTitle}>
          <ItemTable items={event.items} />
        </Section>
      )}
      {isFailure && <AdviceBox event={event} sliding={provider?.rateLimit?.sliding === true} clock={clock} />}
      <ServerFacts event={event} />
      <PageViewSection event={event} />
      {event.causes.length > 0 && (
        <Section title={detailWords.explainCauses}>
          <CauseList causes={event.causes} />
        </Section>
      )}
      {event.fixes.length > 0 && (
        <Section title={detailWords.explainFixes}>
          <ol class="fixes">
            {event.fixes.map((fix, index) => (
              <li key={index}>{fix}</li>
            ))}
          </ol>
        </Section>
      )}
      {findings.length > 0 && (
        <Section title={detailWords.explainFindings}>
          <FindingList findings={findings} />
        </Section>
      )}
      <BackoffSection event={event} provider={provider} onCopyCode={onCopyCode} key={event.id} />
      <Section title={detailWords.explainRequestId}>
        <RequestIdLine event={event} provider={provider} onCopy={onCopyRequestId} />
      </Section>
      {event.rateLimit.windows.length > 0 && (
        <Section title={detailWords.explainLimits}>
          <LimitTable rateLimit={event.rateLimit} countsDown={!event.advice.cautions.includes("quota")} clock={clock} />
        </Section>
      )}
      <OpenQuestions
        unstated={event.unstated}
        conflicts={event.conflicts}
        notes={notes.filter((note) => note !== uncatalogued)}
      />
      {event.docs !== null && (
        <p>
          <DocumentLink href={event.docs}>
            {event.docs.startsWith(HTTP_STANDARD)
              ? detailWords.explainDocsOfStatus(event.exchange.response.status)
              : detailWords.explainDocs}
          </DocumentLink>
        </p>
      )}
    </>
  );
}

/** Explanations of a status by HTTP alone link there. */
const HTTP_STANDARD = "https://www.rfc-editor.org/rfc/";

function Verdict({ event }: { readonly event: ApiEvent }) {
  return (
    <header class="verdict">
      <h2 class={event.outcome === "failure" ? "verdict-title verdict-failure" : "verdict-title"}>{titleOf(event)}</h2>
      <ul class="verdict-facts">
        {event.code !== null && (
          <li>
            <span class="quiet">{detailWords.explainCode}</span> <code>{event.code}</code>
          </li>
        )}
        {event.catalogueCode !== null && event.catalogueCode !== event.code && (
          <li>
            <span class="quiet">{detailWords.explainDocumentedAs}</span> <code>{event.catalogueCode}</code>
          </li>
        )}
        {event.type !== null && (
          <li>
            <span class="quiet">{detailWords.explainType}</span> <code>{event.type}</code>
          </li>
        )}
        {event.field !== null && (
          <li>
            <span class="quiet">{detailWords.explainField}</span> <code>{event.field}</code>
          </li>
        )}
        <li>
          <span class="quiet">{detailWords.explainApi}</span> {event.providerName}
          {event.hostNote !== null && <span class="quiet"> ({event.hostNote})</span>}
        </li>
      </ul>
    </header>
  );
}

function titleOf(event: ApiEvent): string {
  if (event.title !== "") return event.title;
  switch (event.outcome) {
    case "success":
      return isUnreadSuccess(event.exchange)
        ? detailWords.explainUnread(event.exchange.response.status)
        : detailWords.explainSuccess;
    case "evidence":
      return detailWords.explainEvidence;
    case "failure":
      return detailWords.explainFailure;
  }
}
