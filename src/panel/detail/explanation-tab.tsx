import type { Provider } from "../../catalogue/provider.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
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
import { RequestIdLine } from "./request-id-line.tsx";
import { Section } from "./section.tsx";
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
  const reach = describeReach(event);
  return (
    <>
      <Verdict event={event} />
      {event.explanation !== "" && <p class="explanation">{event.explanation}</p>}
      {event.message !== null && (
        <blockquote class="server-message">
          <span class="quiet">
            {event.envelope === null ? detailWords.explainBodySays : detailWords.explainSays(event.providerName)}
          </span>{" "}
          {event.message}
        </blockquote>
      )}
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
      <OpenQuestions unstated={event.unstated} conflicts={event.conflicts} notes={notes} />
      {event.docs !== null && (
        <p>
          <DocumentLink href={event.docs}>{detailWords.explainDocs}</DocumentLink>
        </p>
      )}
    </>
  );
}

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
      return detailWords.explainSuccess;
    case "evidence":
      return detailWords.explainEvidence;
    case "failure":
      return detailWords.explainFailure;
  }
}
